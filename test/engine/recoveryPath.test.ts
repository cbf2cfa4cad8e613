import { expect, test } from 'vitest'
import { story, storyUntil } from './notation.js'

// What the time of an outage was spent on: from its end back along what was waited for last.

test('until the release, then the restart', () => {
  const parts = 'feed: {}\ndb: { needs: feed, recovery: { takes: 30m } }\napp: { needs: db }'
  expect(story(parts, '+5m cut feed', '+15m release feed').path('app')).toEqual([
    '5m-15m cut feed #1',
    '15m-45m recovery db',
  ])
})

test('repair comes before recovery', () => {
  const parts = 'rack: { repair: { takes: 6h }, recovery: { takes: 1h } }\napp: { needs: rack }'
  expect(story(parts, '+0m destroy rack').path('app')).toEqual(['0m-6h repair rack', '6h-7h recovery rack'])
})

test('one hand for two: the second waited for it', () => {
  const parts =
    't: { count: 1 }\na: &r { recovery: { takes: 20m, crew: { t: 1 } } }\nb: *r\napp: { needs: b }'
  expect(story(parts, '+0m fail a, b').path('app')).toEqual(['0m-20m crew b t=1', '20m-40m recovery b'])
})

test('a pause for want of a tool', () => {
  const parts = 'tool: {}\ndb: { recovery: { takes: 30m, needs: tool } }'
  expect(story(parts, '+0m fail db', '+20m cut tool', '+35m release tool').path('db')).toEqual([
    '0m-20m recovery db',
    '20m-35m pause db',
    '35m-45m recovery db',
  ])
})

test('batch after batch', () => {
  const parts = 'h: { count: 4, recovery: { takes: 10m, batch: 2 } }\napp: { needs: h >= 4 }'
  expect(story(parts, '+0m fail h').path('app')).toEqual(['0m-10m recovery h', '10m-20m recovery h'])
})

test('the delay of an event is its own part', () => {
  const parts = 'a: {}'
  expect(story(parts, '+0m cut a', '+10m repair a', 'after 1 +5m release a').path('a')).toEqual([
    '0m-10m cut a #1',
    '10m-15m event a #2',
  ])
})

test('a standby that began because its primary was lost', () => {
  const parts = 'a: {}\nb: { standby-for: a, recovery: { takes: 10m } }\napp: { needs: a or b }'
  expect(story(parts, '+5m fail a').path('app')).toEqual(['5m-15m recovery b'])
})

test('a restart of a restart: each part in its turn', () => {
  const parts =
    'tool: { recovery: { takes: 1h } }\ndb: { recovery: { takes: 20m, needs: tool } }\napp: { needs: db }'
  expect(story(parts, '+0m fail tool, db').path('app')).toEqual([
    '0m-1h recovery tool',
    '1h-1h20m recovery db',
  ])
})

test('open at the horizon: what has not come', () => {
  const parts = 'feed: {}\napp: { needs: feed }'
  expect(storyUntil('1d', parts, '+1h cut feed').path('app')).toEqual(['1h-1d open feed #0'])
})

test('open at the horizon: a restart that is not done', () => {
  const parts = 'feed: {}\napp: { needs: feed, recovery: { takes: 2d } }'
  expect(storyUntil('1d', parts, '+1h cut feed', '+2h release feed').path('app')).toEqual([
    '1h-2h cut feed #1',
    '2h-1d recovery app',
  ])
})

test('a second loss during the first: each has the time until the other counts', () => {
  const parts = `x: {}
y: { recovery: { takes: 20m } }
app: { needs: x and y }`
  expect(story(parts, '+0m cut x', '+10m fail y', '+15m release x').path('app')).toEqual([
    '0m-10m cut x #0',
    '10m-30m recovery y',
  ])
})

test('a restart that a second failure throws back', () => {
  const parts = 'db: { recovery: { takes: 1h } }'
  expect(story(parts, '+0m fail db', '+50m fail db').path('db')).toEqual([
    '0m-50m recovery db',
    '50m-1h50m recovery db',
  ])
})

test('destroyed while it was cut', () => {
  const parts = 'a: { repair: { takes: 1h } }'
  expect(story(parts, '+0m cut a', '+10m destroy a', '+20m release a').path('a')).toEqual([
    '0m-10m cut a #0',
    '10m-1h10m repair a',
  ])
})
