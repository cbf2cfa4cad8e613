import { writeFileSync } from 'node:fs'
import type { Reporter, TestModule } from 'vitest/node'

/**
 * Closes a run with one plain line that people and continuous integration read: `N passed, N failed`. Under `npm test`,
 * which counts its other checks too, the counts go to the file named by `MANIL_COUNT_FILE` instead.
 */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const count = { passed: 0, failed: errors.length, skipped: 0, pending: 0 }
    for (const module of modules) {
      const before = count.passed + count.failed + count.skipped
      for (const test of module.children.allTests()) count[test.result().state]++
      const ranNone = count.passed + count.failed + count.skipped === before
      if (!module.ok() && ranNone) count.failed++
    }
    const skipped = count.skipped + count.pending
    const { passed, failed } = count
    const countFile = process.env.MANIL_COUNT_FILE
    if (countFile) {
      writeFileSync(countFile, JSON.stringify({ passed, failed, skipped }))
      return
    }
    if (skipped > 0) process.stdout.write(`${skipped} skipped\n`)
    process.stdout.write(`${passed} passed, ${failed} failed\n`)
  }
}
