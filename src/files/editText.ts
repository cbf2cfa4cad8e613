import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml'
import type { CasePath } from '../model/problem.js'
import { blockText, inlineText, isFilled, isLong, linesText, pairText } from './editedText.js'
import { afterLine, beforeLine, type Change, columnOf, isOwnLine, leadStart, tailEnd } from './textLines.js'
import { keyText, rangeOf } from './yamlWalk.js'

/** A text with the nodes that were parsed from it. */
export interface Ground {
  readonly text: string
  readonly contents: unknown
}

/** Why a place cannot be changed. */
export type Obstacle = 'no-such-place' | 'shared' | 'taken'

/** What is done at a place. */
export type PlaceEdit =
  | { readonly kind: 'set'; readonly path: CasePath; readonly value: unknown }
  | { readonly kind: 'remove'; readonly path: CasePath }
  | { readonly kind: 'rename'; readonly path: CasePath; readonly to: string }
  | {
      readonly kind: 'insert'
      readonly path: CasePath
      readonly value: unknown
      readonly before?: string
      readonly after?: string
    }

/** The change of a text that does an edit; the path leads through its nodes. */
export function changeOfText(ground: Ground, edit: PlaceEdit): Change | Obstacle {
  let node: unknown = ground.contents
  for (const [depth, part] of edit.path.entries()) {
    if (isAlias(node) || hasAnchor(node)) return 'shared'
    const last = depth === edit.path.length - 1
    if (isMap(node)) {
      const pair = pairOf(node, String(part))
      if (pair === undefined) return isAdding(edit) ? added(ground, node, edit, depth) : 'no-such-place'
      if (last) return changeOfPair(ground, node, pair, edit)
      if (isNothing(pair.value)) {
        if (!isAdding(edit) || isPlaced(edit)) return 'no-such-place'
        return replaced(ground, node, pair, nested(edit.path.slice(depth + 1), edit.value))
      }
      node = pair.value
    } else if (isSeq(node) && typeof part === 'number') {
      if (part === node.items.length && edit.kind === 'set') {
        return appended(ground, node, nested(edit.path.slice(depth + 1), edit.value))
      }
      if (node.items[part] === undefined) return 'no-such-place'
      if (last) return changeOfItem(ground, node, part, edit)
      node = node.items[part]
    } else return 'no-such-place'
  }
  return 'no-such-place'
}

type Adding = Extract<PlaceEdit, { readonly value: unknown }>

const isAdding = (edit: PlaceEdit): edit is Adding => edit.kind === 'set' || edit.kind === 'insert'

const isPlaced = (edit: PlaceEdit) =>
  edit.kind === 'insert' && (edit.before !== undefined || edit.after !== undefined)

/** A value within maps for the keys that lead to it. */
export function nested(keys: CasePath, value: unknown): unknown {
  return keys.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value)
}

function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find(item => isScalar(item.key) && keyText(item.key) === key)
}

function isNothing(node: unknown): boolean {
  return node === null || (isScalar(node) && node.value === null)
}

function changeOfPair(ground: Ground, map: YAMLMap, pair: Pair, edit: PlaceEdit): Change | Obstacle {
  const [from, to] = rangeOf(pair.key)
  if (edit.kind === 'insert') return 'taken'
  if (edit.kind === 'rename') {
    return pairOf(map, edit.to) !== undefined ? 'taken' : { from, to, text: inlineText(edit.to) }
  }
  if (isAnchored(pair.value)) return 'shared'
  if (edit.kind === 'set') return replaced(ground, map, pair, edit.value)
  return isAnchored(pair.key) ? 'shared' : removed(ground, map, map.items.indexOf(pair))
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
export function isAnchored(value: unknown): boolean {
  if (hasAnchor(value)) return true
  if (isMap(value)) return value.items.some(({ key, value: inner }) => isAnchored(key) || isAnchored(inner))
  return isSeq(value) && value.items.some(isAnchored)
}

/** Another value for a key, or one for a key that has none. */
function replaced(ground: Ground, map: YAMLMap, pair: Pair, value: unknown): Change {
  const { text } = ground
  const node = pair.value as Node | null
  const [keyFrom, keyEnd] = rangeOf(pair.key)
  const colon = /^\s*:/.exec(text.slice(keyEnd))?.[0]
  const colonEnd = keyEnd + (colon?.length ?? 0)
  const [from] = rangeOf(node)
  const to = node === null ? 0 : contentEnd(node, text)
  const isEmpty = node === null || (isScalar(node) && node.value === null && to <= from)
  const end = isEmpty ? colonEnd : to
  const lead = isEmpty ? '' : text.slice(colonEnd, from)
  if (!map.flow && colon !== undefined && isRestEmpty(text, end) && /^ *$/.test(lead)) {
    const indent = columnOf(text, keyFrom) + 2
    const lines = typeof value === 'string' ? linesText(value, indent) : null
    if (lines !== null) return { from: colonEnd, to: end, text: ` ${lines}` }
    if (isLong(value, indent)) {
      return { from: colonEnd, to: end, text: `\n${' '.repeat(indent)}${blockText(value, indent)}` }
    }
  }
  if (isEmpty) {
    return { from: colonEnd, to: colonEnd, text: `${colon === undefined ? ':' : ''} ${inlineText(value)}` }
  }
  return { from, to, text: valueText(node as Node, value, columnOf(text, from)) }
}

/** Whether nothing, not even a comment, stands behind a place on its line. */
function isRestEmpty(text: string, at: number): boolean {
  const lineEnd = text.indexOf('\n', at)
  return text.slice(at, lineEnd < 0 ? text.length : lineEnd).trim() === ''
}

/** A value in the manner of the one it replaces: a block stays a block. */
function valueText(before: Node, value: unknown, indent: number): string {
  const isBlock = (isMap(before) || isSeq(before)) && !before.flow
  return isBlock && isFilled(value) ? blockText(value, indent) : inlineText(value)
}

function changeOfItem(ground: Ground, list: YAMLSeq, place: number, edit: PlaceEdit): Change | Obstacle {
  const item = list.items[place] as Node
  if (edit.kind === 'rename' || edit.kind === 'insert') return 'no-such-place'
  if (isAnchored(item)) return 'shared'
  if (edit.kind === 'remove') return removed(ground, list, place)
  const [from] = rangeOf(item)
  const text = valueText(item, edit.value, columnOf(ground.text, from))
  return { from, to: contentEnd(item, ground.text), text }
}

/** A key that a map does not have yet, with all that leads from it to the value. */
function added(ground: Ground, map: YAMLMap, edit: Adding, depth: number): Change | Obstacle {
  const key = String(edit.path[depth])
  const value = nested(edit.path.slice(depth + 1), edit.value)
  const place = placeIn(map, edit)
  if (place === null || (isPlaced(edit) && depth < edit.path.length - 1)) return 'no-such-place'
  if (map.flow) return intoFlow(ground, map, place, `${inlineText(key)}: ${inlineText(value)}`)
  const { text } = ground
  const next = map.items[place]
  const first = map.items[0]?.key
  const indent = first === undefined ? 0 : columnOf(text, rangeOf(first)[0])
  const pair = depth === 0 ? sectionText(key, edit.path.slice(1), edit.value) : pairText(key, value, indent)
  const before = next === undefined ? undefined : startOf(next)
  // The first key of a map may stand behind a dash.
  if (before !== undefined && isOwnLine(text, before)) {
    return beforeLine(leadStart(text, before), indent, pair)
  }
  if (before !== undefined && place === 0) {
    return { from: before, to: before, text: `${pair}\n${' '.repeat(indent)}` }
  }
  const end = place === 0 ? contentEnd(map, text) : endOf(map.items[place - 1], text)
  return afterLine(text, tailEnd(text, end, indent), indent, pair)
}

/** The place among a map's items at which an edit puts its own; null where what it should stand beside is not there. */
function placeIn(map: YAMLMap, edit: Adding): number | null {
  if (edit.kind === 'set') return map.items.length
  const beside = edit.before ?? edit.after
  if (beside === undefined) return map.items.length
  const place = map.items.findIndex(item => isScalar(item.key) && keyText(item.key) === beside)
  return place < 0 ? null : edit.before === undefined ? place + 1 : place
}

/** A section with one entry, the entry on a line of its own. */
export function sectionText(section: string, rest: CasePath, value: unknown): string {
  const [id, ...inner] = rest
  if (id === undefined) return pairText(section, value, 0)
  return `${inlineText(section)}:\n  ${pairText(String(id), nested(inner, value), 2)}`
}

function appended({ text }: Ground, list: YAMLSeq, value: unknown): Change {
  if (list.flow) return intoFlow({ text, contents: null }, list, list.items.length, inlineText(value))
  const indent = columnOf(text, rangeOf(list)[0])
  const item = isLong(value, indent) ? blockText(value, indent + 2) : inlineText(value)
  return afterLine(text, contentEnd(list, text), indent, `- ${item}`)
}

/** Inside `{ }` or `[ ]`. */
function intoFlow({ text }: Ground, collection: YAMLMap | YAMLSeq, place: number, written: string): Change {
  const close = rangeOf(collection)[1] - 1
  if (collection.items.length === 0) {
    const from = rangeOf(collection)[0] + 1
    return { from, to: close, text: isMap(collection) ? ` ${written} ` : written }
  }
  const next = collection.items[place]
  if (next !== undefined) return { from: startOf(next), to: startOf(next), text: `${written}, ` }
  const from = endOf(collection.items.at(-1), text)
  return { from, to: from, text: `, ${written}` }
}

/** Takes an item out of a map or a list, with the comments that speak of it; the last one leaves `{}` or `[]`. */
function removed(
  { text, contents }: Ground,
  collection: YAMLMap | YAMLSeq,
  place: number,
): Change | Obstacle {
  const start = (index: number) => startOf(collection.items[index])
  const end = (index: number) => endOf(collection.items[index], text)
  if (collection.items.length === 1) {
    if (!collection.flow && collection === contents) return { from: 0, to: text.length, text: '' }
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
  if (/^\s*(-\s+)?$/.test(lead) && (isSeq(collection) || lead.trim() === '')) {
    const indent = lead.length - lead.trimStart().length
    return { from: leadStart(text, lineStart + indent), to: tailEnd(text, end(place), indent), text: '' }
  }
  // `- takes: 5m` with more keys below: the next key takes its place behind the dash.
  if (place + 1 < collection.items.length) return { from: start(place), to: start(place + 1), text: '' }
  return 'no-such-place'
}

function startOf(item: unknown): number {
  return rangeOf(isPair(item) ? item.key : item)[0]
}

/** Where the text of an item of a map or a list ends. */
export function endOf(item: unknown, text: string): number {
  if (!isPair(item)) return contentEnd(item as Node, text)
  if (item.value !== null && item.value !== undefined) {
    const end = contentEnd(item.value as Node, text)
    if (end > rangeOf(item.key)[1]) return end
  }
  const [, keyEnd] = rangeOf(item.key)
  return keyEnd + (/^\s*:/.exec(text.slice(keyEnd))?.[0].length ?? 0)
}

/** Where the text of a node ends, without the blank lines and comments that the parser counts to a block. */
export function contentEnd(node: Node, text: string): number {
  if ((isMap(node) || isSeq(node)) && !node.flow && node.items.length > 0) {
    return endOf(node.items.at(-1), text)
  }
  let end = rangeOf(node)[1]
  while (end > rangeOf(node)[0] && /\s/.test(text[end - 1] ?? '')) end--
  return end
}

function isPair(item: unknown): item is Pair {
  return typeof item === 'object' && item !== null && 'key' in item && 'value' in item
}
