// The closing line counts what was never heard of again as failed, and names its file.

import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'manil-closing-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('names a file whose process died, and counts its tests as failed', () => {
  mkdirSync(join(folder, 'test'))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  const file = (name: string, body: string) =>
    writeFileSync(join(folder, 'test', `${name}.test.ts`), `import { test } from 'vitest'\n${body}\n`)
  file('whole', "test('a', () => {})\ntest('b', () => {})")
  file(
    'dies',
    "test('c', () => {})\ntest('d', () => process.kill(process.pid, 'SIGKILL'))\ntest('e', () => {})",
  )
  file('leaves', "test.skip('f', () => {})\ntest('g', () => {})")
  file('breaks', "test('h', () => { throw new Error('h') })")
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const args = ['run', '--root', folder, '--reporter', join(root, 'test', 'closingLine.ts')]
  const { stdout, status } = spawnSync(process.execPath, [vitest, ...args], {
    encoding: 'utf8',
    cwd: folder,
    env: { ...process.env, MANIL_COUNT_FILE: '', VITEST: undefined, VITEST_MODE: undefined },
  })
  expect(status).toBe(1)
  const [silent, ...others] = stdout.split('\n').filter(line => line.startsWith('✗'))
  expect(others).toEqual([])
  expect(silent).toMatch(/^✗ did not report: test\/dies\.test\.ts \([123] of 3 tests\)$/)
  const missing = Number(/(\d) of/.exec(silent!)?.[1])
  // What is missing, the test that broke, and the error that vitest tells of the process.
  expect(stdout).toContain(`1 skipped\n${3 + 3 - missing} passed, ${missing + 2} failed\n`)
})
