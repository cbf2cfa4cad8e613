import type { Reporter, TestModule } from 'vitest/node'

/** Closes a run with one plain line that people and continuous integration read: `N passed, N failed`. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const count = { passed: 0, failed: 0, skipped: 0, pending: 0 }
    for (const module of modules) {
      const before = count.passed + count.failed + count.skipped
      for (const test of module.children.allTests()) count[test.result().state]++
      const ranNone = count.passed + count.failed + count.skipped === before
      if (!module.ok() && ranNone) count.failed++
    }
    const skipped = count.skipped + count.pending
    process.stdout.write(
      `${count.passed} passed, ${count.failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`
    )
  }
}
