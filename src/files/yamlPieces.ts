import { type Document, isMap, isScalar, type Pair } from 'yaml'
import { limits } from '../model/limits.js'
import { type CutPiece, type CutSection, cutFile } from './cutFile.js'
import { parsedYaml } from './parseYaml.js'
import type { SourceText } from './sourceText.js'
import type {
  FileProblem,
  Parsed,
  PieceMemory,
  PlainMap,
  Written,
  WrittenSection,
  YamlFile,
} from './yamlFile.js'
import type { YamlPiece } from './yamlPiece.js'
import { type ParserError, syntaxProblems, tagProblems } from './yamlProblems.js'
import { keyText, rangeOf } from './yamlWalk.js'

/** Reads a file piece by piece; null where it must be parsed as a whole. */
export function readPieces(source: SourceText, memory: PieceMemory): YamlFile | null {
  const cut = cutFile(source.text)
  if (cut === null || cut.length === 0) return null
  const reading = new Reading(source, memory)
  return cut.every(section => reading.takes(section)) ? reading.file() : null
}

/** A file that is put together of its pieces. */
class Reading {
  readonly #source: SourceText
  readonly #memory: PieceMemory
  readonly #value: PlainMap = Object.create(null)
  readonly #sections: WrittenSection[] = []
  readonly #errors: ParserError[] = []
  readonly #warnings: ParserError[] = []
  readonly #problems: FileProblem[] = []
  #values = 0

  constructor(source: SourceText, memory: PieceMemory) {
    this.#source = source
    this.#memory = memory
  }

  file(): YamlFile {
    const problems = [
      ...syntaxProblems(this.#errors, this.#source),
      ...tagProblems(this.#warnings),
      ...this.#problems,
    ]
    return { source: this.#source, value: this.#value, problems, sections: this.#sections }
  }

  /** Whether a section could be read by itself; it is part of the file then. */
  takes(section: CutSection): boolean {
    const { key, entries } = section
    if (key in this.#value) return false
    return entries === null ? this.#takesWhole(section) : this.#takesEntries(section, entries)
  }

  #takesWhole(section: CutSection): boolean {
    const piece = this.#piece(section, 0)
    if (piece === null || !this.#counts(piece, section.from)) return false
    this.#value[section.key] = piece.value
    const within: Parsed = { text: piece.text, start: section.from, depth: 0, document: piece.document }
    const written = writtenIn(section, within)
    const isEmpty = typeof piece.value !== 'object' || piece.value === null
    this.#sections.push({ ...written, entries: isEmpty ? null : entriesOf(written) })
    return true
  }

  #takesEntries(section: CutSection, entries: readonly CutPiece[]): boolean {
    if (entries.length > limits.entries) return false
    const map: PlainMap = Object.create(null)
    const first = new Map<string, Written>()
    const all: Written[] = []
    this.#values++
    for (const entry of entries) {
      const piece = this.#piece(entry, 1)
      if (piece === null) return false
      const within: Parsed = { text: piece.text, start: entry.from, depth: 1, document: piece.document }
      const written = writtenIn(entry, within)
      all.push(written)
      const before = first.get(entry.key)
      if (!this.#counts(piece, entry.from, before)) return false
      if (before === undefined) {
        first.set(entry.key, written)
        map[entry.key] = piece.value
      } else this.#reportTwice(written, before)
    }
    this.#value[section.key] = map
    this.#sections.push({ ...writtenIn(section, this.#lazily(section)), entries: all })
    return true
  }

  #piece({ key, from, keyFrom, to }: CutPiece, depth: 0 | 1): YamlPiece | null {
    return this.#memory.piece(this.#source.text.slice(from, to), key, keyFrom - from, depth)
  }

  /**
   * Adds what is wrong with a piece, at its place in the file, and says whether the file is still within its limit of values. Of an
   * entry that stands there a second time only the syntax is looked at.
   */
  #counts({ values, errors, warnings, problems }: YamlPiece, start: number, before?: Written): boolean {
    for (const error of errors) this.#errors.push(shifted(error, start))
    for (const warning of warnings) this.#warnings.push(shifted(warning, start))
    if (before !== undefined) return true
    for (const { from, to, other, ...problem } of problems) {
      const there = other === undefined ? {} : { other: other + start }
      this.#problems.push({ ...problem, from: from + start, to: to + start, ...there })
    }
    this.#values += values
    return this.#values <= limits.values
  }

  #reportTwice({ key, from, to }: Written, before: Written): void {
    const values = { id: key }
    this.#problems.push({ code: 'duplicate-id', severity: 'error', from, to, values, other: before.from })
  }

  /** The nodes of a section whose entries were read one by one. */
  #lazily({ from, to }: CutPiece): Parsed {
    const text = this.#source.text.slice(from, to)
    let document: Document.Parsed | null | undefined
    return {
      text,
      start: from,
      depth: 0,
      document: () => {
        document ??= parsedYaml(text)
        if (document === null) throw new Error('A section nests deeper than its entries.')
        return document
      },
    }
  }
}

function writtenIn({ key, keyFrom }: CutPiece, within: Parsed): Written {
  const pair = () => {
    const { contents } = within.document()
    return (isMap(contents) ? contents.items[0] : undefined) as Pair
  }
  return { key, from: keyFrom, to: keyFrom + key.length, within, pair }
}

/** Entries of a section that was read as one. */
function entriesOf({ within, pair }: Written): readonly Written[] | null {
  const { value } = pair()
  if (!isMap(value)) return null
  return (value.items as readonly Pair[]).flatMap(entry => {
    if (!isScalar(entry.key)) return []
    const [from, to] = rangeOf(entry.key)
    const { start } = within
    return [{ key: keyText(entry.key), from: from + start, to: to + start, within, pair: () => entry }]
  })
}

function shifted({ code, message, pos: [from, to] }: ParserError, by: number): ParserError {
  return { code, message, pos: [from + by, to + by] }
}
