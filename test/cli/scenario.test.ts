// Another scenario of a case on the command line: its own times, its own ifs, its own fidelity line; an unknown one is refused
// with what was probably meant.

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { command, inFolder } from './recordingEffects.js'

const CASE = `
case: { title: First, timezone: UTC, start: 2026-01-01 00:00, horizon: 2d }
components:
  base: { kind: tool, recovery: { takes: 2h } }
  twin: { kind: component, initial: absent }
  shop: { kind: service, needs: base or twin }
events: { lost: { at: +1h, fail: [base] } }
facts: { back: { at: 2026-02-01 11:00, text: x, changes: { base: up }, scenario: again } }
ifs:
  twinned: { title: Twinned, components: { twin: { initial: up } } }
  quick: { title: Quick, components: { base: { recovery: { takes: 1m } } } }
scenarios:
  again: { title: Second, start: 2026-02-01 09:00, ifs: [twinned], events: { again: { at: +0m, title: Lost again, fail: [base] }, off: { at: +5h, title: Cut again, cut: [base] }, on: { at: +6h, release: [base] } } }
`

async function run(...args: string[]) {
  let done: Awaited<ReturnType<typeof command>> | null = null
  await inFolder(async cwd => {
    mkdirSync(join(cwd, 'small'))
    writeFileSync(join(cwd, 'small', 'case.yaml'), CASE)
    done = await command(args, { cwd, language: 'en' })
  })
  return done as unknown as Awaited<ReturnType<typeof command>>
}

describe('another scenario', () => {
  it('is run after the main one, with what is in place and its own times', async () => {
    const { output, status } = await run('run', 'small')
    expect(status).toBe(0)
    const [first, second] = output.split('Second (again)')
    expect(first).toContain('1 Jan 00:00')
    expect(first).toContain('No fact tests this model')
    expect(second).toContain('With these ifs in place: twinned')
    expect(second).toContain('1 Feb 09:00')
    expect(second).toContain('reproduces 1 of 1 fact')
  })

  it('is run alone where it is named', async () => {
    expect((await run('run', 'small', '--scenario', 'again')).output).not.toContain('1 Jan')
    expect(JSON.parse((await run('run', 'small', '--json')).output)).toHaveProperty('scenarios.again.changes')
    expect(JSON.parse((await run('run', 'small', '--json', '--scenario', 'again')).output)).toMatchObject({
      scenario: 'again',
      services: { shop: { downMs: 0 } },
    })
  })

  it('takes ifs besides its own, drills, reasons and paths', async () => {
    const { output } = await run('if', 'small', 'quick', '--scenario', 'again')
    expect(output).toContain('never down')
    expect(output).not.toContain('twin.initial')
    expect((await run('drill', 'small', '--scenario', 'again')).output).toContain('none')
    const why = await run('why', 'small', 'base', '--at', '14:30', '--scenario', 'again')
    expect(why.output).toContain('1 Feb 14:30')
    expect(why.output).toContain('Cut again')
    expect((await run('path', 'small', 'base', '--scenario', 'again')).output).toContain('1 Feb 09:00')
  })

  it('is refused where there is none of that id', async () => {
    const { status, errors } = await run('run', 'small', '--scenario', 'agian')
    expect(status).toBe(2)
    expect(errors).toContain('no such scenario')
    expect(errors).toContain('again')
  })
})
