import type { CaseDocument } from '../model/case.js'
import type { CasePath } from '../model/problem.js'
import type { Context } from './context.js'
import { type Cell, table } from './table.js'

/** A place in a case as its author would write it: `components.promote-tool.needs`. */
export function pathText(path: CasePath): string {
  return path.join('.')
}

/** What stands at a place in a document; `undefined` where nothing does. */
function valueAt(document: CaseDocument, path: CasePath): unknown {
  let value: unknown = document
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = (value as Record<string | number, unknown>)[key]
  }
  return value
}

/** The conditions that differ between a case as it was and with its ifs: each with both values. */
export function conditionsTable(
  changed: readonly CasePath[],
  before: CaseDocument,
  after: CaseDocument,
  context: Context,
): string {
  const { words, paint } = context
  const columns = [
    { title: words.columns.condition, flexible: true },
    { title: words.columns.was, flexible: true },
    { title: words.columns.becomes, flexible: true },
  ]
  const text = (value: unknown, absent: string) =>
    value === undefined ? absent : typeof value === 'string' ? value : JSON.stringify(value)
  const rows = changed.map((path): Cell[] => [
    pathText(path.slice(path[0] === 'components' ? 1 : 0)),
    text(valueAt(before, path), words.if.missing),
    { text: text(valueAt(after, path), words.if.removed), colour: 'green' },
  ])
  return table(columns, rows, paint)
}
