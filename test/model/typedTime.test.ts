// A time as people type it becomes the text of a fact that reads back as the same instants, or a problem: never a guess.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatLocal, parseFactTime } from '../../src/model/time.js'
import { longestTypedTime, readTypedTime, type TypedTime } from '../../src/model/typedTime.js'
import { typedTimeWords } from '../../src/words/typedTime/typedTimeWords.js'

const seoul = { timezone: 'Asia/Seoul', startEpochMs: Date.UTC(2022, 9, 15, 6, 19) }
const london = { timezone: 'Europe/London', startEpochMs: Date.UTC(2025, 6, 23, 14, 35) }
const chicago = { timezone: 'America/Chicago', startEpochMs: Date.UTC(2024, 10, 3, 5) }

const at = (text: string, frame = seoul, previous?: string) => {
  const read = readTypedTime(text, {
    ...frame,
    previous: previous === undefined ? undefined : Date.parse(previous),
  })
  return 'code' in read
    ? `${read.code}${read.suggestion === undefined ? '' : ` → ${read.suggestion}`}`
    : read.at
}

describe('a typed time', () => {
  it.each([
    // Clocks.
    ['15:30', '2022-10-15 15:30'],
    ['１５：３０', '2022-10-15 15:30'],
    ['15:30:20', '2022-10-15 15:30:20'],
    ['15.30', '2022-10-15 15:30'],
    ['15h30', '2022-10-15 15:30'],
    ['1530', '2022-10-15 15:30'],
    ['930', '2022-10-15 09:30'],
    ['1530 hrs', '2022-10-15 15:30'],
    ['3:30pm', '2022-10-15 15:30'],
    ['3.30 p.m.', '2022-10-15 15:30'],
    ['3pm', '2022-10-15 15:00'],
    ['오후 3:30', '2022-10-15 15:30'],
    ['오후 3시 반', '2022-10-15 15:30'],
    ['오후 세 시 반', '2022-10-15 15:30'],
    ['15시 30분', '2022-10-15 15:30'],
    ['15시30분20초', '2022-10-15 15:30:20'],
    ['15:30에', '2022-10-15 15:30'],
    ['정오', '2022-10-15 12:00'],
    ['noon', '2022-10-15 12:00'],
    ['자정', '2022-10-16 00:00'],
    ['midnight', '2022-10-16 00:00'],
    ['밤 11시', '2022-10-15 23:00'],
    ['밤 12시', '2022-10-16 00:00'],
    ['낮 12시', '2022-10-15 12:00'],
    ['24:00', '2022-10-16 00:00'],
    // Zones.
    ['15.30 KST', '2022-10-15 15:30'],
    ['15:30 UTC', '2022-10-16 00:30'],
    ['0630Z', '2022-10-15 15:30'],
    ['15:30 (UTC+9)', '2022-10-15 15:30'],
    ['15:30+09:00', '2022-10-15 15:30'],
    ['KST 15:30', '2022-10-15 15:30'],
    ['15:30 (한국 시각)', '2022-10-15 15:30'],
    ['08:30 Europe/London', '2022-10-15 16:30'],
    ['02:30 Eastern Daylight Time', '2022-10-15 15:30'],
    ['11:30 PM US Pacific time', '2022-10-15 15:30'],
    ['07:30 British Summer Time', '2022-10-15 15:30'],
    ['11:30 pm Pacific', '2022-10-15 15:30'],
    ['23:30 PST/PDT', '2022-10-15 15:30'],
    ['07:30 GMT/BST', '2022-10-15 15:30'],
    ['23:30 US/Pacific', '2022-10-15 15:30'],
    // Days.
    ['10/15/2022 - 15:30', '2022-10-15 15:30'],
    ['October 15, 2022: 3:30pm', '2022-10-15 15:30'],
    ['3:30 PM KST Saturday Oct 15th', '2022-10-15 15:30'],
    ['10/15 15:30', '2022-10-15 15:30'],
    ['15/10 15:30', '2022-10-15 15:30'],
    ['10.15 15:30', '2022-10-15 15:30'],
    ['12-05 16:21', '2022-12-05 16:21'],
    ['22.10.15 15:30', '2022-10-15 15:30'],
    ['2022. 10. 15. 오후 3:30', '2022-10-15 15:30'],
    ['2022-10-15 1530', '2022-10-15 15:30'],
    ['10월 15일 15:30', '2022-10-15 15:30'],
    ['15일 15:30', '2022-10-15 15:30'],
    ['2022년 10월 15일 오후 3시 19분', '2022-10-15 15:19'],
    ['2022-10-15(토) 15:30', '2022-10-15 15:30'],
    ['2022-10-15T15:19:00Z', '2022-10-16 00:19'],
    ['20221015T151900Z', '2022-10-16 00:19'],
    ['Oct 15, 2022 3:19 PM', '2022-10-15 15:19'],
    ['Oct 15, 2022, 3:19:05 PM', '2022-10-15 15:19:05'],
    ['15 Oct 15:19', '2022-10-15 15:19'],
    ['15th of October 2022 at 3pm', '2022-10-15 15:00'],
    ['Sat, 15 Oct 2022 15:19:00 +0000', '2022-10-16 00:19'],
    ['15:30 on Oct 15', '2022-10-15 15:30'],
    ['Saturday 15:30', '2022-10-15 15:30'],
    ['월요일 09:00', '2022-10-17 09:00'],
    ['어제 01:30', '2022-10-14 01:30'],
    ['다음 날 01:30', '2022-10-16 01:30'],
    ['next day 01:30', '2022-10-16 01:30'],
    ['01:30 the next day', '2022-10-16 01:30'],
    ['D+1 09:00', '2022-10-16 09:00'],
    // Since something.
    ['+12m', '+12m'],
    ['T+12m', '+12m'],
    ['T+1:30', '+1h30m'],
    ['T-5', '-5m'],
    ['-3m', '-3m'],
    ['+1시간 30분', '+1h30m'],
    ['T0', '+0m'],
    ['12분 뒤', '2022-10-15 15:31'],
    ['5 minutes later', '2022-10-15 15:24'],
    // About.
    ['오후 3시 30분쯤', '2022-10-15 15:30 ± 5m'],
    ['15:30경', '2022-10-15 15:30 ± 5m'],
    ['~15:30', '2022-10-15 15:30 ± 5m'],
    ['c. 15:30', '2022-10-15 15:30 ± 5m'],
    ['around 15:30 UTC', '2022-10-16 00:30 ± 5m'],
    ['약 15:30', '2022-10-15 15:30 ± 5m'],
    ['about 3pm', '2022-10-15 15:00 ± 30m'],
    ['15시쯤', '2022-10-15 15:00 ± 30m'],
    ['15:30:20쯤', '2022-10-15 15:30:20 ± 1m'],
    ['T+2h쯤', '+2h ± 30m'],
    ['15:30 ± 5m', '2022-10-15 15:30 ± 5m'],
    ['15:30 +/- 90s', '2022-10-15 15:30 ± 1m30s'],
    ['15:30±5분', '2022-10-15 15:30 ± 5m'],
    // Ranges and open sides.
    ['15:30-15:42', '2022-10-15 15:30 .. 15:42'],
    ['09:00-10:00', '2022-10-15 09:00 .. 10:00'],
    ['15:30~15:42', '2022-10-15 15:30 .. 15:42'],
    ['15:30 ~ 16시', '2022-10-15 15:30 .. 16:00'],
    ['15시 30분~42분', '2022-10-15 15:30 .. 15:42'],
    ['between 15:30 and 15:42', '2022-10-15 15:30 .. 15:42'],
    ['from 15:30 to 15:42', '2022-10-15 15:30 .. 15:42'],
    ['15:30부터 15:42까지', '2022-10-15 15:30 .. 15:42'],
    ['15시와 16시 사이', '2022-10-15 15:00 .. 16:00'],
    ['23:50-00:10', '2022-10-15 23:50 .. 2022-10-16 00:10'],
    ['3:30-3:42 pm', '2022-10-15 15:30 .. 15:42'],
    ['11:30-1:30pm', '2022-10-15 11:30 .. 13:30'],
    ['오후 3시~5시', '2022-10-15 15:00 .. 17:00'],
    ['06:30-06:42 UTC', '2022-10-15 15:30 .. 15:42'],
    ['+10m~+20m', '+10m .. +20m'],
    ['about 15:30 to 16:00', '2022-10-15 15:25 .. 16:00'],
    ['by 15:30', 'by 2022-10-15 15:30'],
    ['before 15:30', 'by 2022-10-15 15:30'],
    ['15:30까지', 'by 2022-10-15 15:30'],
    ['15:30 이전', 'by 2022-10-15 15:30'],
    ['after 15:30', 'after 2022-10-15 15:30'],
    ['since 15:30', 'after 2022-10-15 15:30'],
    ['15:30 이후', 'after 2022-10-15 15:30'],
    ['15:30~', 'after 2022-10-15 15:30'],
    ['by about 15:30', 'by 2022-10-15 15:35'],
  ])('%s is %s', (text, expected) => {
    expect(at(text)).toBe(expected)
  })

  it.each([
    ['00:10', '2022-10-15T23:55:00+09:00', '2022-10-16 00:10'],
    ['23:55', '2022-10-16T00:10:00+09:00', '2022-10-15 23:55'],
    ['14:50', '2022-10-15T15:20:00+09:00', '2022-10-15 14:50'],
    ['09:00', '2022-10-15T21:00:00+09:00', '2022-10-16 09:00'],
    ['15:30', '2022-10-17T15:20:00+09:00', '2022-10-17 15:30'],
    ['3:30', '2022-10-15T15:20:00+09:00', '2022-10-15 15:30'],
    ['3:30', '2022-10-15T02:20:00+09:00', '2022-10-15 03:30'],
    ['03:30', '2022-10-15T15:20:00+09:00', '2022-10-16 03:30'],
    ['어제 09:00', '2022-10-17T15:20:00+09:00', '2022-10-16 09:00'],
    ['10분 뒤', '2022-10-17T15:20:00+09:00', '2022-10-17 15:30'],
    ['1/2 09:00', '2022-12-31T15:20:00+09:00', '2023-01-02 09:00'],
  ])('%s below %s is %s', (text, previous, expected) => {
    expect(at(text, seoul, previous)).toBe(expected)
  })

  it('of figures that several orders make a date is the day nearest to the row above, and says so', () => {
    expect(at('24/07/25 12:34', london, '2025-07-23T19:45:00Z')).toBe('2025-07-24 12:34')
    expect(at('3/4 10:00', { timezone: 'Asia/Seoul', startEpochMs: Date.UTC(2022, 3, 2) })).toBe(
      '2022-04-03 10:00',
    )
    expect(readTypedTime('10/11 10:00', seoul)).toMatchObject({
      at: '2022-10-11 10:00',
      assumed: ['date', 'year'],
    })
  })

  it.each([
    ['', 'empty'],
    ['hello', 'bad-time'],
    ['15:30 hello', 'bad-time'],
    ['3', 'bad-time'],
    ['1.5', 'bad-time'],
    ['90분', 'bad-time'],
    ['3시간', 'bad-time'],
    ['+12', 'bad-time → +12m'],
    ['15:3O', 'bad-time → 15:30'],
    ['15;30', 'bad-time → 15:30'],
    ['25:99', 'no-such-time'],
    ['25:30', 'no-such-time → 2022-10-16 01:30'],
    ['2022-10-15 25:30', 'no-such-time → 2022-10-16 01:30'],
    ['15:60', 'no-such-time'],
    ['15:30 am', 'no-such-time'],
    ['2022-02-30 10:00', 'no-such-date'],
    ['13월 1일 10:00', 'no-such-date'],
    ['2022-10-15', 'date-without-time'],
    ['Oct 15', 'date-without-time'],
    ['2022', 'year-or-time → 20:22'],
    ['2022-10-15(일) 15:30', 'weekday-disagrees'],
    ['15:30 XST', 'unknown-zone'],
    ['16:40 / 16:42', 'several-times'],
    ['15:42-15:30', 'range-backwards → 2022-10-15 15:30 .. 15:42'],
    ['x'.repeat(longestTypedTime + 1), 'too-long'],
  ])('%s is no time: %s', (text, expected) => {
    expect(at(text)).toBe(expected)
  })

  it('figures that are far from the year of the case are a clock', () => {
    expect(at('2030')).toBe('2022-10-15 20:30')
    expect(at('2022', { ...seoul, startEpochMs: Date.UTC(2015, 0, 1, 6) })).toContain('20:22')
  })

  it('that summer time skipped, or showed twice, is said', () => {
    expect(at('2025-03-30 01:30', london)).toBe('skipped-time → 2025-03-30 02:30')
    const twice = readTypedTime('2025-10-26 01:30', london)
    expect(twice).toMatchObject({ at: '2025-10-26 01:30', secondAt: '2025-10-26 01:30+00:00' })
    expect(at('2025-10-26 01:30 GMT', london)).toBe('2025-10-26 01:30+00:00')
    expect(at('2024-11-03 01:30-06:00', chicago)).toBe('2024-11-03 01:30-06:00')
    expect(at('2024-11-03 01:30-05:00', chicago)).toBe('2024-11-03 01:30')
    expect(at('2024-11-03 09:00-10:00', chicago)).toBe('2024-11-03 09:00 .. 10:00')
  })

  it('says what it assumed of letters that mean several zones', () => {
    expect(readTypedTime('15:30 CST', chicago)).toMatchObject({
      at: '2024-11-02 16:30',
      assumed: ['date', 'zone'],
    })
    expect(readTypedTime('2024-11-03 15:30 CST', chicago)).toMatchObject({
      at: '2024-11-03 15:30',
      assumed: [],
    })
    expect(at('15:30 CST', { timezone: 'Asia/Shanghai', startEpochMs: seoul.startEpochMs })).toBe(
      '2022-10-15 15:30',
    )
    expect(readTypedTime('10:30 CST', seoul)).toMatchObject({
      at: '2022-10-16 01:30',
      assumed: ['date', 'zone'],
    })
    expect(readTypedTime('10:30 IST', seoul)).toMatchObject({
      at: '2022-10-15 14:00',
      assumed: ['date', 'zone'],
    })
    // Pacific standard time in October, when clocks there show daylight time.
    expect(readTypedTime('00:00 PST', seoul)).toMatchObject({
      at: '2022-10-15 17:00',
      assumed: ['date', 'zone'],
    })
    expect(readTypedTime('00:00 PT', seoul)).toMatchObject({ at: '2022-10-15 16:00', assumed: ['date'] })
  })

  it('in an unknown zone of the case is a problem', () => {
    expect(at('15:30', { timezone: 'Asia/Soul', startEpochMs: 0 })).toBe('unknown-zone')
  })
})

const zones = [
  'Asia/Seoul',
  'UTC',
  'Europe/London',
  'America/New_York',
  'Australia/Lord_Howe',
  'America/St_Johns',
]
const pieces = fc.constantFrom(
  ...[
    '15:30',
    '3:30',
    '0:10',
    '오후 3시',
    '3시 반',
    '1530',
    '15.30',
    '10/15',
    '3/4',
    '2024-10-27',
    '02:30',
    '10월 27일',
  ],
  ...[
    ' ',
    ' ',
    ' ',
    '~',
    '-',
    ' to ',
    '부터',
    '까지',
    '쯤',
    '약 ',
    'by ',
    'after ',
    ' ± 5m',
    ' UTC',
    ' KST',
    ' PST',
    ' BST',
  ],
  ...[
    '+12m',
    'T+90',
    '다음 날 ',
    'next day ',
    'Sat ',
    ' pm',
    '오전 ',
    '자정',
    'noon',
    '±',
    '(',
    ')',
    '+09:00',
    '-05:00',
    'Z',
  ],
)

function expectSame(read: TypedTime, frame: { timezone: string; startEpochMs: number }) {
  const parsed = parseFactTime(read.at, frame)
  if ('code' in parsed) throw new Error(`${read.at} is ${parsed.code}`)
  const back = (ms: number | null) => (ms === null ? null : ms + frame.startEpochMs)
  expect(parsed.kind).toBe(read.kind)
  expect([back(parsed.fromMs), back(parsed.toMs)]).toEqual([read.fromEpochMs, read.toEpochMs])
}

describe('what is read', () => {
  it('reads back as the same instants, and typed again stays as it is', () => {
    let understood = 0
    fc.assert(
      fc.property(
        fc.array(pieces, { minLength: 1, maxLength: 6 }),
        fc.constantFrom(...zones),
        fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2026, 0) }),
        fc.option(fc.integer({ min: -3_000_000, max: 200_000_000 })),
        (parts, timezone, start, previous) => {
          const frame = { timezone, startEpochMs: start - (start % 60_000) }
          const above = previous === null ? undefined : frame.startEpochMs + previous
          const read = readTypedTime(parts.join(''), { ...frame, previous: above })
          if ('code' in read) return
          understood++
          expectSame(read, frame)
          expect(readTypedTime(read.at, { ...frame, previous: above })).toMatchObject({
            at: read.at,
            fromEpochMs: read.fromEpochMs,
            toEpochMs: read.toEpochMs,
          })
        },
      ),
      { numRuns: 4000, seed: 7 },
    )
    expect(understood).toBeGreaterThan(400)
  })

  it('is every minute of a zone, also where its clocks are set back', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: Date.UTC(2020, 0) / 60_000, max: Date.UTC(2026, 0) / 60_000 }),
        (timezone, minute) => {
          const frame = { timezone, startEpochMs: minute * 60_000 - 3_600_000 }
          const read = readTypedTime(`${formatLocal(minute * 60_000, 'UTC')} UTC`, frame)
          if ('code' in read) throw new Error(read.code)
          expect(read.fromEpochMs).toBe(minute * 60_000)
          expectSame(read, frame)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('is nothing that a text of any kind can break', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 250 }), text => {
        const read = readTypedTime(text, seoul)
        if (!('code' in read)) expectSame(read, seoul)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('the words about typed times', () => {
  it.each(['ko', 'en'] as const)('%s fill every place of a sentence', language => {
    for (const text of [
      '',
      'hello',
      '25:30',
      '2022',
      '2022-10-15',
      '15:30 XST',
      '15:42-15:30',
      '2022-10-15(일) 15:30',
    ]) {
      const read = readTypedTime(text, seoul)
      if (!('code' in read)) throw new Error(text)
      expect(typedTimeWords(language).problems[read.code](read.values)).not.toContain('undefined')
    }
  })
})
