import { clocks, dayMs, dayOf, type Form, hourMs, lengthOf, numberOf, plain, sumOfParts } from './form.js'
import type { Reading } from './reading.js'

/** Native numerals count only before `시간`. */
const tens: Readonly<Record<string, number>> = { 열: 10, 스물: 20, 스무: 20, 서른: 30, 마흔: 40, 쉰: 50 }
const ones: Readonly<Record<string, number>> = {
  한: 1,
  두: 2,
  세: 3,
  네: 4,
  다섯: 5,
  여섯: 6,
  일곱: 7,
  여덟: 8,
  아홉: 9,
}
const days: Readonly<Record<string, number>> = { 이틀: 2, 사흘: 3, 나흘: 4, 닷새: 5, 엿새: 6, 이레: 7 }
const scales: Readonly<Record<string, number>> = { 천: 1e3, 만: 1e4, 억: 1e8, 조: 1e12 }
const part = '(\\d[\\d,]{0,20}(?:\\.\\d{1,9})?)\\s?(일|시간|분|초|주(?![장요체]))'

/** Of `19일`: the day of a month, or that many days. */
const dayOrDays = (count: number): Reading[] => [
  ...(count >= 1 && count <= 31 ? [dayOf(null, count)] : []),
  lengthOf(count * dayMs, dayMs),
]

/** How Korean writes numbers, the longest forms first. */
export const koreanForms: readonly Form[] = [
  {
    pattern: /(?:\d{4}년\s{0,3})?(\d{1,2})월(?:\s{0,3}(\d{1,2})일)?/g,
    read: ([, month, day]) => [dayOf(Number(month), day === undefined ? null : Number(day))],
  },
  {
    pattern:
      /(?:(오전|오후|새벽|아침|낮|저녁|밤)\s{0,3})?(\d{1,2})시(?!간)(?:\s{0,3}(\d{1,2})분|\s{0,3}(반)(?![가-힣]))?/g,
    read: ([, half, hour, minute, thirty]) =>
      clocks(
        Number(hour),
        thirty === undefined ? Number(minute ?? 0) : 30,
        halfOf(half, hour),
        minute === undefined && thirty === undefined,
      ),
  },
  {
    pattern: new RegExp(`${part}(?:\\s{0,3}${part})*`, 'g'),
    read: ([all]) =>
      /^\d+\s?일$/.test(all) ? dayOrDays(Number.parseInt(all, 10)) : [sumOfParts(all, new RegExp(part, 'g'))],
  },
  {
    pattern: /(열|스물|스무|서른|마흔|쉰)?(한|두|세|네|다섯|여섯|일곱|여덟|아홉)?\s?시간(?!표)/g,
    read: ([, ten, one], before) => {
      if ((ten === undefined && one === undefined) || /[가-힣\d]$/.test(before)) return null
      return [lengthOf(((tens[ten ?? ''] ?? 0) + (ones[one ?? ''] ?? 0)) * hourMs, hourMs)]
    },
  },
  {
    pattern: /이틀|사흘|나흘|닷새|엿새|이레/g,
    read: ([all], before) => (/[가-힣]$/.test(before) ? null : [lengthOf((days[all] ?? 0) * dayMs, dayMs)]),
  },
  {
    pattern:
      /제\s?\d+|(?:급전|단계|그림|표)\s?\d+(?!,?\d)|\d+\s?(?:차(?=[\s,.)]|$)|번째|단계|호기|세대|절(?![가-힣])|장(?![가-힣]))/g,
    read: () => [],
  },
  {
    pattern: /(\d[\d,]{0,20}(?:\.\d{1,9})?)\s?(조|억|만|천)(?:\s?(\d[\d,]{0,20})\s?(만|천)?)?/g,
    read: ([, amount, scale = '', rest, restScale = '']) => [
      plain(
        numberOf(amount) * (scales[scale] ?? 1) +
          (rest === undefined ? 0 : numberOf(rest) * (scales[restScale] ?? 1)),
      ),
    ],
  },
]

/** `09시` is before noon as it is written, `9시` may be either. */
function halfOf(half: string | undefined, hour = ''): 'am' | 'pm' | null {
  if (half === undefined || half === '낮') return hour.startsWith('0') ? 'am' : null
  return /오후|저녁|밤/.test(half) ? 'pm' : 'am'
}
