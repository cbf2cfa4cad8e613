/** Every command that docs/promise.md names, in either language, does what it is named for; both name the same ones. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { command } from '../cli/recordingEffects.js'

const root = fileURLToPath(new URL('../../', import.meta.url))
const commandsIn = (file: string) =>
  [...readFileSync(join(root, 'docs', file), 'utf8').matchAll(/`manil ([^`]+)`/g)].map(
    ([, line = '']) => line,
  )
const commands = commandsIn('promise.md')

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'manil-promise-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Words of a line; what stands in quotes is one. */
const wordsOf = (line: string) =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '')

it('both languages name the same commands', () => {
  expect(commandsIn('promise.ko.md')).toEqual(commands)
  expect(commands.length).toBeGreaterThan(15)
})

it.each([...new Set(commands)])('manil %s', async line => {
  // Publishing takes its time, and is proved where it is tested: here it is enough that there is such a command.
  const words = line.startsWith('publish ') ? ['publish', '--help'] : wordsOf(line)
  const args = words.map(word => (word.startsWith('cases/') ? join(root, word) : word))
  const { status, output, errors } = await command(args, { cwd: folder, language: 'en' })
  expect(errors).toBe('')
  // For pipelines `replay` ends with 1 where a service of the other system falls.
  expect(line.startsWith('replay ') ? [0, 1] : [0]).toContain(status)
  expect(output.length).toBeGreaterThan(20)
})
