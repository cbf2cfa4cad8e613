/** A command line that cannot be understood is told in the user's language, and help is in it too. */
import { fileURLToPath } from 'node:url'
import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { command } from './recordingEffects.js'

const cwd = fileURLToPath(new URL('../../', import.meta.url))
const commands = [
  ...['new', 'check', 'run', 'if', 'drill', 'why', 'path', 'publish', 'import', 'log', 'board', 'status'],
  ...['serve', 'workspace', 'backup', 'restore', 'doctor', 'draw', 'completion'],
]

describe.each(['ko', 'en'] as const)('in %s', language => {
  it.each([[[]], ...commands.map(name => [[name]])])(
    'help on %s fits a terminal and has examples',
    async name => {
      const { status, output } = await command([...name, '--help'], { cwd, language })
      expect(status).toBe(0)
      expect(output).toContain(language === 'ko' ? '예:' : 'Examples:')
      for (const line of output.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(80)
    },
  )

  it.each([
    ['an unknown command', ['chekc', 'cases'], /chekc[\s\S]*check/],
    ['an unknown option', ['check', 'cases', '--jsn'], /--jsn[\s\S]*--json/],
    ['a missing argument', ['check'], /case/],
    ['a missing option', ['why', 'cases/kakao-2022', 'x'], /--at/],
    ['a missing value', ['why', 'cases/kakao-2022', 'x', '--at'], /--at/],
    ['a port that is none', ['serve', '--port', 'abc'], /--port/],
    ['a language that is not there', ['check', 'cases', '--lang', 'fr'], /--lang/],
    ['a folder that is not there', ['run', 'no-such-folder'], /no-such-folder/],
    ['a port beyond all ports', ['serve', 'cases', '--port', '70000'], /70000/],
  ])('%s ends with 2', async (_what, args, names) => {
    const { status, errors, output } = await command(args, { cwd, language })
    expect(status).toBe(2)
    expect(errors).toMatch(names)
    expect(errors).toMatch(language === 'ko' ? /[가-힣]/ : /^error: /)
    expect(output).toBe('')
  })
})

it('--lang wins over the terminal', async () => {
  const { output } = await command(['check', '--help', '--lang', 'ko'], { cwd, language: 'en' })
  expect(output).toContain('예:')
})

it('a command that fails under --json says so in JSON', async () => {
  const { status, output, errors } = await command(['check', 'no-such-folder', '--json'], { cwd })
  expect(status).toBe(2)
  expect(JSON.parse(output)).toMatchObject({ errors: [{ code: 'not-found' }] })
  expect(errors).toBe('')
})
