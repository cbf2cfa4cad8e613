import { expect, test } from 'vitest'
import { openTimes } from '../../src/words/times.js'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** 2022-10-15 15:19 in Seoul. */
const START = Date.UTC(2022, 9, 15, 6, 19)

test('Times are told in the zone of the case, with the date where it differs from the one before', () => {
  const ko = openTimes(START, 'Asia/Seoul', 'ko')
  const en = openTimes(START, 'Asia/Seoul', 'en')
  const back = 10 * HOUR + 12 * MINUTE
  expect([ko.time(0), ko.dateTime(back), en.dateTime(back)]).toEqual([
    '15:19',
    '10월 16일 01:31',
    '16 Oct 01:31',
  ])
  expect([ko.after(8 * MINUTE, 0), ko.after(back, 0), ko.after(0, null)]).toEqual([
    '15:27',
    '10월 16일 01:31',
    '10월 15일 15:19',
  ])
})

test('A span says its date once where both ends have the same, and one time where it lasts no minute', () => {
  const en = openTimes(START, 'Asia/Seoul', 'en')
  expect(en.span(8 * MINUTE, 14 * MINUTE)).toBe('15 Oct 15:27–15:33')
  expect(en.span(8 * MINUTE, 10 * HOUR + 12 * MINUTE)).toBe('15 Oct 15:27 – 16 Oct 01:31')
  expect(en.span(0, 1000)).toBe('15 Oct 15:19')
})

test('Midnight is 00:00, never 24:00', () => {
  expect(openTimes(Date.UTC(2022, 9, 15, 15, 0), 'Asia/Seoul', 'en').dateTime(0)).toBe('16 Oct 00:00')
})
