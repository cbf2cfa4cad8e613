import { expect, test } from 'vitest'
import { fidelity } from '../../src/assess/fidelity.js'
import { factOf, ms, open } from './notation.js'

/** One service that is down from +1h to +11h: 10 h by the model, and by a record that has it so. */
const model = (facts: string, more = '') => `
components:
  feed: { kind: feed }
  app: { kind: service, needs: feed, recovery: { takes: 6h } ${more} }
events:
  off: { at: +1h, cut: [feed] }
  on: { at: +5h, release: [feed] }
facts:
  fell: { at: +1h, text: Fell, changes: { app: down } }
${facts}`

const back = (at: string, rest = '') => `  back: { at: ${at}, text: Back, changes: { app: up } ${rest} }`

// The record's outage runs from +1h to the fact; the model is back at +11h.
test.each([
  ['+11h', 'agrees', '0m'],
  ['+10h50m', 'agrees', '10m'],
  ['+11h30m', 'agrees', '-30m'], // 5 % of 10 h 30 min is 31 min 30 s
  ['+11h32m', 'off', '-32m'],
  ['+13h', 'off', '-2h'],
  ['+8h45m', 'contradicted', '2h15m'], // 25 % of 7 h 45 min is 1 h 56 min 15 s
  ['+11h30m ± 40m', 'agrees', '0m'],
  ['+12h .. +14h', 'off', '-1h'],
  ['by +12h', 'agrees', '0m'],
  ['by +10h', 'off', '1h'],
  ['after +10h', 'agrees', '0m'],
])('Back at %s: %s, error %s', (at, verdict, error) => {
  const fact = factOf(open(model(back(JSON.stringify(at)))), 'back')
  expect([fact.verdict, fact.errorMs, fact.simulatedMs]).toEqual([verdict, ms(error), ms('11h')])
})

test('A short outage agrees up to 15 minutes, whatever its share', () => {
  const yaml = (at: string) => `
components:
  app: { kind: service, recovery: { takes: 20m } }
events:
  off: { at: +0m, fail: [app] }
facts:
  fell: { at: +0m, text: Fell, changes: { app: down } }
  back: { at: ${at}, text: Back, changes: { app: up } }
`
  expect(factOf(open(yaml('+35m')), 'back').verdict).toBe('agrees')
  expect(factOf(open(yaml('+36m')), 'back').verdict).toBe('contradicted')
})

test('A transition that the model does not have contradicts it, without an error in hours', () => {
  const session = open(model('  again: { at: +20h, text: Fell again, changes: { app: down } }'))
  // The first fall takes the only transition there is: the facts come in order, and another state lies between them.
  const between = open(
    model(`${back('+11h')}\n  again: { at: +20h, text: Fell again, changes: { app: down } }`),
  )
  expect(factOf(between, 'again')).toMatchObject({
    verdict: 'contradicted',
    errorMs: null,
    simulatedMs: null,
  })
  expect(factOf(session, 'fell').verdict).toBe('agrees')
})

test('Two outages are matched in the order of time, not with what is nearest', () => {
  const session = open(`
components:
  app: { kind: service, recovery: { takes: 1h } }
events:
  one: { at: +0m, fail: [app] }
  two: { at: +4h, fail: [app] }
facts:
  fell: { at: +3h, text: Fell, changes: { app: down } }
  back: { at: +3h30m, text: Back, changes: { app: up } }
  fell-again: { at: +4h, text: Fell again, changes: { app: down } }
  back-again: { at: +5h, text: Back again, changes: { app: up } }
`)
  const simulated = ['fell', 'back', 'fell-again', 'back-again'].map(id => factOf(session, id).simulatedMs)
  expect(simulated).toEqual(['0m', '1h', '4h', '5h'].map(ms))
})

test('Rival claims about one transition are both held against it', () => {
  const session = open(model('  other: { at: +1h10m, text: Fell, changes: { app: down }, disputes: [fell] }'))
  expect([factOf(session, 'fell').simulatedMs, factOf(session, 'other').simulatedMs]).toEqual([
    ms('1h'),
    ms('1h'),
  ])
})

// What a fact shows holds at its time, whenever it began.
test.each([
  ['+3h', 'down', 'agrees', '0m'],
  ['+30m', 'up', 'agrees', '0m'],
  ['+10h', 'up', 'off', '1h'],
  ['by +12h', 'up', 'agrees', '0m'],
  ['by +10h', 'up', 'off', '1h'],
  ['+3h', 'impaired', 'contradicted', null],
])('Shown at %s: %s: %s', (at, state, verdict, error) => {
  const session = open(
    model(`${back('+11h')}\n  seen: { at: ${JSON.stringify(at)}, text: Seen, shows: { app: ${state} } }`),
  )
  expect([factOf(session, 'seen').verdict, factOf(session, 'seen').errorMs]).toEqual([
    verdict,
    error === null ? null : ms(error),
  ])
})

test('A number of units is reached when a batch lands on it or passes it on the way up', () => {
  const session = open(`
components:
  feed: { kind: feed }
  hosts: { kind: hosts, count: 100, needs: feed, recovery: { takes: 1h, batch: 30 } }
  app: { kind: service, needs: hosts >= 1 }
events:
  off: { at: +0m, cut: [feed] }
  on: { at: +1h, release: [feed] }
facts:
  sixty: { at: +3h, text: Sixty, changes: { hosts: 60 } }
  fifty: { at: +3h, text: Fifty, changes: { hosts: 50 } }
  many: { at: +4h, text: Many, changes: { hosts: at least 70 } }
`)
  expect(['sixty', 'fifty', 'many'].map(id => factOf(session, id).simulatedMs)).toEqual(
    ['3h', '3h', '4h'].map(ms),
  )
})

test('Facts beyond the horizon or before the start are not modelled, and no fact counts them', () => {
  const session = open(model('  late: { at: 2022-10-19 15:00, text: Late, changes: { app: up } }'))
  expect(factOf(session, 'late').verdict).toBe('not-modelled')
  expect(fidelity(session)).toMatchObject({ tests: { agree: 0, total: 0 }, inputs: 1, notModelled: 1 })
})

const kindOf = (yaml: string, id: string) => factOf(open(yaml), id).kind

test('What follows at once from an event’s stated time is input', () => {
  expect(kindOf(model(''), 'fell')).toBe('input')
})

test('A quantity on the way makes a fact a test; a bound stays a bound', () => {
  expect(kindOf(model(back('+11h')), 'back')).toBe('test')
  expect(kindOf(model(back('by +11h')), 'back')).toBe('bound')
})

test('Recovery, hold-up and delay each count as a quantity', () => {
  const yaml = (component: string, events: string) => `
components:
  feed: { kind: feed }
  app: { kind: service, needs: feed ${component} }
events:
  off: { at: +0m, cut: [feed] }
${events}
facts:
  fell: { at: +1h, text: Fell, changes: { app: down } }
  back: { at: +2h, text: Back, changes: { app: up } }
`
  const released = '  on: { at: +2h, release: [feed] }'
  expect(kindOf(yaml(', holdup: 1h', released), 'fell')).toBe('test')
  expect(kindOf(yaml(', holdup: 1h', released), 'back')).toBe('input')
  expect(kindOf(yaml(', recovery: { takes: 1h }', released), 'back')).toBe('test')
  expect(kindOf(yaml('', '  on: { after: off, delay: 2h, release: [feed] }'), 'back')).toBe('test')
})

test('A quantity fitted to a fact, or assumed knowing it, takes it out of the evidence', () => {
  const fitted = ', basis: { recovery.takes: { fitted: [back] } }'
  const known = ', basis: { recovery.takes: { assumed: true, knowing: [back] } }'
  const assumed = ', basis: { recovery.takes: assumed }'
  const kinds = [fitted, known, assumed].map(basis => kindOf(model(back('+11h'), basis), 'back'))
  expect(kinds).toEqual(['fitted', 'fitted', 'test'])
  expect(factOf(open(model(back('+11h'), fitted)), 'back').fittedBy).toEqual([
    ['components', 'app', 'recovery', 'takes'],
  ])
})

test('The line counts tests alone; a fact with two components counts once, as the worse of them', () => {
  const session = open(`
components:
  one: { kind: service, recovery: { takes: 1h } }
  two: { kind: service, recovery: { takes: 3h } }
events:
  off: { at: +0m, fail: [one, two] }
facts:
  fell: { at: +0m, text: Fell, changes: { one: down, two: down } }
  back: { at: +1h, text: Back, changes: { one: up, two: up } }
  told: { at: +2h, text: A press conference }
`)
  const assessed = fidelity(session)
  expect(assessed).toMatchObject({
    tests: { agree: 0, total: 1, contradicted: 1 },
    inputs: 1,
    medianErrorMs: ms('2h'),
  })
  expect([...assessed.contradicted]).toEqual([['two', ['back']]])
  expect(factOf(session, 'told')).toMatchObject({ kind: 'context', verdict: 'not-modelled' })
})

test('The median error is the middle of the tests’ errors', () => {
  const services = ['a', 'b', 'c', 'd']
  const session = open(`
components:
${services.map(id => `  ${id}: { kind: service, recovery: { takes: 10h } }`).join('\n')}
events:
  off: { at: +0m, fail: [a, b, c, d] }
facts:
${services.map((id, n) => `  back-${id}: { at: +${10 + n}h, text: Back, changes: { ${id}: up } }`).join('\n')}
`)
  expect(fidelity(session).medianErrorMs).toBe(ms('1h30m'))
})

test('A record without an end decides only what any end would: the model is off, not contradicted', () => {
  const yaml = (end: string) => `
components:
  app: { kind: service, holdup: 40m, needs: feed }
  feed: { kind: feed }
events:
  off: { at: +0m, cut: [feed] }
facts:
  fell: { at: +10m, text: Fell, changes: { app: down } }
${end}`
  expect(factOf(open(yaml('')), 'fell').verdict).toBe('contradicted')
  expect(factOf(open(yaml('  dark: { at: +9h, text: Dark, shows: { feed: down } }')), 'fell').verdict).toBe(
    'off',
  )
})

test('Every scenario is held against its own facts', () => {
  const session = open(`
components:
  app: { kind: service, recovery: { takes: 2h } }
events:
  off: { at: +0m, fail: [app] }
facts:
  back: { at: +2h, text: Back, changes: { app: up } }
  back-again: { at: 2022-11-01 11:00, text: Back again, changes: { app: up }, scenario: second }
scenarios:
  second: { start: 2022-11-01 10:00, ifs: [fast], events: { off-again: { at: 2022-11-01 10:00, fail: [app] } } }
ifs:
  fast: { title: Fast, components: { app: { recovery: { takes: 1h } } } }
`)
  expect(factOf(session, 'back')).toMatchObject({ verdict: 'agrees', simulatedMs: ms('2h') })
  expect(factOf(session, 'back-again')).toMatchObject({ verdict: 'agrees', simulatedMs: ms('1h') })
})
