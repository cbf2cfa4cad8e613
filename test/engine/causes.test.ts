import { expect, test } from 'vitest'
import { story } from './notation.js'

// What a change follows from, back to events: this decides whether a fact can test the model.

test('a loss leads to its event, and to the event before that', () => {
  const parts = 'a: {}\nb: { needs: a }'
  expect(story(parts, '+1m release b', 'after 0 +5m cut a').chain('6m b 0')).toEqual({
    changes: ['6m a 0'],
    events: [0, 1],
    works: [],
    holdups: [],
  })
})

test('the end of a hold-up names who held', () => {
  const parts = 'grid: {}\nups: { needs: grid, holdup: 10m }\nhost: { needs: ups }'
  expect(story(parts, '+1m cut grid').chain('11m host 0')).toEqual({
    changes: ['1m grid 0', '11m ups 0'],
    events: [0],
    works: [],
    holdups: ['ups'],
  })
})

test('a recovery leads to what let it begin, not to what it was lost by', () => {
  const parts = 'feed: {}\ndb: { needs: feed, recovery: { takes: 30m } }'
  expect(story(parts, '+1m cut feed', '+10m release feed').chain('40m db 1')).toEqual({
    changes: ['10m feed 1'],
    events: [1],
    works: ['recovery db'],
    holdups: [],
  })
})

test('who waited for a crew follows from the work that had it', () => {
  const parts = 't: { count: 1 }\na: &r { recovery: { takes: 20m, crew: { t: 1 } } }\nb: *r'
  expect(story(parts, '+0m fail a', '+5m fail b').chain('40m b 1')).toEqual({
    changes: ['0m a 0', '5m b 0'],
    events: [0, 1],
    works: ['recovery a', 'recovery b'],
    holdups: [],
  })
})

test('a pause brings along what began it and what ended it', () => {
  const parts = 'tool: {}\ndb: { recovery: { takes: 30m, needs: tool } }'
  expect(story(parts, '+0m fail db', '+20m cut tool', '+35m release tool').chain('45m db 1')).toEqual({
    changes: ['0m db 0', '20m tool 0', '35m tool 1'],
    events: [0, 1, 2],
    works: ['recovery db'],
    holdups: [],
  })
})

test('repair and recovery of what was destroyed', () => {
  const parts = 'rack: { repair: { takes: 6h }, recovery: { takes: 1h } }'
  expect(story(parts, '+0m destroy rack').chain('7h rack 1')).toEqual({
    changes: ['0m rack 0'],
    events: [0],
    works: ['repair rack', 'recovery rack'],
    holdups: [],
  })
})
