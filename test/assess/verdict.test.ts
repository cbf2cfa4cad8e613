import { expect, test } from 'vitest'
import { judge } from '../../src/assess/verdict.js'
import { ms, open, verdictOf } from './notation.js'

const CASE = `
components:
  grid: { kind: feed }
  ups: { kind: ups, needs: grid, holdup: 30m }
  app: { kind: service, needs: ups, recovery: { takes: 1h..4h } }
events:
  off: { at: +1h, cut: [grid] }
  on: { at: +5h, release: [grid] }
ifs:
  long-battery: { title: Longer battery, components: { ups: { holdup: 6h } } }
  bit-longer: { title: Bit longer battery, components: { ups: { holdup: 1h } } }
  fast-boot: { title: Fast boot, components: { app: { recovery: { takes: 10m } } } }
  slow-boot: { title: Slow boot, components: { app: { recovery: { takes: 10h } } } }
  never-boots: { title: Never boots, components: { app: { recovery: none } } }
  nothing: { title: Nothing, components: {} }
  later: { title: Later, events: { off: { at: +2h }, on: { at: +6h } } }
`

test('A verdict names what a condition does to a service, and by how much', () => {
  const session = open(CASE)
  const of = (id: string) => {
    const { kind, deltaMs, laterMs, atLeast } = verdictOf(session, [id])
    return { kind, deltaMs, laterMs, atLeast }
  }
  const before = ms('3h30m') + ms('2h')
  expect(of('long-battery')).toEqual({ kind: 'prevented', deltaMs: -before, laterMs: 0, atLeast: false })
  expect(of('bit-longer')).toEqual({
    kind: 'shortened',
    deltaMs: ms('-30m'),
    laterMs: ms('30m'),
    atLeast: false,
  })
  expect(of('fast-boot')).toEqual({
    kind: 'shortened',
    deltaMs: ms('10m') - ms('2h'),
    laterMs: 0,
    atLeast: false,
  })
  expect(of('slow-boot')).toEqual({ kind: 'worse', deltaMs: ms('8h'), laterMs: 0, atLeast: false })
  expect(of('never-boots')).toMatchObject({ kind: 'not-back', atLeast: true })
  expect(of('nothing')).toEqual({ kind: 'no-effect', deltaMs: 0, laterMs: 0, atLeast: false })
  expect(of('later')).toEqual({ kind: 'later', deltaMs: 0, laterMs: ms('1h'), atLeast: false })
})

test('Structure says whether it goes down and how it could come back', () => {
  const session = open(CASE)
  const of = (id: string) => {
    const { goesDown, comesBack, unchanged } = verdictOf(session, [id]).structural
    return { goesDown, comesBack, unchanged }
  }
  expect(of('long-battery')).toEqual({ goesDown: false, comesBack: 'by-itself', unchanged: false })
  expect(of('fast-boot')).toEqual({ goesDown: true, comesBack: 'by-itself', unchanged: true })
  expect(of('never-boots')).toEqual({ goesDown: true, comesBack: 'not-at-all', unchanged: false })
})

const ways = (recovery: string) => `
case: { horizon: 6h }
components:
  crew: { kind: team, count: 2 }
  tool: { kind: tool }
  app: { kind: service, recovery: ${recovery} }
events:
  off: { at: +0m, fail: [app], cut: [tool] }
ifs: { nothing: { title: Nothing } }
`

// A return that needs a crew is by hand; another way, however slow and wherever the horizon, is by itself.
test.each([
  ['{ takes: 1h, crew: { crew: 2 } }', 'by-hand'],
  ['[{ takes: 1h, crew: { crew: 2 } }, { takes: 2h }]', 'by-itself'],
  ['[{ takes: 1h, crew: { crew: 2 } }, { takes: 20h }]', 'by-itself'],
  ['{ takes: 20h, crew: { crew: 2 } }', 'by-hand'],
  ['{ takes: 300d }', 'by-itself'],
  ['{ takes: 1h, needs: tool }', 'not-at-all'],
  ['none', 'not-at-all'],
])('With recovery %s it comes back %s', (recovery, comesBack) => {
  expect(verdictOf(open(ways(recovery)), ['nothing']).structural.comesBack).toBe(comesBack)
})

test('A breaker that an event closes is closed by hand', () => {
  const session = open(`
components:
  breaker: { kind: switchgear, recovery: none }
  app: { kind: service, needs: breaker }
events:
  trip: { at: +0m, fail: [breaker] }
  close: { at: +1h, repair: [breaker] }
ifs: { nothing: { title: Nothing } }
`)
  expect(verdictOf(session, ['nothing']).structural.comesBack).toBe('by-hand')
})

const RANGES = `
components:
  grid: { kind: feed }
  app: { kind: service, needs: grid, holdup: 1h..4h, recovery: { takes: 1h..4h } }
events:
  off: { at: +0m, cut: [grid] }
  on: { at: +3h, release: [grid] }
ifs:
  shorter-cut: { title: Shorter cut, events: { on: { at: +1h30m } } }
  short-cut: { title: Short cut, events: { on: { at: +30m } } }
`

test('A verdict that the ranges cannot break rests on nothing; another names what would', () => {
  const session = open(RANGES)
  const firm = verdictOf(session, ['short-cut'], 'app', true).structural
  const soft = verdictOf(session, ['shorter-cut'], 'app', true).structural
  expect(firm).toMatchObject({ goesDown: false, rests: [], tried: 7 })
  expect(soft).toMatchObject({ goesDown: false, rests: [['components', 'app', 'holdup']], together: false })
})

test('The timed part spans the ends of the ranges and names what flips it', () => {
  const { timed } = verdictOf(open(RANGES), ['shorter-cut'], 'app', true)
  // Medians: hold-up 2 h, recovery 2 h, so 3 h down before and never after.
  // Recovery at its ends moves what is saved; hold-up at 1 h leaves 2 h 30 min after; at 4 h there was nothing to save.
  expect(timed).toMatchObject({ deltaMs: ms('-3h'), lowMs: ms('-5h'), highMs: 0 })
  expect(timed?.flips.map(({ path, end, kind }) => [path.at(-1), end, kind])).toEqual([
    ['holdup', 'low', 'shortened'],
    ['holdup', 'high', 'not-down'],
  ])
})

test('Quantities that break a verdict only together are all named', () => {
  const session = open(`
components:
  a: { kind: ups, holdup: 1h..4h, needs: grid }
  b: { kind: ups, holdup: 1h..4h, needs: grid }
  grid: { kind: feed }
  out: { kind: service, needs: a or b }
events:
  off: { at: +0m, cut: [grid] }
  on: { at: +1h30m, release: [grid] }
ifs: { nothing: { title: Nothing } }
`)
  expect(verdictOf(session, ['nothing'], 'out', true).structural).toMatchObject({
    goesDown: false,
    together: true,
    rests: [
      ['components', 'a', 'holdup'],
      ['components', 'b', 'holdup'],
    ],
  })
})

test('A quantity with a name is one unknown wherever it is used', () => {
  const session = open(`
quantities:
  boot: { value: 1h..4h }
components:
  grid: { kind: feed }
  app: { kind: service, needs: grid, recovery: { takes: boot } }
  other: { kind: service, needs: grid, recovery: { takes: boot } }
events:
  off: { at: +0m, cut: [grid] }
  on: { at: +1h, release: [grid] }
ifs: { shorter: { title: Shorter, events: { on: { at: +30m } } } }
`)
  // Medians, the one unknown at both ends: all low and all high would be the same again.
  expect(verdictOf(session, ['shorter'], 'app', true).structural.tried).toBe(3)
})

test('Where the record contradicts the model about a service, hours are withheld and structure stands', () => {
  const session = open(`
components:
  app: { kind: service, recovery: { takes: 1h } }
  other: { kind: service, recovery: { takes: 1h } }
events:
  off: { at: +0m, fail: [app, other] }
facts:
  back: { at: +20h, text: Back, changes: { app: up } }
  other-back: { at: +1h, text: Back, changes: { other: up } }
ifs:
  fast: { title: Fast, components: { app: { recovery: { takes: 10m } }, other: { recovery: { takes: 10m } } } }
`)
  const app = verdictOf(session, ['fast'], 'app')
  expect([app.timed, app.withheldBy, app.structural.goesDown]).toEqual([null, ['back'], true])
  expect(verdictOf(session, ['fast'], 'other').timed?.deltaMs).toBe(ms('-50m'))
})

test('Ifs that cannot be combined give no verdicts, and say why', () => {
  const session = open(`
components:
  app: { kind: service, holdup: 1h }
events:
  off: { at: +0m, cut: [app] }
ifs:
  one: { title: One, components: { app: { holdup: 2h } } }
  two: { title: Two, components: { app: { holdup: 3h } } }
`)
  const outcome = judge(session, ['one', 'two'])
  expect(outcome.verdicts).toEqual([])
  expect(outcome.problems.map(({ code }) => code)).toContain('if-conflict')
})

test('The conditions that differ are named by their paths in the case', () => {
  const outcome = judge(open(CASE), ['fast-boot'])
  expect(outcome.changed.map(path => path.join('.'))).toEqual(['components.app.recovery.takes'])
})
