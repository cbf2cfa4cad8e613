import { expect, test } from 'vitest'
import { conditionIntervals, downIntervals, impairedIntervals, levelAt } from '../../src/engine/levels.js'
import { run } from '../../src/engine/run.js'
import { compiled } from './notation.js'

// Levels over time, read from a run.

const made = compiled(
  {
    components: {
      feed: { kind: 'component' },
      hosts: { kind: 'component', count: 10, needs: 'feed', recovery: { takes: '10m', batch: 5 } },
      app: { kind: 'service', needs: 'hosts >= 5', full: 'hosts >= 8' },
      blink: { kind: 'component', recovery: {} },
    },
    events: {
      off: { at: '+10m', cut: ['feed'], fail: ['blink'] },
      on: { at: '+20m', release: ['feed'] },
      again: { at: '+1h', cut: ['feed'] },
    },
  },
  '2h',
)
const { main, indexOf } = made
const result = run(main.system, main.scenario)
if (!result.ok) throw new Error(result.error.code)
const history = result.run
const place = (id: string) => indexOf.get(id)!
const MINUTE_MS = 60_000

function minutes(intervals: ReturnType<typeof downIntervals>): string[] {
  return intervals.map(
    each => `${each.fromMs / MINUTE_MS}-${each.toMs / MINUTE_MS}${each.open ? ' open' : ''}`,
  )
}

test('a level holds from the instant of its change', () => {
  const at = (minute: number) => levelAt(history, place('hosts'), minute * MINUTE_MS)
  expect([0, 9, 10, 29, 30, 39, 40, 120].map(at)).toEqual([10, 10, 0, 0, 5, 5, 10, 0])
})

test('down: none of its units up', () => {
  expect(minutes(downIntervals(history, place('hosts')))).toEqual(['10-30', '60-120 open'])
})

test('impaired: some units up, or up without what it needs to be so in full', () => {
  expect(minutes(impairedIntervals(history, place('hosts')))).toEqual(['30-40'])
  expect(minutes(impairedIntervals(history, place('app')))).toEqual(['30-40'])
})

test('what is down for no time at all has no interval', () => {
  expect(history.changes.some(change => change.component === place('blink') && change.level === 0)).toBe(true)
  expect(downIntervals(history, place('blink'))).toEqual([])
})

test('a condition over several components', () => {
  const both = {
    op: 'units' as const,
    components: [place('hosts'), place('app')],
    atLeast: 6,
  }
  expect(minutes(conditionIntervals(history, both, true))).toEqual(['0-10', '30-60'])
  expect(minutes(conditionIntervals(history, both, false))).toEqual(['10-30', '60-120 open'])
})
