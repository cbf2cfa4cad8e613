import type { Draft, DraftFlag, ImportFrame, ImportInput, ImportNote, ImportResult } from '../draft.js'
import { draftOf } from '../draftOf.js'
import { openPseudonyms } from '../drafts/pseudonyms.js'
import { gathered } from '../gathered.js'
import { importLimits } from '../importLimits.js'
import { importNote } from '../importNote.js'
import { markdownText } from '../text/markdownText.js'
import { readTextFile } from '../textFile.js'
import { type PastedEntries, pastedEntries } from './entries.js'
import { entryTimes } from './entryTimes.js'
import { type PastedLine, pastedLines } from './lines.js'
import { headsSpeech, speakerOf } from './speaker.js'
import { documentDay } from './statements.js'
import { styleOf, type TextStyle } from './style.js'

/**
 * Text as people write it, Markdown or not: each line, list item, row or heading that gives a time becomes a draft.
 */
export function importPaste(input: ImportInput, frame: ImportFrame): ImportResult {
  const notes: ImportNote[] = []
  const read = input.files.flatMap(file => {
    const { path, text, notes: said } = readTextFile(file)
    notes.push(...said)
    return text === null ? [] : [readText(path, text, notes)]
  })
  const people = openPseudonyms(handlesIn(read), frame.roles)
  const drafts = read.flatMap(({ path, lines, entries, day, style }) => {
    const times = entryTimes(
      entries.entries,
      { day, hour24: style.hour24, dateOrder: style.dateOrder, zero: entries.zero },
      frame,
    )
    const seen = new Map<string, number>()
    return entries.entries.map((entry, index): Draft => {
      const { time, flags } = times[index]!
      const original = lines
        .slice(entry.line - 1, entry.lastLine)
        .map(({ raw }) => raw)
        .join('\n')
      const same = `${time?.at ?? ''}\n${original}`
      const count = seen.get(same) ?? 0
      seen.set(same, count + 1)
      const spoken = speakerOf(original, entry.text)
      const text = markdownText(spoken.text)
      return draftOf({
        format: 'paste',
        identity: `${same}\n${count}`,
        time,
        text,
        place: path === '' ? `line ${entry.line}` : `${path} line ${entry.line}`,
        original,
        by: spoken.name === null ? undefined : people.ofName(spoken.name),
        byMachine: isLog(spoken.text),
        flags: [...flags, ...noiseFlags(spoken.text)],
        people,
      })
    })
  })
  return gathered('paste', drafts, notes, people, 'paste-without-times')
}

interface ReadText {
  readonly path: string
  readonly lines: readonly PastedLine[]
  readonly entries: PastedEntries
  readonly day: ReturnType<typeof documentDay>
  readonly style: TextStyle
}

function readText(path: string, text: string, notes: ImportNote[]): ReadText {
  const read = (chat: boolean): ReadText => {
    const lines = pastedLines(text, chat)
    const style = styleOf(lines)
    return { path, lines, entries: pastedEntries(lines, style.forms), day: documentDay(path, lines), style }
  }
  const plain = read(false)
  if (plain.lines.length === importLimits.lines)
    notes.push(importNote('too-many-lines', 'warning', path, { limit: importLimits.lines }))
  // Where no line begins with a time, names with a time behind them may head what somebody said.
  const spoken = plain.lines.filter(({ raw }) => headsSpeech(raw)).length
  return plain.entries.entries.length === 0 && spoken > 1 ? read(true) : plain
}

const handle = /(?<![\w/@.])@([A-Za-z가-힣][\w가-힣.-]{0,38}[\w가-힣])(?![\w/@])/g
const everybody = new Set(['here', 'channel', 'everyone', 'all', 'team'])

/** Handles after `@`, and who speaks in a chat: whoever has one is called so in the text without it, too. */
function handlesIn(texts: readonly ReadText[]): { id: string; names: string[] }[] {
  const names = new Map<string, string>()
  const add = (name: string) => {
    const lower = name.toLowerCase()
    if (!everybody.has(lower) && !names.has(lower) && names.size < importLimits.people) names.set(lower, name)
  }
  for (const { lines, entries } of texts) {
    for (const { line, text } of entries.entries) {
      const { name } = speakerOf(lines[line - 1]!.raw, text)
      if (name !== null) add(name)
      for (const [, found] of text.matchAll(handle)) add(found!)
    }
  }
  return [...names.values()].map(name => ({ id: name, names: [name] }))
}

/** A line of a log: its level in capitals first, or after where it comes from. */
const isLog = (text: string): boolean =>
  /^\[?(?:[\w.:/-]{1,60}\]?\s+){0,3}\[?(?:TRACE|DEBUG|INFO|WARN(?:ING)?|ERROR|FATAL|CRITICAL)\b/.test(
    text.slice(0, 200),
  )

function noiseFlags(text: string): DraftFlag[] {
  if (isLog(text)) return [{ code: 'noise', why: 'bot' }]
  return text.trim() === '' ? [{ code: 'noise', why: 'empty' }] : []
}
