import { byPath, type CaseFile, roleOf } from './caseFile.js'
import { type CaseReader, readerOr } from './caseReader.js'
import { cutFile } from './cutFile.js'
import { endOfWritten } from './editSection.js'

/** An entry of a section in a list of them: where its lines stand, and its value when somebody asks. */
export interface ListedEntry {
  readonly id: string
  readonly file: string
  /** From the line of its key to the next entry's (within braces: its own text), in UTF-16 units, a byte order mark counted. */
  readonly from: number
  readonly to: number
  /** Null where it cannot be read. With one reader the same object as long as the entry's text is the same. */
  readonly value: () => unknown
}

/**
 * The entries of a section, in the order of the document, found by indentation alone: a table of ten thousand rows needs the values of
 * those that it shows. Of an id that stands there twice the first.
 */
export function entriesOf(
  given: readonly CaseFile[],
  section: string,
  reader?: CaseReader,
): readonly ListedEntry[] {
  const kept = readerOr(reader)
  const seen = new Set<string>()
  return [...given].sort(byPath).flatMap(({ path, text }) => {
    if (roleOf(path) !== 'yaml' || typeof text !== 'string') return []
    const all = kept.knows(path, text) ? null : listedByCut(path, text, section, kept)
    return (all ?? listedByReading(path, text, section, kept)).filter(({ id }) => {
      if (seen.has(id)) return false
      seen.add(id)
      return true
    })
  })
}

/** Null where the file is not written so that it can be cut. */
function listedByCut(
  file: string,
  text: string,
  name: string,
  reader: CaseReader,
): readonly ListedEntry[] | null {
  const mark = text.startsWith('\uFEFF') ? 1 : 0
  const plain = mark === 0 ? text : text.slice(1)
  const sections = cutFile(plain)?.filter(({ key }) => key === name)
  if (sections?.length === 0) return []
  const entries = sections?.[0]?.entries
  if (sections?.length !== 1 || entries == null) return null
  return entries.map(({ key, from, keyFrom, to }) => ({
    id: key,
    file,
    from: from + mark,
    to: to + mark,
    value: () => {
      const piece = reader.piece(plain.slice(from, to), key, keyFrom - from, 1)
      return piece === null ? valueAt(reader, file, text, name, key) : piece.value
    },
  }))
}

function listedByReading(
  path: string,
  text: string,
  name: string,
  reader: CaseReader,
): readonly ListedEntry[] {
  const mark = text.startsWith('\uFEFF') ? 1 : 0
  const { sections } = reader.yaml(path, text)
  const entries = sections.find(({ key }) => key === name)?.entries ?? []
  return entries.map(entry => {
    const { key, from, within } = entry
    const isPiece = within.depth === 1
    return {
      id: key,
      file: path,
      from: (isPiece ? within.start : from) + mark,
      to: (isPiece ? within.start + within.text.length : endOfWritten(entry)) + mark,
      value: () => valueAt(reader, path, text, name, key),
    }
  })
}

function valueAt(reader: CaseReader, path: string, text: string, section: string, id: string): unknown {
  const entries = reader.yaml(path, text).value?.[section]
  if (typeof entries !== 'object' || entries === null || !Object.hasOwn(entries, id)) return null
  return (entries as Readonly<Record<string, unknown>>)[id]
}
