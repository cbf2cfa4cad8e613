import type { WrittenDate, WrittenTime, WrittenZone } from '../../model/typedTime/moment.js'
import { importLimits } from '../importLimits.js'
import { type LineTime, leadingTime, type TextForms, trailingTime } from './leadingTime.js'
import type { PastedLine } from './lines.js'
import {
  dayAlone,
  dayIn,
  dayOfMetadata,
  isTimelineTitle,
  zeroOfTimeline,
  zoneStatement,
} from './statements.js'
import { timedRows } from './tableRows.js'

/** An entry of a timeline as a text has it. */
export interface PastedEntry {
  /** First and last line, from 1. */
  readonly line: number
  readonly lastLine: number
  /** Null where the line gives a day alone, or stands among timed lines without a time. */
  readonly time: WrittenTime | null
  readonly day: WrittenDate | null
  readonly written: string
  /** Markdown, lines parted by line feeds. */
  readonly text: string
  /** The time stands behind what happened, as lists of key times write it: their order is not that of time. */
  readonly behind: boolean
  /** Entries of one list have one number: days go on within it. */
  readonly list: number
  /** The day that a heading above gives, and which heading: once used, days go on from entry to entry. */
  readonly heading: { readonly number: number; readonly date: WrittenDate } | null
  readonly zone: WrittenZone | null
}

/** An entry with what tells whether it is one. */
interface FoundEntry extends PastedEntry {
  readonly section: boolean
  readonly prose: boolean
}

/** The entries of a text in the order of its lines, and what `T+0` is where it says so. */
export interface PastedEntries {
  readonly entries: readonly PastedEntry[]
  readonly zero: { readonly time: WrittenTime; readonly zone: WrittenZone | null } | null
}

/** What is known at a line from the lines above. */
interface Standing {
  section: boolean
  list: number
  heading: { number: number; date: WrittenDate } | null
  zone: WrittenZone | null
  zero: PastedEntries['zero']
}

/** Words after which a line that begins with a time goes on with the sentence of the line above. */
const goesOn =
  /(?:\b(?:at|to|by|until|till|from|between|and|or|since|around|about|approximately|the|of|in|on|was|before|after)|[,(])\s*$/i
/** What every time has one of; most lines of prose have none. */
const mayTell = /\d|noon|midday|midnight|정오|자정|[한두세네섯곱덟홉열] ?시/i
/** What every day has one of. */
const mayTellDay = /\d|day|날|일|오늘|어제|tomorrow/i
const labelLine = /^(?:\*\*[^*]{1,60}\*\*|__[^_]{1,60}__|[^.!?]{1,60})[:：]?\s*$/

/** Finds what a text lists with times: headings, list items, lines, rows. Prose that does not begin with a time is none. */
export function pastedEntries(lines: readonly PastedLine[], forms: TextForms): PastedEntries {
  const standing: Standing = { section: false, list: 0, heading: null, zone: zoneForAll(lines), zero: null }
  const entries: FoundEntry[] = []
  const timeless: (FoundEntry & { indent: number })[] = []
  const indents = new Map<number, number>()
  const title = titleOf(lines, forms)
  for (let index = 0; index < lines.length; ) {
    const line = lines[index]!
    if (line.kind === 'blank' || line.kind === 'code' || line.kind === 'skipped') {
      index++
      continue
    }
    if (line.kind === 'row') {
      index = readTable(lines, index, forms, standing, entries)
      continue
    }
    const time = line === title ? null : timeOf(lines, index, forms, standing)
    if (time !== null) {
      const end = endOf(lines, index, time, forms)
      entries.push(entryOf(lines, index, end, time, standing))
      if (line.kind === 'item') indents.set(entries.length - 1, line.indent)
      index = end + 1
      continue
    }
    observe(line, lines, index, standing)
    if (line.kind === 'item' && !isLabel(line, lines, index)) {
      timeless.push({
        ...entryOf(lines, index, index, null, standing),
        text: line.content,
        indent: line.indent,
      })
    }
    index++
  }
  const all = [...withoutProse(entries), ...amongTimed(timeless, entries, indents)]
  return { entries: all.sort((a, b) => a.line - b.line), zero: standing.zero }
}

/** Entries of a timeline by which prose elsewhere is known to tell the same again. */
const enoughTold = 2

/** Where a text has a timeline, sentences elsewhere that begin with a time tell it again: they are no entries. */
function withoutProse(entries: readonly FoundEntry[]): readonly FoundEntry[] {
  const told = entries.filter(({ section }) => section).length
  return told < enoughTold ? entries : entries.filter(({ section, prose }) => section || !prose)
}

/** `All times in UTC` at the foot of a text holds for what stands above as well, where it is the only zone named. */
function zoneForAll(lines: readonly PastedLine[]): WrittenZone | null {
  const said = lines.filter(
    ({ kind, content }) =>
      (kind === 'text' || kind === 'item') &&
      /\ball\b|모든|모두|전부/i.test(content) &&
      zoneStatement(content) !== null,
  )
  return said.length === 1 ? zoneStatement(said[0]!.content) : null
}

/** The heading that is the text's title: the first, where others follow and it says more than a time. */
function titleOf(lines: readonly PastedLine[], forms: TextForms): PastedLine | null {
  const headings = lines.filter(({ kind }) => kind === 'heading')
  const first = headings[0]
  if (
    first === undefined ||
    headings.length < 2 ||
    headings.slice(1).some(({ level }) => level < first.level)
  )
    return null
  const time = leadingTime(first.content, forms)
  const deeper = headings.some(({ level }) => level > first.level)
  return time === null || (deeper && time.rest !== '') ? first : null
}

function timeOf(
  lines: readonly PastedLine[],
  index: number,
  forms: TextForms,
  standing: Standing,
): LineTime | null {
  const line = lines[index]!
  if (!mayTell.test(line.content)) return null
  if (zeroOfTimeline(line.content) !== null || dayAlone(line.content) !== null) return null
  const lead = leadingTime(line.content, forms)
  const listed = standing.section || line.kind === 'item'
  if (lead !== null) {
    if (lead.time === null) return line.kind === 'item' && standing.section && lead.rest !== '' ? lead : null
    return line.kind === 'text' && isMiddleOfProse(lines, index) ? null : lead
  }
  if (line.kind === 'heading') return null
  if (line.kind === 'text' && !standing.section && isMiddleOfProse(lines, index)) return null
  return zoneStatement(line.content) === null || !/\btimes\b|시각/i.test(line.content)
    ? trailingTime(line.content, forms, listed)
    : null
}

function isMiddleOfProse(lines: readonly PastedLine[], index: number): boolean {
  const before = lines[index - 1]
  return (
    before !== undefined && (before.kind === 'text' || before.kind === 'item') && goesOn.test(before.content)
  )
}

/** The last line of an entry: what is indented under it, what a line goes on with, what stands under a heading. */
function endOf(lines: readonly PastedLine[], index: number, time: LineTime, forms: TextForms): number {
  const line = lines[index]!
  const last = Math.min(lines.length - 1, index + importLimits.entryLines)
  const bare = time.rest === '' || /[:：]$/.test(time.rest)
  let end = index
  let blank = false
  for (let next = index + 1; next <= last; next++) {
    const other = lines[next]!
    if (other.kind === 'blank') {
      blank = true
      continue
    }
    if (other.kind === 'heading' || other.kind === 'row') break
    if (other.kind === 'code' || other.kind === 'skipped') {
      if (line.kind === 'heading' || other.indent > line.indent) continue
      break
    }
    if (leadingTime(other.content, forms)?.time || dayAlone(other.content) !== null) break
    if (line.kind === 'heading') {
      end = next
      continue
    }
    const deeper = other.indent > line.indent
    const sameParagraph = !blank && other.kind === 'text'
    const first = end === index
    const listUnder = bare && other.kind === 'item' && line.kind === 'text'
    if (!deeper && !sameParagraph && !(bare && first && other.kind === 'text') && !listUnder) break
    if (!deeper && sameParagraph && line.kind === 'text' && trailingTime(other.content, forms, true) !== null)
      break
    end = next
  }
  return end
}

function entryOf(
  lines: readonly PastedLine[],
  index: number,
  end: number,
  time: LineTime | null,
  standing: Standing,
): FoundEntry {
  const under = lines
    .slice(index + 1, end + 1)
    .filter(({ kind }) => kind === 'text' || kind === 'item')
    .map(({ kind, content }) => (kind === 'item' ? `- ${content}` : content))
  const text = [time?.rest ?? '', ...under].filter(Boolean).join('\n')
  return {
    line: lines[index]!.number,
    lastLine: lines[end]!.number,
    time: time?.time ?? null,
    day: time?.day ?? null,
    written: time?.written ?? '',
    text,
    behind: time?.behind ?? false,
    list: standing.list,
    heading: standing.heading,
    zone: standing.zone,
    section: standing.section,
    prose: lines[index]!.kind === 'text' && time !== null && !time.parted && /[.!?。]$/.test(text),
  }
}

/** What a line that is no entry tells of the entries below: section, day, zone, `T+0`. */
function observe(line: PastedLine, lines: readonly PastedLine[], index: number, standing: Standing): void {
  const { content } = line
  const zone = zoneStatement(content)
  if (zone !== null) standing.zone = zone
  const zero = zeroOfTimeline(content)
  if (zero !== null) standing.zero = { time: zero, zone: standing.zone }
  const day = mayTellDay.test(content) ? dayOfLine(line) : null
  const named = day ?? (zone !== null && line.kind === 'text' ? dayIn(content) : null)
  if (named !== null) standing.heading = { number: line.number, date: named }
  if (line.kind === 'heading') {
    standing.section = isTimelineTitle(content) || (standing.section && day !== null)
    standing.list++
  } else if (isLabel(line, lines, index)) {
    standing.section = isTimelineTitle(content) || (standing.section && day !== null)
    standing.list++
  }
}

function dayOfLine({ kind, content }: PastedLine): WrittenDate | null {
  const alone = dayAlone(content)
  return alone ?? (kind === 'heading' ? dayIn(content) : dayOfMetadata(content))
}

/** A short line in bold, or one that ends with a colon and has a list below, is the heading of that list. */
function isLabel(line: PastedLine, lines: readonly PastedLine[], index: number): boolean {
  if (!labelLine.test(line.content)) return false
  const bold = /^(?:\*\*|__)/.test(line.content)
  const next = lines.slice(index + 1, index + 4).find(({ kind }) => kind !== 'blank')
  const listBelow = next?.kind === 'item' && (line.kind === 'text' || next.indent > line.indent)
  return bold || (/[:：]\s*$/.test(line.content) && listBelow) || (listBelow && isTimelineTitle(line.content))
}

function readTable(
  lines: readonly PastedLine[],
  index: number,
  forms: TextForms,
  standing: Standing,
  entries: FoundEntry[],
): number {
  let end = index
  while (lines[end + 1]?.kind === 'row') end++
  standing.list++
  for (const row of timedRows(lines.slice(index, end + 1), forms)) {
    const { time, day, line } = row
    entries.push({
      line: line.number,
      lastLine: line.number,
      time: time.time,
      day: time.day,
      written: time.written,
      text: row.text,
      behind: false,
      list: standing.list,
      heading: day === null ? standing.heading : { number: line.number, date: day },
      zone: row.zone ?? standing.zone,
      section: standing.section,
      prose: false,
    })
  }
  standing.list++
  return end + 1
}

/** Items without a time that stand between timed items of their own list belong to the timeline: when is not known. */
function amongTimed(
  timeless: readonly (FoundEntry & { indent: number })[],
  entries: readonly FoundEntry[],
  indents: ReadonlyMap<number, number>,
): readonly FoundEntry[] {
  const spans = new Map<string, { first: number; last: number; count: number }>()
  entries.forEach((entry, place) => {
    const indent = indents.get(place)
    if (indent === undefined || entry.behind) return
    const key = `${entry.list} ${indent}`
    const span = spans.get(key)
    if (span === undefined) spans.set(key, { first: entry.line, last: entry.line, count: 1 })
    else {
      span.last = entry.line
      span.count++
    }
  })
  return timeless.flatMap(({ indent, ...entry }) => {
    const span = spans.get(`${entry.list} ${indent}`)
    return span !== undefined && span.count > 1 && entry.line > span.first && entry.line < span.last
      ? [entry]
      : []
  })
}
