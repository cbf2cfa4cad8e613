import { limits } from '../model/limits.js'
import { type PieceMemory, readYaml, type YamlFile } from './yamlFile.js'
import { readPiece, type YamlPiece } from './yamlPiece.js'

/**
 * Reads the files of a case again and again while they are written: entries whose text it has met are not parsed anew, and their
 * values are then the same objects. Pure memory: with or without one, reading gives the same. One for each case that is open.
 */
export class CaseReader {
  readonly #files = new Map<string, { readonly text: string; readonly file: YamlFile }>()
  readonly #pieces = new Pieces()

  /** Whether a file was read with just this text. */
  knows(path: string, text: string): boolean {
    return this.#files.get(path)?.text === text
  }

  /** A top-level key (depth 0) or an entry (depth 1) by its text; null where it cannot be read by itself. */
  piece(text: string, key: string, keyFrom: number, depth: 0 | 1): YamlPiece | null {
    return this.#pieces.piece(text, key, keyFrom, depth)
  }

  /** A YAML file, read. */
  yaml(path: string, text: string): YamlFile {
    const known = this.#files.get(path)
    if (known?.text === text) return known.file
    const file = readYaml(path, text, this.#pieces)
    if (this.#files.size > limits.files) this.#files.clear()
    this.#files.set(path, { text, file })
    return file
  }
}

/** The reader that the caller keeps, or one for this once. */
export function readerOr(reader: CaseReader | undefined): CaseReader {
  return reader ?? new CaseReader()
}

/** Characters that are kept before the older half of them is forgotten: the largest case and its next version. */
const keptCharacters = 2 * limits.caseBytes

/** Pieces by their text, in two generations: what was not asked for while the younger one filled up is forgotten. */
class Pieces implements PieceMemory {
  #young = new Map<string, YamlPiece | null>()
  #old = new Map<string, YamlPiece | null>()
  #characters = 0

  piece(cut: string, key: string, keyFrom: number, depth: 0 | 1): YamlPiece | null {
    // With the depth before it the text is one of its own, not a stretch of the file's that keeps all of it in memory.
    const name = depth + cut
    const young = this.#young.get(name)
    if (young !== undefined) return young
    const known = this.#old.get(name)
    const piece = known === undefined ? readPiece(name.slice(1), key, keyFrom, depth) : known
    this.#characters += cut.length
    if (this.#characters > keptCharacters) {
      this.#old = this.#young
      this.#young = new Map()
      this.#characters = cut.length
    }
    this.#young.set(name, piece)
    return piece
  }
}
