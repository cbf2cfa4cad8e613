import type { WrittenDate, WrittenTime, WrittenZone } from '../../model/typedTime/moment.js'
import { scanDate } from '../../model/typedTime/scanDate.js'
import { scanTime } from '../../model/typedTime/scanTime.js'
import { scanZone } from '../../model/typedTime/zones.js'
import { withoutEmphasis } from './leadingTime.js'
import type { PastedLine } from './lines.js'

/** A line that speaks of times is no longer than this; a longer one is prose. */
const longestStatement = 200

const aboutTimes =
  /\b(?:times?|timestamps?|time ?zones?|clocks?|timeline|chronology|date|when)\b|시각|시간|일시|기준|타임라인|경과|일지|날짜|時刻|時系列/i
const timelineTitle =
  /time ?line|chronolog|sequence of events|event log|incident log|key (?:events|times|moments)|log of events|what happened when|타임라인|시간 ?순|경과|일지|연표|주요 ?(?:시점|시각|일시)|진행 ?상황|사건 ?순서|조치 ?내역|時系列/i
const wordStart = /(?<![\p{L}\p{N}])(?=[\p{L}\p{N}'+])/gu

/** Whether a heading or a label begins a list of times. */
export const isTimelineTitle = (content: string): boolean => timelineTitle.test(content)

/** `All times in PST`, `(모든 시각은 KST)`, `Timeline (UTC)`, `| Time (UTC) |`: the zone of what follows. */
export function zoneStatement(content: string): WrittenZone | null {
  if (content.length > longestStatement || !aboutTimes.test(content)) return null
  const view = withoutEmphasis(content)
  for (const { index } of view.matchAll(wordStart)) {
    const zone = scanZone(view, index, false)
    // `at 15:30 UTC` in passing is the zone of that time alone.
    if (zone !== null && !/\d\s*[([]?$/.test(view.slice(0, index))) return zone.value
  }
  return null
}

/** The first day, with its month, that stands in a heading or a title. */
export function dayIn(content: string): WrittenDate | null {
  const view = withoutEmphasis(content.slice(0, longestStatement))
  for (const { index } of view.matchAll(wordStart)) {
    const date = scanDate(view, index)
    if (date !== null && date.value.month !== undefined && date.value.day !== undefined) return date.value
  }
  return null
}

const dayDecoration = /^[\s[(<-]*(?:day ?\d+\s*[:,–—-]?\s*|\d+일 ?차\s*[:,–—-]?\s*)?/i
const metadata =
  /^[\s*_-]*(?:(?:incident |event )?date|day|날짜|일자|일시|발생 ?일시?|장애 ?일시?)[\s*_]*[:：][\s*_]*/i

/** The day of a line that is nothing but a day: `2019-01-22`, `10월 15일 (토)`, `--- 2022년 10월 15일 토요일 ---`. */
export function dayAlone(content: string): WrittenDate | null {
  const view = withoutEmphasis(content)
  const start = dayDecoration.exec(view)![0].length
  const date = scanDate(view, start)
  if (date === null || (date.value.day === undefined && date.value.daysOn === undefined)) {
    return date?.value.daysFromStart !== undefined && isEnd(view.slice(date.end)) ? date.value : null
  }
  const rest = view.slice(date.end)
  const weekday = scanDate(rest, /^[\s,]*/.exec(rest)![0].length)
  if (isEnd(rest)) return date.value
  return weekday?.value.weekday !== undefined && isEnd(rest.slice(weekday.end)) ? date.value : null
}

const isEnd = (text: string): boolean =>
  text.length < 60 && /^[\s:：.)\]>-]*(?:\([^()]{0,20}\))?[\s:：.)\]-]*$/.test(text)

/** `Date: 2022-10-15`, `일시: 2022년 10월 15일 …`: the day that a text says it is about. */
export function dayOfMetadata(content: string): WrittenDate | null {
  const label = metadata.exec(content)
  return label === null ? null : dayIn(content.slice(label[0].length))
}

const zeroLine = /(?:^|[\s(])T ?(?:0|₀|=\s*0|\+ ?0)\s*(?:=|:|\bis\b|\bat\b|는|은)\s*/

/** `T0 = 2022-10-15 15:19`: what `T+12m` counts from. */
export function zeroOfTimeline(content: string): WrittenTime | null {
  const view = withoutEmphasis(content.slice(0, longestStatement))
  const zero = zeroLine.exec(view)
  if (zero === null) return null
  const forms = { compact: false, dotted: true, westwardMs: [], proseFollows: true }
  const time = scanTime(view, zero.index + zero[0].length, forms)
  return time?.from.clock === undefined ? null : time
}

/** What is known of a text's day before any entry is read: from its front matter, its title, its name. */
export function documentDay(path: string, lines: readonly PastedLine[]): WrittenDate | null {
  const found: WrittenDate[] = []
  const add = (date: WrittenDate | null) => {
    if (date !== null) found.push(date)
  }
  const first = lines.find(({ kind }) => kind !== 'blank' && kind !== 'skipped' && kind !== 'code')
  const title = lines.find(({ kind }) => kind === 'heading')
  if (title !== undefined && title.number - (first?.number ?? 0) <= titleWithin) add(dayIn(title.content))
  for (const { raw, kind } of lines.slice(0, 30)) {
    if (kind === 'skipped' && /^(?:date|title)\s*:/i.test(raw)) add(dayIn(raw.replace(/^\w+\s*:/, '')))
    else if (kind !== 'skipped' && kind !== 'code') add(dayOfMetadata(raw.slice(0, longestStatement)))
  }
  if (first?.kind === 'text') add(dayIn(first.content))
  const name = /(?:^|[^\d])(\d{4})[-_.]?(\d{2})[-_.]?(\d{2})(?!\d)/.exec(path.split('/').at(-1) ?? '')
  if (name !== null) add(dayIn(`${name[1]}-${name[2]}-${name[3]}`))
  const known = found.find(({ year }) => year !== undefined)
  const inYear = found.find(({ year }) => year === undefined)
  // A title may leave the year to the file's name.
  if (found[0] !== undefined && found[0] === inYear && known !== undefined)
    return { ...inYear, year: known.year! }
  return known ?? found[0] ?? null
}

/** A title stands among the first lines that are not blank. */
const titleWithin = 3
