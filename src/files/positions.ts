import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Scalar } from 'yaml'
import type { CasePath, Problem } from '../model/problem.js'
import type { MergedCase } from './mergedCase.js'
import type { YamlFile } from './yamlFile.js'
import { keyText, rangeOf } from './yamlWalk.js'

/** A stretch of a file. */
export interface FileSpan {
  readonly file: YamlFile
  readonly from: number
  readonly to: number
}

/**
 * Where a place of the document is written: its value, or with `atKey` its key. Of a place that is not written, the key of
 * the nearest thing around it that is. Null where not even its section is.
 */
export function spanOf(
  merged: MergedCase,
  path: CasePath,
  options: { readonly atKey?: boolean; readonly within?: Problem['within'] } = {},
): FileSpan | null {
  const section = merged.sections.get(String(path[0]))
  const whole = section?.keys[0]
  if (section === undefined || whole === undefined) return null
  const entry = path.length > 1 ? section.entries.get(String(path[1])) : undefined
  const { file, written } = entry ?? whole
  const keySpan = { file, from: written.from, to: written.to }
  const isThere = path.length === 1 || entry !== undefined
  if (!isThere || (options.atKey && path.length <= 2)) return keySpan
  const { start, document } = written.within
  let { key, value }: { key: unknown; value: unknown } = written.pair()
  let found = true
  for (const part of path.slice(2)) {
    const target = followed(value, document)
    const next = isMap(target)
      ? target.items.find(item => isScalar(item.key) && keyText(item.key) === String(part))
      : undefined
    if (next !== undefined) {
      key = next.key
      value = next.value
    } else if (isSeq(target) && typeof part === 'number' && target.items[part] != null) {
      value = target.items[part]
    } else {
      found = false
      break
    }
  }
  const [from, to] = rangeOf(key)
  const nearest = { file, from: from + start, to: to + start }
  if (!found || options.atKey || value == null) return nearest
  return valueSpan(file, start, value as Node, options.within, nearest)
}

function valueSpan(
  file: YamlFile,
  start: number,
  value: Node,
  within: Problem['within'],
  keySpan: FileSpan,
): FileSpan {
  const [from, to] = rangeOf(value).map(offset => offset + start) as [number, number]
  if (from === to) return keySpan
  if (within === undefined || !isScalar(value)) return { file, from, to }
  const lead = startOfText(file.source.text.slice(from, to), value)
  if (lead === null) return { file, from, to }
  const exact = { file, from: from + lead + within.from, to: from + lead + within.to }
  // The end of the text: the caret stands behind it.
  return exact.from === exact.to ? { ...exact, to: exact.from + 1 } : exact
}

/** Where the text of a scalar begins in its source, if it stands there letter by letter; else null. */
function startOfText(source: string, { value }: Scalar): number | null {
  if (typeof value !== 'string') return null
  if (source.startsWith(value)) return 0
  return source.slice(1).startsWith(value) && /^["']/.test(source) ? 1 : null
}

function followed(node: unknown, document: () => Document.Parsed): unknown {
  let at = node
  for (let hops = 0; isAlias(at) && hops < 10; hops++) at = at.resolve(document())
  return at
}
