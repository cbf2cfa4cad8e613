import { type Document, isMap, isScalar, type Pair } from 'yaml'
import { limits } from '../model/limits.js'
import type { Problem } from '../model/problem.js'
import { parsedYaml } from './parseYaml.js'
import { SourceText } from './sourceText.js'
import { isLongerThan } from './utf8.js'
import type { YamlPiece } from './yamlPiece.js'
import { readPieces } from './yamlPieces.js'
import { syntaxProblems, tagProblems } from './yamlProblems.js'
import { keyText, OutOfBounds, rangeOf, Walk } from './yamlWalk.js'

/** A problem of a file as text, before it has a place in the document. Offsets into the file. */
export interface FileProblem {
  readonly code: string
  readonly severity: 'error' | 'warning'
  readonly from: number
  readonly to: number
  readonly values: Problem['values']
  readonly suggestion?: string
  /** Offset of another place in the same file. */
  readonly other?: number
}

/** A map as its file has it: its own keys only, whatever they are called. */
export type PlainMap = { [key: string]: unknown }

/** A key of a file with what stands behind it. */
export interface Written {
  readonly key: string
  /** Offsets of the key in the file. */
  readonly from: number
  readonly to: number
  /** The text that its nodes were parsed from, and are parsed from when they are asked for. */
  readonly within: Parsed
  /** The key with its value, as the parser has it: offsets count from `within.start`. */
  readonly pair: () => Pair
}

/** A text that was parsed by itself: a whole file, or a piece of one. */
export interface Parsed {
  readonly text: string
  /** Where it begins in its file. */
  readonly start: number
  /** Parts of a path that lead to what it holds: 1 for an entry, whose section stands outside of it. */
  readonly depth: number
  readonly document: () => Document.Parsed
}

/** A top-level key; its entries, where a map stands behind it. */
export interface WrittenSection extends Written {
  readonly entries: readonly Written[] | null
}

/** One YAML file, read. */
export interface YamlFile {
  readonly source: SourceText
  /** The root as a plain map; null where the file has none. */
  readonly value: PlainMap | null
  readonly problems: readonly FileProblem[]
  /** In the order of the file; none where it cannot be read. */
  readonly sections: readonly WrittenSection[]
}

/** Remembers pieces of files by their text. */
export interface PieceMemory {
  readonly piece: (text: string, key: string, keyFrom: number, depth: 0 | 1) => YamlPiece | null
}

/**
 * Reads one YAML file: never throws, whatever stands in it. With a memory it is read piece by piece where its pieces do not depend
 * on each other, and only those that are new are parsed; what comes of it is the same.
 */
export function readYaml(path: string, text: string, memory?: PieceMemory): YamlFile {
  const source = new SourceText(path, text.startsWith('\uFEFF') ? text.slice(1) : text)
  if (isLongerThan(text, limits.fileBytes))
    return refused(source, 'file-too-large', { limit: limits.fileBytes })
  const strange = source.text.search(binaryCharacters)
  if (strange >= 0) return refused(source, 'binary-file', {}, strange)
  return (memory === undefined ? null : readPieces(source, memory)) ?? readWhole(source)
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const binaryCharacters = /[\u0000-\u0008\u000E-\u001F\uFFFD]/

function refused(source: SourceText, code: string, values: Problem['values'], at = 0): YamlFile {
  const problems = [{ code, severity: 'error' as const, from: at, to: at + 1, values }]
  return { source, value: null, problems, sections: [] }
}

function readWhole(source: SourceText): YamlFile {
  const document = parsedYaml(source.text)
  if (document === null) return refused(source, 'too-deep', { limit: limits.nesting })
  const problems = [...syntaxProblems(document.errors, source), ...tagProblems(document.warnings)]
  try {
    const value = new Walk(source.text, problems).root(document)
    return { source, value, problems, sections: value === null ? [] : sectionsOf(source.text, document) }
  } catch (error) {
    if (!(error instanceof OutOfBounds)) throw error
    return { source, value: null, problems, sections: [] }
  }
}

function sectionsOf(text: string, document: Document.Parsed): readonly WrittenSection[] {
  const within: Parsed = { text, start: 0, depth: 0, document: () => document }
  const written = (map: unknown) =>
    isMap(map) ? (map.items as readonly Pair[]).flatMap(pair => writtenPair(pair, within)) : []
  return written(document.contents).map(section => {
    const { value } = section.pair()
    return { ...section, entries: isMap(value) ? written(value) : null }
  })
}

function writtenPair(pair: Pair, within: Parsed): readonly Written[] {
  if (!isScalar(pair.key)) return []
  const [from, to] = rangeOf(pair.key)
  return [{ key: keyText(pair.key), from, to, within, pair: () => pair }]
}
