import type { WrittenDate, WrittenTime, WrittenZone } from '../../model/typedTime/moment.js'
import { endOf, isLabel, isMiddleOfProse } from './entryExtent.js'
import { amongTimed, withoutProse } from './entrySelection.js'
import { type LineTime, leadingTime, type TextForms, trailingTime } from './leadingTime.js'
import type { PastedLine } from './lines.js'
import type { FoundEntry, PastedEntry } from './pastedEntry.js'
import {
  dayAlone,
  dayIn,
  dayOfMetadata,
  isTimelineTitle,
  zeroOfTimeline,
  zoneStatement,
} from './statements.js'
import { timedRows } from './tableRows.js'

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

/** What every time has one of; most lines of prose have none. */
const mayTell = /\d|noon|midday|midnight|정오|자정|[한두세네섯곱덟홉열] ?시/i
/** What every day has one of. */
const mayTellDay = /\d|day|날|일|오늘|어제|tomorrow/i

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
