import type { ImportNote } from '../interop/draft.js'
import { flagWord } from '../words/interop/flags/flagWords.js'
import { noteSentence } from '../words/interop/interopWords.js'
import type { Context } from './context.js'
import type { InboxDraft } from './inbox.js'
import { table, wrapLines } from './table.js'
import { visible } from './visible.js'

/** Rows of a table of drafts; the rest is counted. */
const mostRows = 100
/** Characters of a draft's text in the table. */
const textLength = 160
/** Letters of a key that are shown at least. */
const leastKey = 4

/** The shortest beginnings by which drafts can be told apart, of what follows the format in their keys. */
export function shortKeys(keys: readonly string[]): ReadonlyMap<string, string> {
  const hashes = keys.map(key => key.slice(key.lastIndexOf('-') + 1))
  let length = leastKey
  while (length < 16 && new Set(hashes.map(hash => hash.slice(0, length))).size < new Set(hashes).size)
    length++
  return new Map(keys.map((key, index) => [key, hashes[index]!.slice(0, length)]))
}

/** Drafts with their marks, in 80 columns. */
export function draftsTable(
  drafts: readonly InboxDraft[],
  keys: ReadonlyMap<string, string>,
  context: Context,
): string {
  const { words, language, paint } = context
  const { draft, time, text, marks } = words.columns
  const nameOf = (of: string) => keys.get(of) ?? of.replace(/^fact:/, '')
  const rows = drafts.slice(0, mostRows).map(({ draft: one }) => {
    const marksOf = one.flags.map(flag => {
      const shown = 'of' in flag && flag.of !== undefined ? { ...flag, of: nameOf(flag.of) } : flag
      return visible(flagWord(shown, language))
    })
    const told = visible(one.text).replace(/\s*\n\s*/g, ' / ')
    return [
      keys.get(one.key) ?? one.key,
      one.time === null ? { text: words.none, colour: 'dim' as const } : visible(one.time.at),
      told.length > textLength ? `${told.slice(0, textLength - 1)}…` : told,
      { text: marksOf.join(', '), colour: 'amber' as const },
    ]
  })
  const columns = [
    { title: draft },
    { title: time, least: 16 },
    { title: text, flexible: true },
    { title: marks, least: 14 },
  ]
  const rest = drafts.length - rows.length
  return table(columns, rows, paint) + (rest > 0 ? `${words.import.more(rest)}\n` : '')
}

/** What an import has to say, a sentence each, after the file that it is about. */
export function noteLines(notes: readonly ImportNote[], context: Context): string {
  return notes
    .map(note => {
      const where = note.path === null ? '' : `${note.path}${note.line === null ? '' : `:${note.line}`}: `
      const values = Object.fromEntries(
        Object.entries(note.values).map(([name, value]) => [
          name,
          typeof value === 'string' ? visible(value) : value,
        ]),
      )
      const sentence = `${visible(where)}${noteSentence({ code: note.code, values }, context.language)}`
      return context.paint(note.severity === 'error' ? 'red' : 'amber', wrapLines(sentence))
    })
    .join('')
}
