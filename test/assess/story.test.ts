import { expect, test } from 'vitest'
import { explain } from '../../src/assess/explain.js'
import { moments } from '../../src/assess/moments.js'
import { outagePaths } from '../../src/assess/paths.js'
import { runJson } from '../../src/assess/runJson.js'
import { ms, open } from './notation.js'

// What a run tells, moment by moment and back from its end, by the ids of the case.
const CASE = `
components:
  site: { kind: site }
  feed: { kind: feed, in: site }
  crew: { kind: team, count: 4 }
  hosts: { kind: hosts, count: 10, needs: feed, recovery: { takes: 1h, batch: 5, crew: { crew: 4 } } }
  other: { kind: hosts, needs: feed, recovery: { takes: 2h, crew: { crew: 3 } }, priority: 1 }
  app: { kind: service, needs: hosts >= 6, full: other }
events:
  off: { at: +1h, cut: [feed] }
  on: { after: off, delay: 3h, release: [feed] }
  missed: { at: +2h, when: feed, cut: [site] }
facts:
  fell: { at: +1h, text: Fell, changes: { app: down } }
  seen: { at: +5h30m, text: Seen, shows: { app: down } }
  told: { at: +6h, text: Told }
ifs:
  battery: { title: Battery, components: { hosts: { holdup: 4h }, other: { holdup: 4h } } }
`

test('Moments are events that happened, facts that expect something, and turns of services', () => {
  const session = open(CASE)
  const told = moments(session, session.baseline())
  expect(told.map(({ timeMs, events, facts }) => [timeMs, events, facts])).toEqual([
    [ms('1h'), ['off'], ['fell']],
    [ms('4h'), ['on'], []],
    [ms('5h30m'), [], ['seen']],
    [ms('8h'), [], []],
  ])
})

test('A moment carries everything that changed since the one before, and why', () => {
  const session = open(CASE)
  const told = moments(session, session.baseline())
  expect(told[0]?.changes.map(({ component, level, before }) => [component, level, before])).toEqual([
    ['feed', 0, 1],
    ['hosts', 0, 10],
    ['other', 0, 1],
    ['app', 0, 1],
  ])
  expect(told[0]?.changes[0]?.because).toMatchObject({ kind: 'event', event: 'off' })
  expect(told[0]?.changes[3]?.because).toMatchObject({ kind: 'loss', components: ['hosts'] })
  expect(told[3]?.changes.find(({ component }) => component === 'app')).toMatchObject({
    standing: 'up',
    standingBefore: 'down',
    because: { kind: 'return', components: ['hosts'] },
  })
})

test('A run with ifs has moments of its own', () => {
  const session = open(CASE)
  const told = moments(session, session.with(['battery']).run)
  expect(told.flatMap(({ changes }) => changes.map(({ component }) => component))).toEqual(['feed', 'feed'])
})

test('Why leads down to the event, by ids', () => {
  const variant = open(CASE).with([])
  const tree = explain(variant, 'app', ms('2h'))
  expect(tree).toMatchObject({ component: 'app', reason: 'needs', sinceMs: ms('1h') })
  expect(tree.because[0]?.because[0]).toMatchObject({
    component: 'feed',
    reason: 'cut',
    event: 'off',
    eventMs: ms('1h'),
  })
})

test('A wait for crew is told as capacity: so many were available, so many were needed', () => {
  const tree = explain(open(CASE).with([]), 'hosts', ms('5h'))
  expect(tree).toMatchObject({
    reason: 'recovering',
    work: { kind: 'recovery', state: 'waiting', sinceMs: ms('4h') },
    crew: { team: 'crew', available: 1, needed: 4 },
  })
})

test('A recovery path adds up to its outage', () => {
  const [path] = outagePaths(open(CASE).with([]), 'app')
  expect(path?.steps.map(({ component, kind, event, team }) => [component, kind, event, team])).toEqual([
    ['feed', 'event', 'on', null],
    ['hosts', 'crew', null, 'crew'],
    ['hosts', 'recovery', null, null],
  ])
  expect(path?.steps.at(-1)).toMatchObject({ pieces: 2, units: 10 })
  const sum = path?.spent.reduce((total, { ms: spent }) => total + spent, 0)
  expect(sum).toBe(ms('7h'))
})

test('The JSON of a run keeps its keys in order and counts its facts', () => {
  const json = runJson('small', open(CASE))
  expect(Object.keys(json)).toEqual(['case', 'changes', 'services', 'fidelity'])
  expect(Object.keys(json.fidelity)).toEqual([
    'tests',
    'fitted',
    'inputs',
    'bounds',
    'medianErrorMs',
    'facts',
  ])
  expect(json.changes[0]).toEqual({ t: ms('1h'), component: 'feed', level: 0 })
  expect(json.services.app).toEqual({
    downMs: ms('7h'),
    impairedMs: 0,
    intervals: [{ fromMs: ms('1h'), toMs: ms('8h'), state: 'down' }],
  })
  expect(json.fidelity.facts).toEqual([
    {
      id: 'fell',
      kind: 'input',
      observed: { fromMs: ms('1h'), toMs: ms('1h') },
      simulated: ms('1h'),
      errorMs: 0,
      verdict: 'agrees',
    },
    {
      id: 'seen',
      kind: 'input',
      observed: { fromMs: ms('5h30m'), toMs: ms('5h30m') },
      simulated: ms('5h30m'),
      errorMs: 0,
      verdict: 'agrees',
    },
  ])
})
