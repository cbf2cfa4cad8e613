import { expect, test } from 'vitest'
import { objectiveOutcomes } from '../../src/assess/objectives.js'
import { outcomeIn } from '../../src/assess/outcome.js'
import { ms, open } from './notation.js'

const outcome = (yaml: string, component = 'app') => outcomeIn(open(yaml).with([]), component)

test('Time down and time impaired are counted apart, and users make them user-hours', () => {
  const app = outcome(`
components:
  feed: { kind: feed }
  photos: { kind: store, recovery: { takes: 3h } , needs: feed }
  app: { kind: service, users: 1000, needs: feed, full: photos }
events:
  off: { at: +10m, cut: [feed] }
  on: { at: +2h10m, release: [feed] }
`)
  expect(app).toMatchObject({
    downMs: ms('2h'),
    impairedMs: ms('3h'),
    backMs: ms('5h10m'),
    backWithinHorizon: true,
    userHours: 2000,
  })
})

test('What is down when the run ends is not back, and its time down ends with the horizon', () => {
  const app = outcome(`
case: { horizon: 10h }
components:
  app: { kind: service }
events:
  off: { at: +4h, cut: [app] }
`)
  expect(app).toMatchObject({ downMs: ms('6h'), backMs: null, backWithinHorizon: false })
})

test('Units that were not up count by the hour', () => {
  const yaml = `
components:
  hosts: { kind: hosts, count: 10, recovery: { takes: 2h, batch: 5 } }
  app: { kind: service }
events:
  off: { at: +1h, fail: [hosts] }
`
  // All ten for two hours, then five for two more.
  expect(outcome(yaml, 'hosts')?.unitHours).toBe(30)
  expect(outcome(yaml)?.unitHours).toBe(null)
})

const store = (copies: string, extra = '') => `
components:
  a: { kind: site }
  b: { kind: site }
  c: { kind: site }
  mail: { kind: store, in: a, repair: { takes: 2h }${copies} }
events:
  fire: { at: +1h, destroy: [a] }
${extra}`

test('A destroyed store loses what its freshest surviving copy lacks, or everything', () => {
  const lost = (yaml: string) => outcome(yaml, 'mail')?.dataLost
  expect(lost(store(''))).toEqual({ behindMs: null })
  expect(lost(store(', copies: [{ in: b, behind: 1h }, { in: c, behind: 10m }]'))).toEqual({
    behindMs: ms('10m'),
  })
  expect(lost(store(', copies: [{ in: b }]'))).toBe(null)
  expect(lost(store(', copies: [{ in: a, behind: 10m }]'))).toEqual({ behindMs: null })
})

test('A copy that is destroyed before the store is whole again does not count', () => {
  const spreads = '  spreads: { at: +2h, destroy: [c] }'
  const copies = ', copies: [{ in: b, behind: 1h }, { in: c, behind: 10m }]'
  expect(outcome(store(copies, spreads), 'mail')?.dataLost).toEqual({ behindMs: ms('1h') })
})

test('A cut loses no data', () => {
  const yaml = `
components:
  mail: { kind: store }
events:
  off: { at: +1h, cut: [mail] }
`
  expect(outcome(yaml, 'mail')?.dataLost).toBe(null)
})

test('Objectives hold up to what they allow', () => {
  const session = open(`
components:
  a: { kind: site }
  b: { kind: site }
  mail: { kind: store, in: a, copies: [{ in: b, behind: 10m }] }
  app: { kind: service, needs: a }
events:
  fire: { at: +1h, destroy: [a] }
  rebuilt: { at: +2h, repair: [a] }
objectives:
  an-hour: { component: app, down-at-most: 1h }
  half: { component: app, down-at-most: 30m }
  never: { component: mail, data-lost: never }
  little: { component: mail, data-lost-at-most: 10m }
`)
  expect(objectiveOutcomes(session.with([])).map(({ id, held, actualMs }) => [id, held, actualMs])).toEqual([
    ['an-hour', true, ms('1h')],
    ['half', false, ms('1h')],
    ['never', false, ms('10m')],
    ['little', true, ms('10m')],
  ])
})
