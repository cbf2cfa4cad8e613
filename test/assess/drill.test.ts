import { expect, test } from 'vitest'
import { drill, drillAll } from '../../src/assess/drill.js'
import { ms, open } from './notation.js'

const SYSTEM = `
components:
  east: { kind: site }
  west: { kind: site }
  hall: { kind: room, in: east }
  crew: { kind: team, count: 2 }
  tool: { kind: tool, in: hall }
  db: { kind: database, in: east, repair: { takes: 1h } }
  ups: { kind: ups, in: west, needs: feed, holdup: 30m }
  feed: { kind: feed }
  standby: { kind: database, in: west, needs: ups, standby-for: db, recovery: { takes: 10m, needs: tool } }
  talk: { kind: service, needs: db or standby, recovery: { takes: 5m } }
  mail: { kind: service, needs: db or standby, recovery: { takes: 1h, crew: { crew: 2 } } }
  photos: { kind: service, in: east }
  map: { kind: service, needs: ups }
events:
  unrelated: { at: +1h, destroy: [talk] }
ifs:
  tool-elsewhere: { title: Tool elsewhere, components: { tool: { in: west } } }
`

test('Each site, room, feed and tool is lost alone', () => {
  expect(drillAll(open(SYSTEM)).map(({ lost }) => lost)).toEqual([
    ['east'],
    ['west'],
    ['hall'],
    ['tool'],
    ['feed'],
  ])
})

test('A drill says what falls with it, when, and how it could come back', () => {
  const outcome = drill(open(SYSTEM), ['east'])
  expect(outcome.contents).toEqual(['hall', 'tool', 'db', 'photos'])
  expect(outcome.falls.map(({ component, comesBack, inside }) => [component, comesBack, inside])).toEqual([
    ['talk', 'not-at-all', false],
    ['mail', 'not-at-all', false],
    ['photos', 'not-at-all', true],
  ])
  expect(outcome.untouched).toEqual(['map'])
})

test('With the tool elsewhere the same loss is survived: by itself, or by hand', () => {
  const outcome = drill(open(SYSTEM), ['east'], ['tool-elsewhere'])
  expect(outcome.falls.map(({ component, comesBack, downMs }) => [component, comesBack, downMs])).toEqual([
    ['talk', 'by-itself', ms('15m')],
    ['mail', 'by-hand', ms('1h10m')],
    ['photos', 'not-at-all', ms('2d')],
  ])
})

test('A hold-up carries for a while; nothing destroyed is mended', () => {
  const outcome = drill(open(SYSTEM), ['feed'])
  expect(outcome.falls.map(({ component, downAtMs }) => [component, downAtMs])).toEqual([
    ['ups', ms('30m')],
    ['map', ms('30m')],
  ])
})

test('Several can be lost together', () => {
  const alone = drill(open(SYSTEM), ['tool'])
  const together = drill(open(SYSTEM), ['tool', 'db'])
  expect(alone.falls).toEqual([])
  expect(together.falls.map(({ component, comesBack }) => [component, comesBack])).toEqual([
    ['talk', 'not-at-all'],
    ['mail', 'not-at-all'],
  ])
})
