import { isAlias, isMap, isScalar, isSeq, type Pair } from 'yaml'
import { pairText } from './editedText.js'
import { endOf, isAnchored } from './editText.js'
import { afterLine, beforeLine, type Change, columnOf, leadStart, tailEnd } from './textLines.js'
import type { Written, WrittenSection, YamlFile } from './yamlFile.js'

/** Whether the entries of a section stand on lines of their own. */
export function isBlockSection({ entries, pair }: WrittenSection): boolean {
  const first = entries?.[0]
  if (first === undefined) return false
  if (first.within.depth === 1) return true
  const { value } = pair()
  return isMap(value) && !value.flow
}

/** Where the text of a key with its value ends in its file. */
export function endOfWritten({ within, pair }: Written): number {
  return within.start + endOf(pair(), within.text)
}

/** The lines of an entry: with the comments that speak of it. */
export function linesOf({ source: { text } }: YamlFile, written: Written): { from: number; to: number } {
  const column = columnOf(text, written.from)
  return { from: leadStart(text, written.from), to: tailEnd(text, endOfWritten(written), column) }
}

/** An entry of a block section, and the side of it on which another one comes to stand. */
export interface Neighbour {
  readonly entry: Written
  readonly side: 'before' | 'after'
}

/** A new entry of a block section, beside another one. */
export function inserted(file: YamlFile, neighbour: Neighbour, key: string, value: unknown): Change {
  const indent = columnOf(file.source.text, neighbour.entry.from)
  return linesBeside(file, neighbour, pairText(key, value, indent, isBlockEntry(neighbour.entry)))
}

/** Lines of an entry beside another one. The first has no indentation. */
export function linesBeside(
  { source: { text } }: YamlFile,
  { entry, side }: Neighbour,
  lines: string,
): Change {
  const indent = columnOf(text, entry.from)
  if (side === 'before') return beforeLine(leadStart(text, entry.from), indent, lines)
  return afterLine(text, tailEnd(text, endOfWritten(entry), indent), indent, lines)
}

function isBlockEntry({ pair }: Written): boolean {
  const { value } = pair()
  return isMap(value) && !value.flow
}

/** The first entry of a section that has none yet: `key:`, `key: {}`. Null where a comment stands in the way. */
export function firstEntry(
  { source: { text } }: YamlFile,
  { pair, within, to }: WrittenSection,
  key: string,
  value: unknown,
): Change | null {
  const node = pair().value
  const isEmpty =
    node === null || (isScalar(node) && node.value === null) || (isMap(node) && node.items.length === 0)
  if (!isEmpty || isAnchored(node)) return null
  const end = within.start + endOf(pair(), within.text)
  const lineEnd = text.indexOf('\n', end)
  const rest = text.slice(end, lineEnd < 0 ? text.length : lineEnd).replace(/\r$/, '')
  const colon = /^\s*:/.exec(text.slice(to))?.[0]
  if (rest.trim() !== '' || colon === undefined) return null
  const isInline = node === null || !isMap(node) || columnOf(text, end) > 0
  if (!isInline) return null
  return {
    from: to + colon.length,
    to: end + rest.length,
    text: `\n  ${pairText(key, value, 2)}${lineEnd < 0 ? '\n' : ''}`,
  }
}

/** Takes a key of a block away with its lines; the last entry of a section leaves `{}`. */
export function takenOut(file: YamlFile, written: Written, section: WrittenSection | null): Change {
  const { text } = file.source
  if (section === null || section.entries?.length !== 1) return { ...linesOf(file, written), text: '' }
  const end = endOfWritten(written)
  const colon = /^\s*:/.exec(text.slice(section.to))?.[0].length ?? 0
  const from = section.to + colon
  if (text.slice(from, written.from).trim() === '') return { from, to: end, text: ' {}' }
  return { from: written.from, to: end, text: '{}' }
}

/** The lines of an entry as they stand, for another place: without the indentation of the first, and ends of lines as `\n`. */
export function linesFor(file: YamlFile, written: Written, indent: number): string {
  const { text } = file.source
  const { from, to } = linesOf(file, written)
  const shift = indent - columnOf(text, written.from)
  const lines = text.slice(from, to).replaceAll('\r\n', '\n').replace(/\n$/, '').split('\n')
  return lines
    .map(line => (line.trim() === '' ? line : shiftedLine(line, shift)))
    .join('\n')
    .slice(indent)
}

function shiftedLine(line: string, by: number): string {
  const spaces = line.length - line.trimStart().length
  return `${' '.repeat(Math.max(0, spaces + by))}${line.slice(spaces)}`
}

/** A section of its own for an entry, at the end of a file. */
export function newSectionAt({ source: { text } }: YamlFile, lines: string): Change {
  const lead = text === '' || text.endsWith('\n') ? '' : '\n'
  return { from: text.length, to: text.length, text: `${lead}${lines}\n` }
}

/** Whether an alias may use something of a pair. */
export function isShared({ key, value }: Pair): boolean {
  return isAnchored(key) || isAnchored(value)
}

/** Whether a pair is used by an alias or has one: what it means may depend on where it stands. */
export function isLinked({ key, value }: Pair): boolean {
  return isShared({ key, value } as Pair) || hasAlias(value)
}

function hasAlias(node: unknown): boolean {
  if (isAlias(node)) return true
  if (isMap(node)) return node.items.some(({ value }) => hasAlias(value))
  return isSeq(node) && node.items.some(hasAlias)
}
