import { matchAt } from './match.js'
import type { Scanned, WrittenDate } from './moment.js'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthName =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const yearAfter = '(?:,? ?(?:of )?(\\d{4})(?![\\dh]|[:.]\\d))?'
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
const koreanWeekdays = '일월화수목금토'

const iso = /(\d{4})-(\d{1,2})-(\d{1,2})(?![\d-])/y
const slashes = /(\d{4})\/(\d{1,2})\/(\d{1,2})(?![\d/])/y
const dots = /(\d{4})\. ?(\d{1,2})\. ?(\d{1,2})(?!\d|\.\d)\.?/y
const packed = /(\d{4})(\d{2})(\d{2})(?=T\d| |$)/y
const koreanDate = /(?:'?(\d{4}|\d{2}) ?년 ?)?(\d{1,2}) ?월 ?(\d{1,2}) ?일(?!간|째)/y
const koreanDay =
  /(\d{1,2}) ?일(?!간|째|\d)(?= ?(?:\(|오전|오후|새벽|아침|낮|밤|저녁|정오|자정|\d|[월화수목금토일]요일))/y
const threeFigures = /'?(\d{1,2})([/.-]) ?(\d{1,2})\2 ?(\d{4}|\d{2})(?![\d/:])\.?/y
const shortSlash = /(\d{1,2})\/(\d{1,2})(?![\d/])/y
const shortDash = /(\d{1,2})-(\d{1,2})(?= ?(?:\([^()]{1,9}\))? (?:\d{1,2}:\d{2}|오전|오후))/y
const shortDot = /(\d{1,2})\. ?(\d{1,2})\.?(?= ?(?:\([^()]{1,9}\))? (?:\d{1,2}:\d{2}|오전|오후))/y
const monthFirst = new RegExp(
  `${monthName} ?(\\d{1,2})(?:st|nd|rd|th)?(?![\\da-z]|[:.]\\d)${yearAfter}`,
  'iy',
)
const dayFirst = new RegExp(
  `(\\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -]?${monthName}(?![a-z])(?:-(\\d{4}))?${yearAfter}`,
  'iy',
)
const weekday = /(sun|mon|tue|wed|thu|fri|sat)(?:s|nes|rs|ur)?(?:day)?(?![a-z])\.?/iy
const koreanWeekday = /([일월화수목금토])요일/y
const weekdayBehind = / ?\(([일월화수목금토]|sun|mon|tue|wed|thu|fri|sat)(?:s|nes|rs|ur)?(?:day|요일)?\)/iy
const later =
  /(?:on )?(?:the )?(?:next|following) (?:day|morning|evening|night)(?![a-z])|tomorrow(?![a-z])|다음 ?날|이튿날|익일|내일/iy
const earlier = /(?:the )?(?:previous day|day before)(?![a-z])|yesterday(?![a-z])|전날|전일|어제/iy
const same = /(?:the )?same day(?![a-z])|today(?![a-z])|같은 ?날|당일|오늘/iy
const fromStart = /D ?([+-]) ?(\d{1,3})(?!\d)|D-?day/iy

/** A day at a place of a text, of whatever form; whether there is such a day is not looked at here. */
export function scanDate(text: string, position: number): Scanned<WrittenDate> | null {
  const date = scanWritten(text, position)
  if (date === null || date.value.weekday !== undefined) return date
  const behind = matchAt(weekdayBehind, text, date.end)
  if (behind === null) return date
  const day = koreanWeekdays.indexOf(behind[1]!)
  const named = day >= 0 ? day : weekdays.indexOf(behind[1]!.slice(0, 3).toLowerCase())
  return { value: { ...date.value, weekday: named }, end: date.end + behind[0].length }
}

function scanWritten(text: string, position: number): Scanned<WrittenDate> | null {
  const found = (match: RegExpExecArray, value: WrittenDate) => ({ value, end: position + match[0].length })
  for (const expression of [iso, slashes, dots, packed]) {
    const match = matchAt(expression, text, position)
    if (match !== null) return found(match, ymd(match[1], match[2], match[3]))
  }
  const korean = matchAt(koreanDate, text, position)
  if (korean !== null) return found(korean, ymd(korean[1], korean[2], korean[3]))
  const three = matchAt(threeFigures, text, position)
  if (three !== null) {
    const orders = ordersOf(three[1]!, three[3]!, three[4]!, three[0].startsWith("'"))
    if (orders.length > 0) return found(three, withOthers(orders))
  }
  // With a dash it is the end of an ISO date, whose month is first.
  const dashed = matchAt(shortDash, text, position)
  if (dashed !== null) return found(dashed, ymd(undefined, dashed[1], dashed[2]))
  const two = matchAt(shortSlash, text, position) ?? matchAt(shortDot, text, position)
  if (two !== null) {
    const orders = [
      ordered('month', undefined, two[1], two[2]),
      ordered('day', undefined, two[2], two[1]),
    ].filter(isPlausible)
    return found(two, orders.length > 0 ? withOthers(orders) : ymd(undefined, two[1], two[2]))
  }
  const named = matchAt(monthFirst, text, position)
  if (named !== null) return found(named, ymd(named[3], String(monthOf(named[1]!)), named[2]))
  const dayNamed = matchAt(dayFirst, text, position)
  if (dayNamed !== null)
    return found(dayNamed, ymd(dayNamed[3] ?? dayNamed[4], String(monthOf(dayNamed[2]!)), dayNamed[1]))
  const day = matchAt(koreanDay, text, position)
  if (day !== null) return found(day, { day: Number(day[1]) })
  return scanRelative(text, position)
}

function scanRelative(text: string, position: number): Scanned<WrittenDate> | null {
  const found = (match: RegExpExecArray, value: WrittenDate) => ({ value, end: position + match[0].length })
  for (const [expression, daysOn] of [
    [later, 1],
    [earlier, -1],
    [same, 0],
  ] as const) {
    const match = matchAt(expression, text, position)
    if (match !== null) return found(match, { daysOn })
  }
  const counted = matchAt(fromStart, text, position)
  if (counted !== null) {
    const days = Number(counted[2] ?? 0)
    return found(counted, { daysFromStart: counted[1] === '-' ? -days : days })
  }
  const english = matchAt(weekday, text, position)
  if (english !== null) return found(english, { weekday: weekdays.indexOf(english[1]!.toLowerCase()) })
  const korean = matchAt(koreanWeekday, text, position)
  return korean === null ? null : found(korean, { weekday: koreanWeekdays.indexOf(korean[1]!) })
}

const monthOf = (name: string): number => months.indexOf(name.slice(0, 3).toLowerCase()) + 1

function ymd(year: string | undefined, month: string | undefined, day: string | undefined): WrittenDate {
  const date = { month: Number(month), day: Number(day) }
  return year === undefined ? date : { year: fullYear(year), ...date }
}

const ordered = (
  order: NonNullable<WrittenDate['order']>,
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): WrittenDate => ({ ...ymd(year, month, day), order })

/** Two figures are a year of this century: incidents that are written about are not older. */
const fullYear = (year: string): number => (year.length === 2 ? 2000 : 0) + Number(year)

/** `24/07/25`: the orders in which the figures can be a date. Month first, day first, year first. */
function ordersOf(
  first: string,
  second: string,
  third: string,
  yearIsFirst: boolean,
): readonly WrittenDate[] {
  const orders = yearIsFirst
    ? []
    : [ordered('month', third, first, second), ordered('day', third, second, first)]
  if (third.length === 2 && first.length === 2) orders.push(ordered('year', first, second, third))
  return orders.filter(isPlausible)
}

const isPlausible = (date: WrittenDate): boolean =>
  date.month! >= 1 && date.month! <= 12 && date.day! >= 1 && date.day! <= 31

function withOthers(orders: readonly WrittenDate[]): WrittenDate {
  const [first, ...others] = orders
  const different = others.filter(other => other.month !== first!.month || other.day !== first!.day)
  return different.length > 0 ? { ...first!, others: different } : first!
}
