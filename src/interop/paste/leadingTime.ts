import { matchAt, plainMarks } from '../../model/typedTime/match.js'
import type { WrittenDate, WrittenTime, WrittenZone } from '../../model/typedTime/moment.js'
import { scanDate } from '../../model/typedTime/scanDate.js'
import type { MomentForms } from '../../model/typedTime/scanMoment.js'
import { scanTime } from '../../model/typedTime/scanTime.js'
import { scanZone } from '../../model/typedTime/zones.js'

/** A time that a line gives. */
export interface LineTime {
  /** Null where the line gives a day alone. */
  readonly time: WrittenTime | null
  readonly day: WrittenDate | null
  /** As it is written. */
  readonly written: string
  /** What the line says besides, Markdown and all. */
  readonly rest: string
  /** A dash, a colon or a bracket stands between the time and the rest, as in no sentence. */
  readonly parted: boolean
  /** `Resolved 2020-02-12 12:07`: the time stands behind what happened. */
  readonly behind: boolean
}

/** Forms of a clock that a text uses besides `15:30`. */
export type TextForms = Pick<MomentForms, 'compact' | 'dotted'>

/** Characters before a time that stands behind its label. */
const longestLabel = 60
const longestLabelWords = 8

const opening = /[\s[("'“‘「【<|]*/y
const closing = /[\s\])"'”’」】>|]*/y
const particle = /(?:에는|에도|에야|에|께는|께)(?=[\s,]|$)/y
const separator = /[\s:：\-–—|,.;→=)\]]*/y
const letter = /[A-Za-z0-9]/
const wordStart = /(?:^|[\s([:：–—|,-])(?=[\d오정자A-Za-z밤낮새아저T+~약])/g

/** A text in which marks of emphasis and code are blanks, so that a time in bold is one: places stay the same. */
export const withoutEmphasis = (content: string): string => plainMarks(content).replace(/[*_`\\]/g, ' ')

const momentForms = (forms: TextForms): MomentForms => ({ ...forms, westwardMs: [], proseFollows: true })

/** The time with which a line begins: `**16:45** …`, `[08:47] …`, `2020-02-25 10:58: …`. */
export function leadingTime(content: string, forms: TextForms): LineTime | null {
  const view = withoutEmphasis(content)
  const start = matchAt(opening, view, 0)![0].length
  const time = scanTime(view, start, momentForms(forms))
  if (time === null || letter.test(view[time.end] ?? '')) return null
  const day = time.from.date
  if (time.from.clock === undefined && time.from.elapsed === undefined) {
    if (time.kind !== 'at' || day?.month === undefined || day.day === undefined) return null
    return found(content, view, start, time.end, null, day, false)
  }
  const behind = withPartsBehind(view, time)
  return found(content, view, start, behind.end, behind, null, false)
}

/** `**10:45** UTC`, `22:30 UTC (Oct 29)`: the zone and the day that follow a closing mark. */
function withPartsBehind(view: string, time: WrittenTime): WrittenTime {
  let { from, end } = time
  const place = end + matchAt(closing, view, end)![0].length
  const zone = from.zone === undefined && from.clock !== undefined ? zoneBehind(view, end, place) : null
  if (zone !== null) {
    from = { ...from, zone: zone.zone }
    end = zone.end
  }
  const bracket = from.date === undefined ? matchAt(/\s*[([]\s?/y, view, end) : null
  const day = bracket === null ? null : scanDate(view, end + bracket[0].length)
  const close = day === null ? null : matchAt(/\s?[)\]]/y, view, day.end)
  if (day !== null && close !== null && day.value.month !== undefined) {
    from = { ...from, date: day.value }
    end = day.end + close[0].length
  }
  return { ...time, from, end }
}

function zoneBehind(view: string, ...places: number[]): { zone: WrittenZone; end: number } | null {
  for (const place of places) {
    const zone = scanZone(view, place, false)
    if (zone !== null) return { zone: zone.value, end: zone.end }
  }
  return null
}

/**
 * The time with which a line ends, after what happened: `Resolved 2020-02-12 12:07`, `감지: 15:30`. A clock alone must
 * follow a colon or a dash. `lists` says that the line stands where times are listed.
 */
export function trailingTime(content: string, forms: TextForms, lists: boolean): LineTime | null {
  const view = withoutEmphasis(content)
  wordStart.lastIndex = 0
  for (let match = wordStart.exec(view); match !== null; match = wordStart.exec(view)) {
    const start = match.index + match[0].length
    if (start > longestLabel) return null
    if (match[0] === '' && wordStart.lastIndex === match.index) wordStart.lastIndex++
    if (start === 0) continue
    const label = view.slice(0, start).trim()
    const time = scanTime(view, start, momentForms(forms))
    if (time === null || label.split(/\s+/).length > longestLabelWords) continue
    const { date, clock } = time.from
    const dated = date?.month !== undefined && date.day !== undefined
    if (!dated && !(lists && clock !== undefined && /[:：–—-]$/.test(label))) continue
    const tail = view.slice(time.end).trim()
    if (!/^(?:\(.{0,80}\)|\[.{0,80}\])?[\s.,;)\]]*$/.test(tail)) continue
    if (isNoEvent(label)) return null
    if (clock !== undefined) return found(content, view, start, time.end, time, null, true)
    if (dated && lists && time.kind === 'at') return found(content, view, start, time.end, null, date, true)
  }
  return null
}

/** Labels of spans and of the document itself, which are no events. */
function isNoEvent(label: string): boolean {
  return /\b(?:duration|time to|length|modified|updated|created|published|written|revised|last edit|date)\b|소요|지속|걸린|작성|수정|게시|갱신|날짜|일시$/i.test(
    label,
  )
}

function found(
  content: string,
  view: string,
  start: number,
  end: number,
  time: WrittenTime | null,
  day: WrittenDate | null,
  behind: boolean,
): LineTime {
  const spoken = end + (matchAt(particle, view, end)?.[0].length ?? 0)
  const after = spoken + matchAt(closing, view, spoken)![0].length
  const skipped = after + matchAt(separator, view, after)![0].length
  const parted = /[:：\-–—|→=)\]*_]/.test(content.slice(end, skipped))
  const rest = behind
    ? `${content.slice(0, start).replace(/[\s:：–—|([-]+$/, '')}${trimmedTail(content.slice(end))}`
    : content.slice(skipped)
  return { time, day, written: view.slice(start, end).trim(), rest: balanced(rest.trim()), parted, behind }
}

const trimmedTail = (tail: string): string => (/[A-Za-z가-힣]/.test(tail) ? ` ${tail.trim()}` : '')

/** Marks of emphasis whose other half went with the time. */
function balanced(text: string): string {
  const odd = (text.match(/\*\*/g)?.length ?? 0) % 2 === 1
  return odd ? text.replace(/^\s*\*\*|\*\*/, '').trim() : text.replace(/^[*_]+\s+/, '').trim()
}
