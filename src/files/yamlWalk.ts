import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type ParsedNode,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'
import { limits } from '../model/limits.js'
import type { Problem } from '../model/problem.js'
import type { FileProblem, PlainMap } from './yamlFile.js'

/** Thrown to leave a file that is out of bounds; what was read of it is dropped. */
export class OutOfBounds extends Error {}

/** Makes plain values of nodes: bounded, aliases followed, the same key twice and usual accidents found. */
export class Walk {
  readonly #text: string
  readonly #problems: FileProblem[]
  /** Nodes whose accidents were reported: an alias leads to one node many times. */
  readonly #seen = new Set<Node>()
  /** The latest node of each anchor: the parser's own search walks the whole document each time. */
  readonly #anchors = new Map<string, Node>()
  #values = 0

  /** What is found is added to `problems`, with offsets into the text. */
  constructor(text: string, problems: FileProblem[]) {
    this.#text = text
    this.#problems = problems
  }

  /** Values met so far. */
  get values(): number {
    return this.#values
  }

  /** The value of a whole file; null where it is no map. */
  root({ contents }: Document.Parsed): PlainMap | null {
    if (contents === null || (isScalar(contents) && contents.value === null)) return null
    if (isMap(contents)) return this.map(contents, 0)
    if (!this.#problems.some(({ severity }) => severity === 'error')) this.#report('not-a-map', contents)
    return null
  }

  #value(node: unknown, depth: number): unknown {
    this.#values++
    if (this.#values > limits.values) this.#leave('too-many-values', node, { limit: limits.values })
    if (depth > limits.nesting) this.#leave('too-deep', node, { limit: limits.nesting })
    if (isAlias(node)) return this.#alias(node, depth)
    if (isNode(node) && 'anchor' in node && node.anchor !== undefined) this.#anchors.set(node.anchor, node)
    if (isMap(node)) return this.map(node, depth)
    if (isSeq(node)) return this.#list(node, depth)
    return isScalar(node) ? node.value : null
  }

  #alias(node: Alias, depth: number): unknown {
    const target = this.#anchors.get(node.source)
    if (target === undefined) {
      if (!this.#seen.has(node)) this.#report('unknown-alias', node, { text: node.source })
      this.#seen.add(node)
      return null
    }
    return this.#value(target, depth + 1)
  }

  #list(node: YAMLSeq, depth: number): unknown[] {
    if (node.items.length > limits.listEntries) {
      this.#leave('too-many-entries', node, { limit: limits.listEntries })
    }
    if (node.flow && !this.#seen.has(node)) this.#reportSplitBrackets(node)
    this.#seen.add(node)
    return node.items.map(item => this.#value(isPair(item) ? null : item, depth + 1))
  }

  /** A map at a depth: 0 is the root, 1 a section. */
  map(node: YAMLMap, depth: number): PlainMap {
    const map: PlainMap = Object.create(null)
    const first = new Map<string, Node>()
    const fresh = !this.#seen.has(node)
    this.#seen.add(node)
    if (node.items.length > limits.entries) this.#leave('too-many-entries', node, { limit: limits.entries })
    node.items.forEach((pair, place) => {
      const key = this.#key(pair.key)
      if (key === null) return
      const keyNode = pair.key as Scalar
      const before = first.get(key)
      if (before !== undefined) {
        if (fresh) this.#report(depth === 1 ? 'duplicate-id' : 'duplicate-key', keyNode, { id: key }, before)
        return
      }
      first.set(key, keyNode)
      if (key === '__proto__') {
        if (fresh) this.#report('reserved-id', keyNode, { id: key })
        return
      }
      const cut = pair.value === null && node.flow ? this.#cutByComma(node, place) : null
      if (cut === null) map[key] = this.#value(pair.value, depth + 1)
      else {
        map[cut.key] = cut.text
        if (fresh) this.#reportComma(cut)
      }
    })
    return map
  }

  /** A key as it is written: `400` and `true` are texts here. */
  #key(key: unknown): string | null {
    const target = isAlias(key) ? this.#anchors.get(key.source) : key
    if (!isScalar(target)) {
      const node = key as Node
      if (!this.#seen.has(node)) this.#report('bad-key', node)
      this.#seen.add(node)
      return null
    }
    return typeof target.value === 'string' ? target.value : (target.source ?? String(target.value))
  }

  /** `{ needs: 2 of (a, b) }`: the comma ends the text, and `b)` looks like a key without a value. */
  #cutByComma(map: YAMLMap, place: number): CutText | null {
    let start = place - 1
    while (start > 0 && map.items[start]?.value === null) start--
    const before = map.items[start]
    const last = map.items[place]?.key
    if (
      !isScalar(before?.value) ||
      before.value.type !== 'PLAIN' ||
      !isScalar(before.key) ||
      !isScalar(last)
    ) {
      return null
    }
    const [from, to] = [rangeOf(before.value)[0], rangeOf(last)[1]]
    return {
      key: String(before.key.value),
      rest: String(map.items[start + 1]?.key ?? ''),
      text: oneLine(this.#text.slice(from, to)),
      from,
      to,
    }
  }

  /** One report for a text that several commas cut: the longest. */
  #reportComma({ key, rest, text, from, to }: CutText): void {
    const shorter = this.#problems.findIndex(
      problem => problem.code === 'unquoted-comma' && problem.from === from,
    )
    if (shorter >= 0) this.#problems.splice(shorter, 1)
    const suggestion = quoted(text)
    this.#problems.push({
      code: 'unquoted-comma',
      severity: 'error',
      from,
      to,
      values: { key, rest, text },
      suggestion,
    })
  }

  /** `[2 of (a, b)]`: the comma cuts one expression in two. */
  #reportSplitBrackets(list: YAMLSeq): void {
    for (const [place, item] of list.items.entries()) {
      const next = list.items[place + 1]
      if (!isScalar(item) || !isScalar(next) || item.type !== 'PLAIN') continue
      if (balance(item.value) <= 0 || balance(next.value) >= 0) continue
      const [from, to] = [item.range?.[0] ?? 0, next.range?.[1] ?? 0]
      const text = oneLine(this.#text.slice(from, to))
      const values = { key: '', rest: String(next.value), text }
      this.#problems.push({
        code: 'unquoted-comma',
        severity: 'error',
        from,
        to,
        values,
        suggestion: quoted(text),
      })
    }
  }

  #report(code: string, node: unknown, values: Problem['values'] = {}, other?: Node): void {
    const [from, to] = rangeOf(node)
    const before = other === undefined ? {} : { other: rangeOf(other)[0] }
    this.#problems.push({ code, severity: 'error', from, to, values, ...before })
  }

  #leave(code: string, node: unknown, values: Problem['values']): never {
    this.#report(code, node, values)
    throw new OutOfBounds(code)
  }
}

/** A text that a comma inside `{ }` cut in two or more. */
interface CutText {
  readonly key: string
  /** The first piece after the comma. */
  readonly rest: string
  readonly text: string
  readonly from: number
  readonly to: number
}

const oneLine = (text: string) => text.replace(/\s*\n\s*/g, ' ')

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`
}

/** Opening brackets of a text less its closing ones. */
function balance(value: unknown): number {
  if (typeof value !== 'string') return 0
  let open = 0
  for (const character of value) open += character === '(' ? 1 : character === ')' ? -1 : 0
  return open
}

/** Offsets of a node in its file, without what follows it. */
export function rangeOf(node: unknown): readonly [number, number] {
  const range = (node as Partial<ParsedNode> | null)?.range
  return range == null ? [0, 0] : [range[0], range[1]]
}

/** A key as it is written: `400` and `true` are texts here. */
export function keyText(key: Scalar): string {
  return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value))
}
