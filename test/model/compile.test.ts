// What the engine gets for what a case says, and that every index leads back to a path in the case.

import { describe, expect, it } from 'vitest'
import { compileCase } from '../../src/model/compile.js'
import { compiled, document } from './notation.js'

const minuteMs = 60_000

describe('a component', () => {
  it('has the defaults of the rules', () => {
    const { main } = compiled('components: { web: { kind: service } }')
    expect(main.system.components).toEqual([
      {
        count: 1,
        within: -1,
        needs: null,
        full: null,
        holdupMs: 0,
        ways: [{ takesMs: 0, needs: null, when: null, batchUnits: 1, atOnce: 1, crew: [] }],
        ownRecovery: false,
        byHand: false,
        repair: null,
        initial: 'up',
        priority: Number.MAX_SAFE_INTEGER,
        idRank: 0,
      },
    ])
    expect(main.scenario).toEqual({ events: [], horizonMs: 30 * 86_400_000 })
    expect(main.startEpochMs).toBe(Date.UTC(2022, 9, 15, 6, 19))
  })

  it('carries over what is written', () => {
    const { main, indexOf } = compiled(`
      components:
        z: { kind: site }
        infra: { kind: team, count: 9 }
        a:
          kind: hosts
          in: z
          count: 10
          needs: z
          holdup: 8m..14m
          priority: 2
          recovery: [{ takes: 5m, batch: 25%, at-once: 2, crew: { infra: 3 }, when: not z }, { takes: 1h }]
          repair: { takes: 2d, needs: z }
    `)
    const component = main.system.components[indexOf.get('a')!]!
    const z = { op: 'units', components: [0], atLeast: 1 }
    expect(component).toMatchObject({
      count: 10,
      within: 0,
      holdupMs: 634_980,
      priority: 2,
      ownRecovery: true,
      idRank: 0,
    })
    expect(component.ways).toEqual([
      {
        takesMs: 5 * minuteMs,
        needs: null,
        when: { op: 'not', of: z },
        batchUnits: 3,
        atOnce: 2,
        crew: [{ team: 1, units: 3 }],
      },
      { takesMs: 60 * minuteMs, needs: null, when: null, batchUnits: 10, atOnce: 1, crew: [] },
    ])
    expect(component.repair).toMatchObject({ takesMs: 2 * 86_400_000, needs: z })
  })

  it('that is a standby starts down and asks for its primary to be gone, unless a way has its own when', () => {
    const { main } = compiled(`
      components:
        hosts: { kind: hosts, count: 10 }
        tool: { kind: tool }
        spare: { kind: hosts, standby-for: hosts, recovery: [{ takes: 5m }, { takes: 1h, when: tool }] }
    `)
    const spare = main.system.components[2]!
    expect(spare.initial).toBe('down')
    expect(spare.ways.map(({ when }) => when)).toEqual([
      { op: 'not', of: { op: 'units', components: [0], atLeast: 1 } },
      { op: 'units', components: [1], atLeast: 1 },
    ])
  })

  it('with recovery none waits for a hand', () => {
    const { main } = compiled('components: { breaker: { kind: switchgear, recovery: none } }')
    expect(main.system.components[0]).toMatchObject({ byHand: true, ownRecovery: true })
    expect(main.system.components[0]!.ways).toHaveLength(1)
  })

  it('may have the name of something that every object has', () => {
    const { ids, main } = compiled(
      'components: { constructor: { kind: tool }, toString: { kind: tool, needs: constructor } }',
    )
    expect(ids).toEqual(['constructor', 'toString'])
    expect(main.system.components[1]!.needs).toEqual({ op: 'units', components: [0], atLeast: 1 })
  })

  it('ranks ids by code units', () => {
    const { main } = compiled(
      'components: { b: { kind: x }, B: { kind: x }, a-: { kind: x }, a: { kind: x } }',
    )
    expect(main.system.components.map(({ idRank }) => idRank)).toEqual([3, 0, 2, 1])
  })
})

describe('an event', () => {
  it('has its time from the start, or after another', () => {
    const { main } = compiled(`
      components: { web: { kind: service }, hosts: { kind: hosts, count: 7 } }
      events:
        a: { at: 2022-10-15 15:29, destroy: web }
        b: { after: a, delay: 4m..9m, fail: { hosts: 50%, web: all } }
        c: { after: b, fail: [hosts], cut: [web, hosts], release: web, repair: [hosts] }
    `)
    expect(main.eventIds).toEqual(['a', 'b', 'c'])
    expect(main.stated).toEqual([true, false, false])
    expect(main.scenario.events.map(({ timeMs, after }) => [timeMs, after])).toEqual([
      [10 * minuteMs, -1],
      [6 * minuteMs, 0],
      [0, 1],
    ])
    expect(main.scenario.events[1]!.fail).toEqual([
      { component: 1, units: 4 },
      { component: 0, units: 1 },
    ])
    expect(main.scenario.events[2]).toMatchObject({
      fail: [{ component: 1, units: 7 }],
      cut: [0, 1],
      release: [0],
      repair: [1],
    })
  })

  it('of another scenario counts from that scenario', () => {
    const { scenarios } = compiled(`
      components: { web: { kind: service } }
      scenarios:
        again: { start: 2024-03-26 14:58, horizon: 2d, events: { a: { at: 2024-03-26 15:00, fail: [web] } } }
    `)
    expect(scenarios.map(({ id }) => id)).toEqual(['main', 'again'])
    expect(scenarios[1]).toMatchObject({
      startEpochMs: Date.UTC(2024, 2, 26, 5, 58),
      scenario: { horizonMs: 2 * 86_400_000, events: [{ timeMs: 2 * minuteMs }] },
    })
  })
})

describe('a quantity', () => {
  const text = `
    quantities: { boot: { value: 40m..90m, basis: { fitted: [f] } } }
    components:
      a: { kind: ups, holdup: 30m, basis: assumed }
      b: { kind: hosts, count: 4, recovery: { takes: boot, batch: 2 }, basis: { recovery.0.batch: assumed, count: { sources: [s] } } }
      c: { kind: hosts, recovery: [{ takes: 1h }, { takes: 2h }], basis: { recovery.1.takes: { derived: so } } }
    events:
      x: { at: +0m, fail: [a] }
      y: { after: x, delay: boot, basis: { delay: assumed }, fail: [b] }
  `

  it('leads back to where it is written, with its basis', () => {
    const { main } = compiled(text)
    expect(
      main.quantities.map(({ path, named, basis, role }) => [path.join('.'), named, basis, role.kind]),
    ).toEqual([
      ['components.a.holdup', null, 'assumed', 'holdup'],
      ['quantities.boot', 'boot', { fitted: ['f'] }, 'recovery'],
      ['components.c.recovery.0.takes', null, null, 'recovery'],
      ['components.c.recovery.1.takes', null, { derived: 'so' }, 'recovery'],
      ['quantities.boot', 'boot', { fitted: ['f'] }, 'delay'],
    ])
    expect(main.amounts.map(({ path, value, basis }) => [path.join('.'), value, basis])).toEqual([
      ['components.b.count', 4, { sources: ['s'] }],
      ['components.b.recovery.batch', 2, 'assumed'],
    ])
  })

  it('can be replaced by its path, wherever it is used', () => {
    const { compiled: changed } = compileCase(document(text), {
      quantity: path => (path.join('.') === 'quantities.boot' ? 7 : null),
    })
    expect(changed!.main.system.components[1]!.ways[0]!.takesMs).toBe(7)
    expect(changed!.main.scenario.events[1]!.timeMs).toBe(7)
    expect(changed!.main.system.components[0]!.holdupMs).toBe(30 * minuteMs)
    expect(changed!.main.quantities[1]).toMatchObject({
      medianMs: 7,
      lowMs: 40 * minuteMs,
      highMs: 90 * minuteMs,
    })
  })
})

it('without components is no model and no error', () => {
  expect(compileCase(document('facts: { f: { at: +0m, text: t } }'))).toEqual({
    compiled: null,
    problems: [],
  })
})
