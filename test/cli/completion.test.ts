/** What a shell offers is what the program knows: every command, every option, and the ids of a case; and a real shell does offer it. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { paintFor } from '../../src/cli/paint.js'
import { buildProgram } from '../../src/cli/program.js'
import { commandWords } from '../../src/words/cli/commandWords.js'
import { command, recordingEffects } from './recordingEffects.js'

const cwd = fileURLToPath(new URL('../../', import.meta.url))
const { effects } = recordingEffects({ cwd, language: 'en' })
const context = {
  effects,
  language: 'en',
  words: commandWords('en'),
  json: false,
  paint: paintFor(false),
} as const
const program = buildProgram(context, () => {})

async function offered(...words: string[]): Promise<string[]> {
  const { output } = await command(['complete', '--', ...words], { cwd, language: 'en' })
  return output
    .split('\n')
    .filter(line => line !== '')
    .map(line => line.split('\t')[0]!)
}

it('offers every command, and none that is not there', async () => {
  const names = program.commands.map(each => each.name()).filter(name => name !== 'complete')
  expect((await offered('')).sort()).toEqual([...names, 'help'].sort())
  expect(await offered('wor')).toEqual(['workspace'])
})

it('offers every option of every command', async () => {
  for (const each of program.commands.filter(one => one.name() !== 'complete')) {
    const long = each.options.map(option => option.long!)
    expect((await offered(each.name(), '--')).sort(), each.name()).toEqual([...long, '--help'].sort())
  }
})

describe('where a value stands', () => {
  it.each([
    ['a case', ['run', ''], [':files']],
    ['a language', ['run', '--lang', ''], ['ko', 'en']],
    ['a folder', ['publish', 'cases/kakao-2022', '--out', ''], [':files']],
    ['a time', ['draw', 'cases/kakao-2022', '--at', ''], []],
    ['a shell', ['completion', ''], ['bash', 'zsh', 'fish']],
    ['after an option that takes none', ['run', '--changes', ''], [':files']],
    ['nothing that is known', ['nothing', ''], []],
    ['a case that is not there', ['if', 'no-such-case', ''], []],
  ])('%s', async (_name, words, wanted) => {
    expect(await offered(...words)).toEqual(wanted)
  })
})

it('offers the ids of a case, but not those that stand there', async () => {
  const all = await offered('if', 'cases/kakao-2022', '')
  expect(all.length).toBeGreaterThan(5)
  expect(await offered('if', 'cases/kakao-2022', all[0]!, '')).toEqual(all.slice(1))
  expect(await offered('draw', 'cases/kakao-2022', '--if', '')).toEqual(all)
  expect(await offered('why', 'cases/kakao-2022', 'talk-')).toContain('talk-text')
})

const hasBash = spawnSync('bash', ['-c', 'true']).status === 0

describe.runIf(hasBash)('in bash', () => {
  const inBash = (...words: string[]) => {
    const script = `manil() { "$NODE" bin/manil.js "$@"; }
source <(manil completion bash)
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _manil; printf '%s\\n' "\${COMPREPLY[@]}"`
    const done = spawnSync('bash', ['-c', script, 'bash', ...words], {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, NODE: process.execPath, LC_ALL: 'C.UTF-8' },
    })
    return done.stdout.split('\n').filter(line => line !== '')
  }

  it('completes a command, an option and a path', () => {
    expect(inBash('manil', 'com')).toEqual(['completion'])
    expect(inBash('manil', 'draw', '--da')).toEqual(['--dark'])
    expect(inBash('manil', 'check', 'cases/kak')).toEqual(['cases/kakao-2022'])
  })
})
