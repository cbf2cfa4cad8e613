import { isAlias, isMap, isScalar, isSeq, type Pair } from 'yaml'
import type { CasePath } from '../model/problem.js'
import type { CaseFile } from './caseFile.js'
import { placeOfPath, yamlOf } from './casePlaces.js'
import { type CaseReader, readerOr } from './caseReader.js'
import { contentEnd, endOf } from './editText.js'
import { keyText, rangeOf } from './yamlWalk.js'

/** A stretch of a file's text in UTF-16 units, a byte order mark counted. */
export interface TextRange {
  readonly from: number
  readonly to: number
}

/** Where a place of a document is written. */
export interface WrittenPlace {
  readonly file: string
  /** Null for an item of a list. */
  readonly key: TextRange | null
  /** Without blank lines and comments after it; null where nothing is written behind the key. */
  readonly value: TextRange | null
}

/**
 * Where a section, an entry or a field is written, for a cursor or a page that opens the text there. Null where it is not written.
 * Behind an alias it is where the anchor stands.
 */
export function placeOf(
  files: readonly CaseFile[],
  path: CasePath,
  reader?: CaseReader,
): WrittenPlace | null {
  if (path.length === 0) return null
  const { file, section, entry } = placeOfPath(yamlOf(files, readerOr(reader)), path)
  const written = path.length > 1 ? entry : section
  if (file === null || written === null) return null
  const { within } = written
  let item: Pair | { readonly value: unknown } = written.pair()
  for (const part of path.slice(2)) {
    const value = isAlias(item.value) ? item.value.resolve(within.document()) : item.value
    if (isMap(value)) {
      const next = (value.items as readonly Pair[]).find(
        ({ key }) => isScalar(key) && keyText(key) === String(part),
      )
      if (next === undefined) return null
      item = next
    } else if (isSeq(value) && typeof part === 'number' && value.items[part] !== undefined) {
      item = { value: value.items[part] }
    } else return null
  }
  const given = files.find(one => one.path === file.source.path)?.text
  const shift = within.start + (typeof given === 'string' && given.startsWith('\uFEFF') ? 1 : 0)
  const range = (from: number, to: number): TextRange => ({ from: from + shift, to: to + shift })
  const key = 'key' in item ? range(...rangeOf(item.key)) : null
  const [from, to] = rangeOf(item.value)
  const end = 'key' in item ? endOf(item, within.text) : contentEnd(item.value as never, within.text)
  return { file: file.source.path, key, value: item.value == null || to <= from ? null : range(from, end) }
}
