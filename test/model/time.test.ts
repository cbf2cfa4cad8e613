// Times in a zone, across the changes of its clocks, and the forms that a fact's time may take.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatLocal, parseFactTime, parseInstant } from '../../src/model/time.js'

const seoul = { timezone: 'Asia/Seoul', startEpochMs: Date.UTC(2022, 9, 15, 6, 19) }
const berlin = { timezone: 'Europe/Berlin', startEpochMs: Date.UTC(2024, 0, 1) }

describe('a time', () => {
  it.each([
    ['2022-10-15 15:19', '2022-10-15T06:19:00.000Z'],
    ['2022-10-15T15:19:30', '2022-10-15T06:19:30.000Z'],
    ['2022-10-15 15:19:30.5', '2022-10-15T06:19:30.500Z'],
    ['2022-10-15 15:19+00:00', '2022-10-15T15:19:00.000Z'],
    ['2022-10-15 15:19 Z', '2022-10-15T15:19:00.000Z'],
    ['2022-10-15 15:19-0330', '2022-10-15T18:49:00.000Z'],
    ['+10m', '2022-10-15T06:29:00.000Z'],
    ['+0m', '2022-10-15T06:19:00.000Z'],
    // Seoul had summer time in 1988.
    ['1988-07-01 12:00', '1988-07-01T02:00:00.000Z'],
  ])('%s', (text, iso) => {
    const instant = parseInstant(text, seoul)
    expect('epochMs' in instant && new Date(instant.epochMs).toISOString()).toBe(iso)
  })

  it.each([
    ['noon', 'bad-time'],
    ['15:19', 'bad-time'],
    ['+8m..14m', 'bad-time'],
    ['2022-10-15', 'date-without-time'],
    ['2022-02-30 10:00', 'no-such-date'],
    ['2022-10-15 24:00', 'no-such-date'],
    ['2022-10-15 10:60', 'no-such-date'],
  ])('%s is %s', (text, code) => {
    expect(parseInstant(text, seoul)).toMatchObject({ code })
  })

  it('that summer time skipped is said with the time it would have been', () => {
    expect(parseInstant('2024-03-31 02:30', berlin)).toMatchObject({
      code: 'skipped-time',
      suggestion: '2024-03-31 03:30',
    })
    expect(parseInstant('2024-03-31 01:59', berlin)).toEqual({ epochMs: Date.UTC(2024, 2, 31, 0, 59) })
    expect(parseInstant('2024-03-31 03:00', berlin)).toEqual({ epochMs: Date.UTC(2024, 2, 31, 1, 0) })
  })

  it('that was there twice is the first of the two, and says so', () => {
    expect(parseInstant('2024-10-27 02:30', berlin)).toEqual({
      epochMs: Date.UTC(2024, 9, 27, 0, 30),
      ambiguous: true,
    })
  })

  it('in an unknown zone is a problem, unless it has an offset', () => {
    const nowhere = { timezone: 'Asia/Soul', startEpochMs: 0 }
    expect(parseInstant('2022-10-15 15:19', nowhere)).toMatchObject({ code: 'unknown-timezone' })
    expect(parseInstant('2022-10-15 15:19Z', nowhere)).toHaveProperty('epochMs')
  })

  it('reads back what is written of an instant, in any zone', () => {
    const zones = fc.constantFrom(
      'Asia/Seoul',
      'Europe/Berlin',
      'America/St_Johns',
      'Australia/Lord_Howe',
      'UTC',
      'Africa/Casablanca',
    )
    const instants = fc.integer({ min: Date.UTC(1971, 0), max: Date.UTC(2037, 0) })
    fc.assert(
      fc.property(zones, instants, (timezone, epochMs) => {
        const read = parseInstant(formatLocal(epochMs, timezone), { timezone, startEpochMs: 0 })
        expect('epochMs' in read).toBe(true)
        if (!('epochMs' in read)) return
        const shown = formatLocal(read.epochMs, timezone)
        expect(shown).toBe(formatLocal(epochMs, timezone))
        if (read.ambiguous === undefined) expect(read.epochMs).toBe(epochMs)
      }),
    )
  })
})

describe('the time of a fact', () => {
  const minute = 60_000
  it.each([
    ['2022-10-15 15:30', { kind: 'at', fromMs: 11 * minute, toMs: 11 * minute }],
    ['2022-10-15 15:30 ± 5m', { kind: 'at', fromMs: 6 * minute, toMs: 16 * minute }],
    ['2022-10-15 15:30 +- 5m', { kind: 'at', fromMs: 6 * minute, toMs: 16 * minute }],
    ['2022-10-15 15:20 .. 2022-10-15 15:30', { kind: 'between', fromMs: minute, toMs: 11 * minute }],
    ['2022-10-15 15:20 .. 15:30', { kind: 'between', fromMs: minute, toMs: 11 * minute }],
    ['by 2022-10-15 15:30', { kind: 'by', fromMs: null, toMs: 11 * minute }],
    ['after 2022-10-15 15:30', { kind: 'after', fromMs: 11 * minute, toMs: null }],
    ['2022-10-15 15:10', { kind: 'at', fromMs: -9 * minute, toMs: -9 * minute }],
    ['+10m ± 1m', { kind: 'at', fromMs: 9 * minute, toMs: 11 * minute }],
    ['by +10m', { kind: 'by', fromMs: null, toMs: 10 * minute }],
  ] as const)('%s', (text, time) => {
    expect(parseFactTime(text, seoul)).toEqual(time)
  })

  it.each([
    ['2022-10-15 15:30 .. 15:20', 'range-backwards'],
    ['2022-10-15 15:30 ± soon', 'bad-precision'],
    ['2022-10-15 15:30 ± 1m..2m', 'bad-precision'],
    ['by noon', 'bad-time'],
    ['± 5m', 'bad-time'],
  ])('%s is %s', (text, code) => {
    expect(parseFactTime(text, seoul)).toMatchObject({ code })
  })
})
