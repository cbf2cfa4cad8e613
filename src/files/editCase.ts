import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml'
import type { CasePath } from '../model/problem.js'
import { byPath, type CaseFile, roleOf } from './caseFile.js'
import { blockText, inlineText, isFilled, pairText } from './editedText.js'
import { keyText, mergeFiles } from './mergedCase.js'
import { rangeOf, readYaml, type YamlFile } from './yamlFile.js'

/** One change of a case. Paths are those of its document; a list may be appended to at its length. */
export type CaseEdit =
  | { readonly kind: 'set'; readonly path: CasePath; readonly value: unknown }
  | { readonly kind: 'remove'; readonly path: CasePath }
  | { readonly kind: 'rename'; readonly path: CasePath; readonly to: string }

/** Why an edit was not made. */
export type EditRefusal =
  /** The file cannot be read as YAML. */
  | 'unreadable'
  /** Nothing stands there, or what is around it is no map or list. */
  | 'no-such-place'
  /** The place is written once and used in several places (`*alias`): a change would reach all of them. */
  | 'shared'
  /** The new name is taken. */
  | 'taken'

/** The files after the edit: all of them, and which one changed. */
export type EditResult =
  | { readonly files: readonly CaseFile[]; readonly changed: string }
  | { readonly refused: EditRefusal }

/**
 * Makes one change in the text of a case: the smallest that does it. Comments, order and every line that is not concerned stay as they
 * are, byte for byte. References to a renamed id are not changed.
 */
export function editCase(given: readonly CaseFile[], edit: CaseEdit): EditResult {
  const files = [...given].sort(byPath)
  const read = files.flatMap(({ path, text }) =>
    roleOf(path) === 'yaml' && typeof text === 'string' ? [readYaml(path, text)] : [],
  )
  if (edit.path.length === 0) return { refused: 'no-such-place' }
  const file = fileOf(read, edit)
  if (file === null) return { refused: 'no-such-place' }
  if (file.problems.some(({ severity }) => severity === 'error')) return { refused: 'unreadable' }
  const changes =
    file.document === null || file.value === null ? newSection(file, edit) : changesIn(file, edit)
  if (typeof changes === 'string') return { refused: changes }
  const { source } = file
  const text = source.text.slice(0, changes.from) + changes.text + source.text.slice(changes.to)
  const before = files.find(({ path }) => path === source.path)?.text
  const mark = typeof before === 'string' && before.startsWith('\uFEFF') ? '\uFEFF' : ''
  return {
    files: files.map(other => (other.path === source.path ? { path: other.path, text: mark + text } : other)),
    changed: source.path,
  }
}

/** A stretch of a file's text and what takes its place. */
interface Change {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** The file that holds the entry; for a new one the last that has its section, else the last that has anything. */
function fileOf(read: readonly YamlFile[], { path }: CaseEdit): YamlFile | null {
  const section = mergeFiles(read).sections.get(String(path[0]))
  const entry = path.length > 1 ? section?.entries.get(String(path[1])) : undefined
  return (
    entry?.file ??
    section?.keys.at(-1)?.file ??
    read.findLast(({ value }) => value !== null) ??
    read.at(-1) ??
    null
  )
}

function newSection({ source }: YamlFile, edit: CaseEdit): Change | EditRefusal {
  if (edit.kind !== 'set') return 'no-such-place'
  const from = source.text.length
  const [key, ...rest] = edit.path
  const lead = from === 0 || source.text.endsWith('\n') ? '' : '\n'
  return { from, to: from, text: `${lead}${sectionText(String(key), rest, edit.value)}\n` }
}

/** A section with one entry, the entry on a line of its own. */
function sectionText(section: string, rest: CasePath, value: unknown): string {
  const [id, ...inner] = rest
  if (id === undefined) return pairText(section, value, 0)
  return `${inlineText(section)}:\n  ${pairText(String(id), nested(inner, value), 2)}`
}

/** A value within maps for the keys that lead to it. */
function nested(keys: CasePath, value: unknown): unknown {
  return keys.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value)
}

function changesIn(file: YamlFile, edit: CaseEdit): Change | EditRefusal {
  let node: unknown = file.document?.contents
  for (const [depth, part] of edit.path.entries()) {
    if (isAlias(node) || hasAnchor(node)) return 'shared'
    const last = depth === edit.path.length - 1
    if (isMap(node)) {
      const pair = node.items.find(item => isScalar(item.key) && keyText(item.key) === String(part))
      if (pair === undefined) return edit.kind === 'set' ? added(file, node, edit, depth) : 'no-such-place'
      if (last) return changeOfPair(file, node, pair, edit)
      if (pair.value === null || (isScalar(pair.value) && pair.value.value === null)) {
        return edit.kind === 'set'
          ? replaced(file, pair, nested(edit.path.slice(depth + 1), edit.value))
          : 'no-such-place'
      }
      node = pair.value
    } else if (isSeq(node) && typeof part === 'number') {
      if (part === node.items.length && edit.kind === 'set') {
        return appended(file, node, nested(edit.path.slice(depth + 1), edit.value))
      }
      if (node.items[part] === undefined) return 'no-such-place'
      if (last) return changeOfItem(file, node, part, edit)
      node = node.items[part]
    } else return 'no-such-place'
  }
  return 'no-such-place'
}

function changeOfPair(file: YamlFile, map: YAMLMap, pair: Pair, edit: CaseEdit): Change | EditRefusal {
  const [from, to] = rangeOf(pair.key)
  if (edit.kind === 'set') return isAnchored(pair.value) ? 'shared' : replaced(file, pair, edit.value)
  if (edit.kind === 'rename') {
    const taken = map.items.some(item => isScalar(item.key) && keyText(item.key) === edit.to)
    return taken ? 'taken' : { from, to, text: inlineText(edit.to) }
  }
  if (isAnchored(pair.value)) return 'shared'
  return removed(file, map, map.items.indexOf(pair))
}

function hasAnchor(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    'anchor' in value &&
    value.anchor !== undefined &&
    !isAlias(value)
  )
}

/** What an alias elsewhere may use. */
function isAnchored(value: unknown): boolean {
  if (hasAnchor(value)) return true
  if (isMap(value)) return value.items.some(({ key, value: inner }) => isAnchored(key) || isAnchored(inner))
  return isSeq(value) && value.items.some(isAnchored)
}

/** Another value for a key, or one for a key that has none. */
function replaced({ source }: YamlFile, pair: Pair, value: unknown): Change {
  const node = pair.value as Node | null
  const [, keyEnd] = rangeOf(pair.key)
  const [from] = rangeOf(node)
  const to = node === null ? 0 : contentEnd(node, source.text)
  if (node === null || (isScalar(node) && node.value === null && to <= from)) {
    const colon = /^\s*:/.exec(source.text.slice(keyEnd))?.[0]
    const at = keyEnd + (colon?.length ?? 0)
    return { from: at, to: at, text: `${colon === undefined ? ':' : ''} ${inlineText(value)}` }
  }
  return { from, to, text: valueText(node, value, source.placeOf(from).column - 1) }
}

/** A value in the manner of the one it replaces: a block stays a block. */
function valueText(before: Node, value: unknown, indent: number): string {
  const isBlock = (isMap(before) || isSeq(before)) && !before.flow
  return isBlock && isFilled(value) ? blockText(value, indent) : inlineText(value)
}

function changeOfItem(file: YamlFile, list: YAMLSeq, place: number, edit: CaseEdit): Change | EditRefusal {
  const item = list.items[place] as Node
  if (edit.kind === 'rename') return 'no-such-place'
  if (isAnchored(item)) return 'shared'
  if (edit.kind === 'remove') return removed(file, list, place)
  const [from] = rangeOf(item)
  const text = valueText(item, edit.value, file.source.placeOf(from).column - 1)
  return { from, to: contentEnd(item, file.source.text), text }
}

/** A key that a map does not have yet, with all that leads from it to the value. */
function added(file: YamlFile, map: YAMLMap, edit: CaseEdit & { kind: 'set' }, depth: number): Change {
  const key = String(edit.path[depth])
  const value = nested(edit.path.slice(depth + 1), edit.value)
  const { source } = file
  if (map.flow) return intoFlow(file, map, `${inlineText(key)}: ${inlineText(value)}`)
  const first = map.items[0]?.key
  const indent = first === undefined ? 0 : source.placeOf(rangeOf(first)[0]).column - 1
  const text = depth === 0 ? sectionText(key, edit.path.slice(1), edit.value) : pairText(key, value, indent)
  return afterLine(source.text, contentEnd(map, source.text), indent, text)
}

function appended(file: YamlFile, list: YAMLSeq, value: unknown): Change {
  if (list.flow) return intoFlow(file, list, inlineText(value))
  const { source } = file
  const indent = source.placeOf(rangeOf(list)[0]).column - 1
  return afterLine(source.text, contentEnd(list, source.text), indent, `- ${inlineText(value)}`)
}

/** Inside `{ }` or `[ ]`, at the end. */
function intoFlow({ source }: YamlFile, collection: YAMLMap | YAMLSeq, text: string): Change {
  const close = rangeOf(collection)[1] - 1
  if (collection.items.length === 0) {
    const from = rangeOf(collection)[0] + 1
    return { from, to: close, text: isMap(collection) ? ` ${text} ` : text }
  }
  const from = lastEnd(collection, source.text)
  return { from, to: from, text: `, ${text}` }
}

/** A new line after the one on which something ends; a comment there stays with it. */
function afterLine(text: string, end: number, indent: number, line: string): Change {
  const lineEnd = text.indexOf('\n', end)
  const written = `${' '.repeat(indent)}${line}`
  if (lineEnd < 0) return { from: text.length, to: text.length, text: `\n${written}\n` }
  const newline = text[lineEnd - 1] === '\r' ? '\r\n' : '\n'
  return { from: lineEnd + 1, to: lineEnd + 1, text: written.replaceAll('\n', newline) + newline }
}

/** Takes an item out of a map or a list; the last one leaves `{}` or `[]`. */
function removed(file: YamlFile, collection: YAMLMap | YAMLSeq, place: number): Change | EditRefusal {
  const { text } = file.source
  const start = (index: number) => startOf(collection.items[index])
  const end = (index: number) => endOf(collection.items[index], text)
  if (collection.items.length === 1) {
    if (!collection.flow && collection === file.document?.contents)
      return { from: 0, to: text.length, text: '' }
    const [from] = rangeOf(collection)
    const to = collection.flow ? rangeOf(collection)[1] : contentEnd(collection, text)
    return { from, to, text: isMap(collection) ? '{}' : '[]' }
  }
  if (collection.flow) {
    if (place + 1 < collection.items.length) return { from: start(place), to: start(place + 1), text: '' }
    return { from: end(place - 1), to: end(place), text: '' }
  }
  const lineStart = text.lastIndexOf('\n', start(place) - 1) + 1
  const lead = text.slice(lineStart, start(place))
  const lineEnd = text.indexOf('\n', end(place))
  const to = lineEnd < 0 ? text.length : lineEnd + 1
  if (/^\s*(-\s+)?$/.test(lead) && (isSeq(collection) || lead.trim() === ''))
    return { from: lineStart, to, text: '' }
  // `- takes: 5m` with more keys below: the next key takes its place behind the dash.
  if (place + 1 < collection.items.length) return { from: start(place), to: start(place + 1), text: '' }
  return 'no-such-place'
}

function startOf(item: unknown): number {
  return rangeOf(isPair(item) ? item.key : item)[0]
}

function endOf(item: unknown, text: string): number {
  if (!isPair(item)) return contentEnd(item as Node, text)
  if (item.value !== null && item.value !== undefined) {
    const end = contentEnd(item.value as Node, text)
    if (end > rangeOf(item.key)[1]) return end
  }
  const [, keyEnd] = rangeOf(item.key)
  return keyEnd + (/^\s*:/.exec(text.slice(keyEnd))?.[0].length ?? 0)
}

function lastEnd(collection: YAMLMap | YAMLSeq, text: string): number {
  return endOf(collection.items.at(-1), text)
}

/** Where the text of a node ends, without the blank lines and comments that the parser counts to a block. */
function contentEnd(node: Node, text: string): number {
  if ((isMap(node) || isSeq(node)) && !node.flow && node.items.length > 0) return lastEnd(node, text)
  let end = rangeOf(node)[1]
  while (end > rangeOf(node)[0] && /\s/.test(text[end - 1] ?? '')) end--
  return end
}

function isPair(item: unknown): item is Pair {
  return typeof item === 'object' && item !== null && 'key' in item && 'value' in item
}
