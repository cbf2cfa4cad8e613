import { writeFileSync } from 'node:fs'
import type { Reporter, TestModule } from 'vitest/node'

/** What `npm test` reads from the file named by `MANIL_COUNT_FILE`. */
interface Count {
  passed: number
  failed: number
  skipped: number
  /** Files that ended before they had told of all their tests, with how many are missing. */
  readonly silent: string[]
}

/**
 * Closes a run with one plain line that people and continuous integration read: `N passed, N failed`. Under `npm test`,
 * which counts its other checks too, the counts go to the file named by `MANIL_COUNT_FILE` instead. A test that was begun and of
 * which nothing was heard again (its process died) has failed, and its file is named: vitest itself only says that some worker
 * exited.
 */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const count: Count = { passed: 0, failed: errors.length, skipped: 0, silent: [] }
    for (const module of modules) {
      const states = [...module.children.allTests()].map(test => test.result().state)
      const missing = states.filter(state => state === 'pending').length
      const failed = states.filter(state => state === 'failed').length + missing
      const unheard = missing > 0 || module.state() === 'queued' || module.state() === 'pending'
      count.passed += states.filter(state => state === 'passed').length
      count.skipped += states.filter(state => state === 'skipped').length
      count.failed += failed
      if (unheard) count.silent.push(`${module.relativeModuleId} (${missing} of ${states.length} tests)`)
      if ((unheard || !module.ok()) && failed === 0) count.failed++
    }
    const countFile = process.env.MANIL_COUNT_FILE
    if (countFile) {
      writeFileSync(countFile, JSON.stringify(count))
      return
    }
    for (const file of count.silent) process.stdout.write(`✗ did not report: ${file}\n`)
    if (count.skipped > 0) process.stdout.write(`${count.skipped} skipped\n`)
    process.stdout.write(`${count.passed} passed, ${count.failed} failed\n`)
  }
}
