import { describe, expect, it } from 'vitest'
import { factEntries, scenarioStart } from '../../../src/view/facts/factEntry.js'
import { factTime } from '../../../src/view/facts/factTime.js'
import { openSmall } from '../openSmall.js'

/** How a fact's time reads in a case that starts on 15 October 2022 at 15:19. */
function reads(at: string, language: 'ko' | 'en'): string {
  const report = openSmall(
    `case: { title: x, timezone: Asia/Seoul, start: 2022-10-15 15:19 }\nfacts: { one: { at: "${at}", text: x } }`,
    language,
  )
  return factTime(report, factEntries(report)[0]!, scenarioStart(report, 'main'))
}

describe('A fact says its time with its precision, and of the date only what differs.', () => {
  it.each([
    ['2022-10-15 15:19', '15:19', '15:19'],
    ['2022-10-15 15:27 ± 5m', '≈15:27', '≈15:27'],
    ['by 2022-10-15 16:03', '≤16:03', '≤16:03'],
    ['after 2022-10-16 02:00', '16일 ≥02:00', '16 Oct ≥02:00'],
    ['2022-10-15 15:40 .. 15:42', '15:40–15:42', '15:40–15:42'],
    ['2022-10-16 01:31', '16일 01:31', '16 Oct 01:31'],
    ['2022-10-20 23:00 ± 30m', '20일 ≈23:00', '20 Oct ≈23:00'],
    ['2022-10-15 23:00 .. 2022-10-16 01:00', '23:00 – 16일 01:00', '23:00 – 16 Oct 01:00'],
    ['2022-10-17 00:00 .. 2022-10-17 23:59', '17일', '17 Oct'],
    ['2022-10-17 00:00 .. 2022-10-18 23:59', '17일–18일', '17 Oct–18 Oct'],
    ['by 2022-10-24 23:59', '24일까지', 'by 24 Oct'],
    ['2022-12-07 11:00', '12월 7일 11:00', '7 Dec 11:00'],
    ['2023-01-04 11:00', '2023년 1월 4일 11:00', '4 Jan 2023 11:00'],
    ['+10m', '15:29', '15:29'],
  ])('%s', (at, korean, english) => {
    expect([reads(at, 'ko'), reads(at, 'en')]).toEqual([korean, english])
  })
})
