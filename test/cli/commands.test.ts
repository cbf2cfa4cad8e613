/**
 * Every command on the case that `manil new` makes: what it prints is committed in `golden/`, in both languages, and
 * read in review. No line is wider than a terminal, and `--json` is JSON.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { command, inFolder } from './recordingEffects.js'

const runs: readonly (readonly [string, readonly string[]])[] = [
  ['check', ['check', 'library']],
  ['run', ['run', 'library']],
  ['run-changes', ['run', 'library', '--changes']],
  ['if', ['if', 'library', 'tool-in-annex']],
  ['if-two', ['if', 'library', 'tool-in-annex', 'more-hands']],
  ['if-all', ['if', 'library', '--all']],
  ['drill', ['drill', 'library']],
  ['drill-lose', ['drill', 'library', '--lose', 'switch-tool,main.ups']],
  ['why', ['why', 'library', 'booking', '--at', '10:30']],
  ['why-hosts', ['why', 'library', 'main.hosts', '--at', '+2h30m']],
  ['why-up', ['why', 'library', 'booking', '--at', '+5m']],
  ['path', ['path', 'library', 'search']],
  ['path-never-down', ['path', 'library', 'annex']],
]

describe.each(['ko', 'en'] as const)('in %s', language => {
  it.each(runs)('%s', async (name, args) => {
    await inFolder(async cwd => {
      await command(['new', 'library'], { cwd, language })
      const { status, output, errors } = await command(args, { cwd, language })
      expect(status).toBe(0)
      expect(errors).toBe('')
      for (const line of output.split('\n')) expect(stringWidth(line), line).toBeLessThanOrEqual(80)
      await expect(output).toMatchFileSnapshot(`golden/${language}/${name}.txt`)
    })
  })

  it.each(runs)('%s as JSON, one object a line', async (_name, args) => {
    await inFolder(async cwd => {
      await command(['new', 'library'], { cwd, language })
      const { status, output } = await command([...args, '--json'], { cwd, language })
      expect(status).toBe(0)
      const lines = output.trimEnd().split('\n')
      for (const line of lines) expect(JSON.parse(line)).toMatchObject({ case: 'library' })
    })
  })

  it('publishes what new made, twice the same', async () => {
    await inFolder(async cwd => {
      await command(['new', 'library'], { cwd, language })
      const first = await command(['publish', 'library', '--out', 'one', '--json'], { cwd, language })
      const second = await command(['publish', 'library', '--out', 'two', '--json'], { cwd, language })
      expect(first.status).toBe(0)
      expect(JSON.parse(second.output).files).toEqual(JSON.parse(first.output).files)
      expect(readdirSync(join(cwd, 'one'))).toContain(`${language}.html`)
    })
  })
})

it('new does not touch a folder that has something in it', async () => {
  await inFolder(async cwd => {
    await command(['new', 'library'], { cwd })
    const again = await command(['new', 'library'], { cwd })
    expect(again.status).toBe(2)
    expect(again.errors).toContain('library')
  })
})

it('new says why there is no field for persons, and gives editors the schema', async () => {
  await inFolder(async cwd => {
    const { output } = await command(['new', 'library', '--json'], { cwd })
    expect(JSON.parse(output).files).toContain(join('.manil', 'case.schema.json'))
    const system = readFileSync(join(cwd, 'library', 'system.yaml'), 'utf8')
    expect(system).toContain('yaml-language-server: $schema=.manil/case.schema.json')
    expect(system).toContain('no field for a person or a department')
  })
})

it('run gives a line for every case in the order given, an invalid one too', async () => {
  await inFolder(async cwd => {
    await command(['new', 'b'], { cwd })
    await command(['new', 'a'], { cwd })
    const { status, output } = await command(['run', 'b', 'none', 'a', '--json'], { cwd })
    expect(status).toBe(2)
    const lines = output
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line))
    expect(lines.map(line => line.case)).toEqual(['b', 'none', 'a'])
    expect(lines[1].errors).toHaveLength(1)
    expect(lines[0].changes).toEqual(lines[2].changes)
  })
})

it('check goes on after a case that cannot be read, and ends with the worst status', async () => {
  await inFolder(async cwd => {
    await command(['new', 'a'], { cwd })
    const { status, output, errors } = await command(['check', 'none', 'a'], { cwd })
    expect(status).toBe(2)
    expect(errors).toContain('none')
    expect(output).toContain('a: nothing is wrong.')
  })
})

it('an id that is not there comes with the one that was probably meant', async () => {
  await inFolder(async cwd => {
    await command(['new', 'library'], { cwd })
    for (const args of [
      ['why', 'library', 'bookin', '--at', '10:30'],
      ['path', 'library', 'bookin'],
      ['drill', 'library', '--lose', 'bookin'],
    ]) {
      const { status, errors } = await command(args, { cwd })
      expect(status).toBe(2)
      expect(errors).toContain('Did you mean booking?')
    }
    const { errors } = await command(['if', 'library', 'tool-in-anex'], { cwd })
    expect(errors).toContain('Did you mean tool-in-annex?')
  })
})

it('a time outside of what is watched, or that is none, is told', async () => {
  await inFolder(async cwd => {
    await command(['new', 'library'], { cwd })
    for (const at of ['2024-01-01 00:00', 'noon', '25:00']) {
      expect((await command(['why', 'library', 'booking', '--at', at], { cwd })).status).toBe(2)
    }
  })
})

it('hours are withheld in JSON too, where the record contradicts the model', async () => {
  await inFolder(async cwd => {
    writeFileSync(
      join(cwd, 'shop.yaml'),
      `case: { title: Shop, timezone: UTC, start: 2026-01-01 00:00, horizon: 2d }
components:
  power: { kind: feed }
  shop: { kind: service, needs: power, recovery: { takes: 1h } }
events:
  off: { at: +0m, cut: [power] }
  on: { at: +1h, release: [power] }
facts:
  gone: { at: +0m, text: The shop stops, changes: { shop: down } }
  back: { at: +20h, text: The shop is back, changes: { shop: up } }
ifs:
  quick: { title: Had it started at once, components: { shop: { recovery: { takes: 1m } } } }
`,
    )
    const { output } = await command(['if', 'shop.yaml', 'quick', '--json'], { cwd })
    const [verdict] = JSON.parse(output).verdicts
    expect(verdict).toMatchObject({
      component: 'shop',
      kind: 'contradicted',
      timed: null,
      withheldBy: ['back'],
    })
    expect(output).not.toMatch(/deltaMs|downMs/)
  })
})
