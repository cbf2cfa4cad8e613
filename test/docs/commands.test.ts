/** What the texts for people name is there: commands with their options, and cases; and docs/commands.md names every command. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { paintFor } from '../../src/cli/paint.js'
import { buildProgram } from '../../src/cli/program.js'
import { commandWords } from '../../src/words/cli/commandWords.js'
import { recordingEffects } from '../cli/recordingEffects.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const texts = [
  'README.md',
  'README.ko.md',
  ...readdirSync(join(root, 'docs'))
    .filter(name => name.endsWith('.md'))
    .map(name => `docs/${name}`),
]

const { effects } = recordingEffects({ cwd: root, language: 'en' })
const words = commandWords('en')
const program = buildProgram(
  { effects, language: 'en', words, json: false, paint: paintFor(false) },
  () => {},
)
const commands = new Map(
  program.commands.map(one => [one.name(), one.options.flatMap(({ long }) => long ?? [])]),
)

/** Command lines in a text: `manil …` at the beginning of a piece of code, up to its end. */
function commandLines(text: string): readonly string[] {
  const spans = [...text.matchAll(/`(?:node bin\/)?manil(?:\.js)? ([^`\n]+)`/g)].map(([, line]) => line!)
  const shown = [...text.matchAll(/^(?:\$ )?(?:node bin\/)?manil(?:\.js)? ([^\n]+)$/gm)].map(
    ([, line]) => line!,
  )
  return [...spans, ...shown].map(line => line.replace(/\s#.*$/, ''))
}

describe.each(texts)('%s', path => {
  it('names commands and options that are there', () => {
    for (const line of commandLines(read(path))) {
      const [name = ''] = line.split(' ')
      if (/^[-<]/.test(name)) continue
      const own = commands.get(name)
      expect(own, line).toBeDefined()
      for (const [option] of line.matchAll(/(?<=\s)--[a-z][a-z-]*/g)) {
        if (option !== '--help') expect(own, `manil ${line}`).toContain(option)
      }
    }
  })
})

it('command lines are found in the texts', () => {
  const found = new Set(texts.flatMap(path => commandLines(read(path))).map(line => line.split(' ')[0]))
  expect(found.size).toBeGreaterThan(10)
})

it('docs/commands.md names every command', () => {
  const text = read('docs/commands.md')
  const shown = program.createHelp().visibleCommands(program)
  for (const name of shown.map(one => one.name()).filter(name => name !== 'help'))
    expect(text).toMatch(new RegExp(`^\\| \`${name}[ \`]`, 'm'))
})

it.each(['README.md', 'README.ko.md'])('%s leads to every case', path => {
  const cases = readdirSync(join(root, 'cases')).filter(name =>
    existsSync(join(root, 'cases', name, 'case.yaml')),
  )
  expect(cases.length).toBeGreaterThan(0)
  for (const name of cases) expect(read(path)).toContain(`(cases/${name})`)
})
