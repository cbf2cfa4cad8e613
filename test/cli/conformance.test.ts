/** `manil run --json` gives exactly the changes that each conformance case expects, in one command for all of them. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { parseDuration } from '../../src/model/duration.js'
import { command, inFolder } from './recordingEffects.js'

const folder = fileURLToPath(new URL('../conformance', import.meta.url))
const names = readdirSync(folder).filter(name => name.endsWith('.yaml'))
const head = { title: 'Conformance', timezone: 'UTC', start: '2026-01-01 00:00', horizon: '30d' }

/** `+1h15m hosts 8` */
function expected(line: string): { t: number; component: string; level: number } {
  const [time = '', component = '', level = ''] = line.split(' ')
  return { t: parseDuration(time.slice(1))!.medianMs, component, level: Number(level) }
}

/** Changes of one instant may come in any order. */
const sorted = (changes: readonly { t: number; component: string; level: number }[]) =>
  changes.map(({ t, component, level }) => `${String(t).padStart(12, '0')} ${component} ${level}`).sort()

it('all of them', async () => {
  await inFolder(async cwd => {
    const expectations = names.map(name => {
      const { components, events, expect: lines } = parse(readFileSync(join(folder, name), 'utf8'))
      mkdirSync(join(cwd, name))
      writeFileSync(join(cwd, name, 'case.yaml'), stringify({ case: head, components, events }))
      return sorted((lines as string[]).map(expected))
    })
    const { status, output } = await command(['run', ...names, '--json'], { cwd })
    const runs = output
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line))
    expect(runs.map(run => run.case.replace(/\.yaml$/, ''))).toEqual(names.map(name => name.slice(0, -5)))
    runs.forEach((run, place) => {
      expect(run.errors, names[place]).toBeUndefined()
      expect(sorted(run.changes), names[place]).toEqual(expectations[place])
    })
    expect(status).toBe(0)
  })
})
