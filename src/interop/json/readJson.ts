import type { ImportNote } from '../draft.js'
import { importLimits } from '../importLimits.js'
import { importNote } from '../importNote.js'

/** Bounds of JSON, by name: those of an import unless a test says otherwise. */
export type JsonLimits = { readonly [Name in 'jsonBytes' | 'jsonNesting']: number }

/** The values of a JSON file, one after the other, or why there are none. */
export type JsonReading = { readonly values: readonly JsonPart[] } | { readonly note: ImportNote }

/** One value of a file, and the line that it begins on where the file has one value a line. */
export interface JsonPart {
  readonly value: unknown
  readonly line: number | null
}

/**
 * Reads a JSON file, or one with a JSON value a line (NDJSON). Its size and nesting are counted before it is parsed. Keys such
 * as `__proto__` become ordinary keys, which nothing here ever copies into another object.
 */
export function readJson(bytes: Uint8Array, path: string, limits: JsonLimits = importLimits): JsonReading {
  const refused = (code: string, values: ImportNote['values'] = {}, line: number | null = null) => ({
    note: importNote(code, 'error', path, values, line),
  })
  if (bytes.length > limits.jsonBytes) return refused('json-too-large', { limit: limits.jsonBytes })
  const text = decoded(bytes)
  if (text === null) return refused('not-utf8')
  if (text.trim() === '') return refused('empty-file')
  if (deeperThan(text, limits.jsonNesting)) return refused('json-too-deep', { limit: limits.jsonNesting })
  try {
    return { values: [{ value: JSON.parse(text), line: null }] }
  } catch {
    return readLines(text) ?? refused('not-json', {}, lineOfFault(text))
  }
}

function readLines(text: string): JsonReading | null {
  const values: JsonPart[] = []
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    if (!/^\s*[{[]/.test(line)) return null
    try {
      values.push({ value: JSON.parse(line), line: index + 1 })
    } catch {
      return null
    }
  }
  return values.length > 1 ? { values } : null
}

/** UTF-8 or, where the mark of it stands at the beginning, UTF-16. */
function decoded(bytes: Uint8Array): string | null {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Whether brackets outside strings stand deeper within each other than `limit`. */
function deeperThan(text: string, limit: number): boolean {
  let depth = 0
  let quoted = false
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    if (quoted) {
      if (unit === 0x5c) index++
      else if (unit === 0x22) quoted = false
    } else if (unit === 0x22) quoted = true
    else if (unit === 0x7b || unit === 0x5b) {
      depth++
      if (depth > limit) return true
    } else if (unit === 0x7d || unit === 0x5d) depth--
  }
  return false
}

/** The line on which the parser gave up, where its message says so. */
function lineOfFault(text: string): number | null {
  try {
    JSON.parse(text)
  } catch (fault) {
    const at = /position (\d+)/.exec(String(fault))?.[1]
    if (at !== undefined) return text.slice(0, Number(at)).split('\n').length
  }
  return null
}
