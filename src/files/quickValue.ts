import type { PlainMap } from './yamlFile.js'

/** A key with its value, read without a parser, and how many values there are in it, itself included. */
export interface QuickPair {
  readonly key: string
  readonly value: unknown
  readonly values: number
}

/** Thrown where a text leaves the part of YAML that is read here. */
class Unsure extends Error {}

const unsure = new Unsure('This text needs the parser.')

/** A plain key of letters, digits and the usual marks between them, with its colon. */
export const plainKey = /[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.@-]{0,199}(?=:(?:[ \r\n]|$))/uy

/**
 * Reads one `key: value` from the part of YAML in which nearly every line of a case is written: block maps and lists,
 * plain and simply quoted texts, lines below `|`, braces and brackets within a line. It gives exactly what the parser would, some forty times
 * faster; null where it is not sure, and then the parser is asked. Anchors, tags and folding are among what it is not sure of.
 */
export function quickPair(text: string, start: number): QuickPair | null {
  if (/\t|\r(?!\n)|\uFEFF/.test(text)) return null
  try {
    return new Quick(text, start).pair()
  } catch (reason) {
    if (reason !== unsure) throw reason
    return null
  }
}

const [space, hash, dash, colon, comma] = [32, 35, 45, 58, 44]
const [openBracket, closeBracket, openBrace, closeBrace] = [91, 93, 123, 125]
const [quote, apostrophe, backslash, newline, carriage, bar] = [34, 39, 92, 10, 13, 124]

/** Characters with which a plain text cannot begin, or begins with a meaning. */
const indicators = new Set([...'-?:,[]{}#&*!|>\'"%@`'].map(character => character.charCodeAt(0)))

/** What `\n` and its like stand for between double quotation marks. */
const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', '"': '"', '\\': '\\' }

/** Maps within maps and lists, braces within braces: more is left to the parser. */
const deepest = 12
const longestList = 1_000

class Quick {
  readonly #text: string
  /** Where the line begins that is read next; comments and blank lines are passed over. */
  #line = 0
  /** Of that line: spaces before its text, and where it ends. -1: there is none. */
  #indent = -1
  #end = 0
  #at = 0
  #values = 0

  constructor(text: string, start: number) {
    this.#text = text
    this.#enter(start)
  }

  pair(): QuickPair {
    const indent = this.#indent
    const key = this.#key()
    const value = this.#after(indent, 1)
    if (this.#indent >= 0) throw unsure
    return { key, value, values: this.#values }
  }

  /** Goes to the first line from here on that says something. */
  #enter(from: number): void {
    const text = this.#text
    let start = from
    for (;;) {
      if (start >= text.length) {
        this.#indent = -1
        return
      }
      let at = start
      while (text.charCodeAt(at) === space) at++
      let end = text.indexOf('\n', at)
      const next = end < 0 ? text.length : end + 1
      if (end < 0) end = text.length
      if (text.charCodeAt(end - 1) === carriage) end--
      const first = text.charCodeAt(at)
      if (at < end && first !== hash && first !== newline) {
        this.#indent = at - start
        this.#at = at
        this.#end = end
        this.#line = next
        return
      }
      start = next
    }
  }

  #key(): string {
    plainKey.lastIndex = this.#at
    const key = plainKey.exec(this.#text)?.[0]
    if (key === undefined || key === '__proto__') throw unsure
    this.#at += key.length + 1
    return key
  }

  /** The value behind a key of a block, on its line or on the lines below. */
  #after(indent: number, depth: number): unknown {
    if (depth > deepest) throw unsure
    this.#values++
    this.#skip()
    if (this.#text.charCodeAt(this.#at) === bar && this.#at < this.#end) return this.#lines(indent)
    if (!this.#isOver()) {
      const value = this.#inline(depth, false)
      this.#skip()
      if (!this.#isOver()) throw unsure
      this.#enter(this.#line)
      if (this.#indent > indent) throw unsure
      return value
    }
    this.#enter(this.#line)
    if (this.#indent > indent) return this.#isDash() ? this.#list(depth) : this.#map(depth)
    return this.#indent === indent && this.#isDash() ? this.#list(depth) : null
  }

  /** The lines below `|` or `|-`, as they are. */
  #lines(indent: number): string {
    const text = this.#text
    const header = text.slice(this.#at, this.#end)
    if (header !== '|' && header !== '|-') throw unsure
    const lines: string[] = []
    let column = -1
    let at = this.#line
    for (let next = at; at < text.length; at = next) {
      const lineEnd = text.indexOf('\n', at)
      if (lineEnd < 0) throw unsure
      next = lineEnd + 1
      const end = text.charCodeAt(lineEnd - 1) === carriage ? lineEnd - 1 : lineEnd
      let first = at
      while (first < end && text.charCodeAt(first) === space) first++
      if (first < end && column < 0) column = first - at
      if (first < end && (first - at < column || column <= indent)) break
      // Blank lines before the first may not be longer than it is led by.
      if (column < 0 && first > at) throw unsure
      lines.push(text.slice(Math.min(at + Math.max(column, 0), end), end))
    }
    while (lines.at(-1) === '') lines.pop()
    if (lines.length === 0 || column <= indent) throw unsure
    this.#enter(at)
    if (this.#indent > indent) throw unsure
    return lines.join('\n') + (header === '|' ? '\n' : '')
  }

  #map(depth: number): PlainMap {
    const map: PlainMap = Object.create(null)
    const indent = this.#indent
    while (this.#indent === indent) {
      const key = this.#key()
      if (key in map) throw unsure
      map[key] = this.#after(indent, depth + 1)
    }
    if (this.#indent > indent) throw unsure
    return map
  }

  #list(depth: number): unknown[] {
    const list: unknown[] = []
    const indent = this.#indent
    while (this.#indent === indent && this.#isDash()) {
      this.#at++
      this.#skip()
      if (this.#isOver() || list.length > longestList) throw unsure
      plainKey.lastIndex = this.#at
      if (plainKey.test(this.#text)) throw unsure
      this.#values++
      list.push(this.#inline(depth + 1, false))
      this.#skip()
      if (!this.#isOver()) throw unsure
      this.#enter(this.#line)
      if (this.#indent > indent) throw unsure
    }
    return list
  }

  #isDash(): boolean {
    return this.#text.charCodeAt(this.#at) === dash && this.#text.charCodeAt(this.#at + 1) === space
  }

  #skip(): void {
    while (this.#at < this.#end && this.#text.charCodeAt(this.#at) === space) this.#at++
  }

  /** Nothing, or a comment, until the end of the line. */
  #isOver(): boolean {
    if (this.#at >= this.#end) return true
    return this.#text.charCodeAt(this.#at) === hash && this.#text.charCodeAt(this.#at - 1) === space
  }

  #inline(depth: number, inFlow: boolean): unknown {
    if (depth > deepest) throw unsure
    const first = this.#text.charCodeAt(this.#at)
    if (first === openBracket) return this.#brackets(depth)
    if (first === openBrace) return this.#braces(depth)
    if (first === quote || first === apostrophe) return this.#quoted(first)
    if (indicators.has(first)) throw unsure
    return scalarOf(inFlow ? this.#plainInFlow() : this.#plain())
  }

  #quoted(mark: number): string {
    const text = this.#text
    const from = this.#at + 1
    let at = from
    let escaped = false
    for (; at < this.#end; at++) {
      const code = text.charCodeAt(at)
      if (code === mark) break
      if (code !== backslash || mark !== quote) continue
      escaped = true
      at++
      if (!(text.charAt(at) in escapes)) throw unsure
    }
    if (at >= this.#end || text.charCodeAt(at + 1) === mark) throw unsure
    this.#at = at + 1
    const after = text.charCodeAt(this.#at)
    if (after === colon || after === hash) throw unsure
    const inner = text.slice(from, at)
    return escaped ? inner.replace(/\\(.)/g, (_, letter: string) => escapes[letter] ?? letter) : inner
  }

  /** A plain text to the end of its line, or to a comment. */
  #plain(): string {
    const text = this.#text
    const from = this.#at
    let at = from
    for (; at < this.#end; at++) {
      const code = text.charCodeAt(at)
      if (code === colon && (at + 1 >= this.#end || text.charCodeAt(at + 1) === space)) throw unsure
      if (code === hash && text.charCodeAt(at - 1) === space) break
    }
    this.#at = at
    return text.slice(from, this.#lastOf(from, at))
  }

  /** A plain text within braces or brackets. */
  #plainInFlow(): string {
    const text = this.#text
    const from = this.#at
    let at = from
    for (; at < this.#end; at++) {
      const code = text.charCodeAt(at)
      if (code === comma || code === closeBracket || code === closeBrace) break
      if (
        code === openBracket ||
        code === openBrace ||
        (code === hash && text.charCodeAt(at - 1) === space)
      ) {
        throw unsure
      }
      if (code === colon && (at + 1 >= this.#end || ' ,[]{}'.includes(text[at + 1]!))) throw unsure
    }
    this.#at = at
    return text.slice(from, this.#lastOf(from, at))
  }

  #lastOf(from: number, to: number): number {
    let end = to
    while (end > from && this.#text.charCodeAt(end - 1) === space) end--
    return end
  }

  #brackets(depth: number): unknown[] {
    const list: unknown[] = []
    this.#at++
    this.#skip()
    if (this.#text.charCodeAt(this.#at) === closeBracket) {
      this.#at++
      return list
    }
    for (;;) {
      if (this.#at >= this.#end || list.length > longestList) throw unsure
      this.#values++
      const value = this.#inline(depth + 1, true)
      // `[2 of (a, b)]`: whoever reads with the parser looks for an expression that a comma cut.
      if (typeof value === 'string' && /[()]/.test(value)) throw unsure
      list.push(value)
      if (this.#isClosed(closeBracket)) return list
    }
  }

  #braces(depth: number): PlainMap {
    const map: PlainMap = Object.create(null)
    this.#at++
    this.#skip()
    if (this.#text.charCodeAt(this.#at) === closeBrace) {
      this.#at++
      return map
    }
    for (;;) {
      const key = this.#key()
      if (key in map) throw unsure
      this.#values++
      this.#skip()
      if (this.#at >= this.#end) throw unsure
      map[key] = this.#inline(depth + 1, true)
      if (this.#isClosed(closeBrace)) return map
    }
  }

  /** Passes the comma after an item, or the bracket after the last. */
  #isClosed(close: number): boolean {
    this.#skip()
    if (this.#at >= this.#end) throw unsure
    const code = this.#text.charCodeAt(this.#at)
    this.#at++
    if (code === close) return true
    if (code !== comma) throw unsure
    this.#skip()
    if (this.#at >= this.#end) throw unsure
    return false
  }
}

/** What a plain text stands for in YAML's core schema. */
function scalarOf(text: string): unknown {
  if (!/^[-+.\d~nNtTfF]/.test(text)) {
    if (text === '') throw unsure
    return text
  }
  if (/^(?:~|[Nn]ull|NULL)$/.test(text)) return null
  if (/^(?:[Tt]rue|TRUE)$/.test(text)) return true
  if (/^(?:[Ff]alse|FALSE)$/.test(text)) return false
  if (/^\d{1,15}$/.test(text)) return Number(text)
  if (/^\d{1,12}\.\d{1,12}$/.test(text)) return Number.parseFloat(text)
  if (/^(?:[-+]?[.\d][\d.]*(?:[eE][-+]?\d+)?|0[ox][\da-fA-F]+|[-+]?\.\w+)$/.test(text)) throw unsure
  return text
}
