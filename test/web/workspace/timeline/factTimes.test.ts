/** Proves what is shown of a time, and what is said to have been understood while one types. */
import { expect, test } from 'vitest'
import { rowOf, type TimeFrame } from '../../../../src/web/workspace/pages/timeline/factRow.js'
import {
  dayOf,
  shownTime,
  understandTime,
  worldClock,
} from '../../../../src/web/workspace/pages/timeline/factTimes.js'
import { timelineWords } from '../../../../src/words/workspace/timeline.js'

const startEpochMs = Date.UTC(2022, 9, 15, 6, 19)
const frame: TimeFrame = { timezone: 'Asia/Seoul', starts: new Map([['main', startEpochMs]]) }
const words = timelineWords('ko').time
const clock = worldClock(frame, 'ko')
const shown = (at: string) => {
  const { main, precision } = shownTime(rowOf('a', { at }, frame), clock, 'ko', words)
  return [main, precision].filter(Boolean).join(' ')
}

test.each([
  ['2022-10-15 15:30', '15:30'],
  ['2022-10-15 15:30 ± 5m', '15:30 ±5분'],
  ['2022-10-15 15:40 .. 15:42', '15:40 –15:42'],
  ['by 2022-10-15 16:03', '16:03 까지'],
  ['after 2022-10-15 16:03', '16:03 이후'],
  ['2022-10-16 00:00 .. 23:59', '하루 종일'],
  ['2022-10-16 00:00 .. 2022-10-18 23:59', '하루 종일 –10월 18일'],
  ['yesterday', 'yesterday 읽을 수 없음'],
  ['', ''],
])('%j is shown as %j', (at, text) => {
  expect(shown(at)).toBe(text)
})

test('the day stands above the first row of it', () => {
  const day = (at: string) => dayOf(rowOf('a', { at }, frame), clock, 'ko', words)
  expect(day('2022-10-16 01:31')).toBe('10월 16일 일')
  expect(day('2023-01-04 00:00')).toBe('2023년 1월 4일 수')
})

test.each([
  ['오후 3시 30분쯤', '2022-10-15 15:30 ± 5m'],
  ['15:30', '2022-10-15 15:30'],
  ['2022-10-15 15:30 ± 5m', '2022-10-15 15:30 ± 5m'],
  ['+12m', '+12m'],
])('%j is understood', (text, at) => {
  expect(understandTime(text, frame, { startEpochMs, previousEpochMs: null }, 'ko')).toMatchObject({ at })
})

test('what is no time is said, with what may have been meant', () => {
  const read = understandTime('15;30', frame, { startEpochMs, previousEpochMs: null }, 'ko')
  expect(read).toMatchObject({ suggestion: '15:30' })
})
