import type { CaseDocument } from '../model/case.js'
import type { CasePath } from '../model/problem.js'
import type { Context } from './context.js'
import { type Cell, table } from './table.js'
import { visible } from './visible.js'

/** What is said of a thing, and is no condition of it. */
const said = new Set(['title', 'about', 'basis', 'sources'])

/** A condition that differs: where, and both values; `undefined` where there is none. */
interface Difference {
  readonly path: CasePath
  readonly before: unknown
  readonly after: unknown
}

/** A place in a case as its author would write it: `components.promote-tool.needs`. */
export function pathText(path: CasePath): string {
  return path.join('.')
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
  const differing = changed.flatMap(path => differences(path, valueAt(before, path), valueAt(after, path)))
  const rows = differing.map(({ path, before, after }): Cell[] => [
    pathText(path[0] === 'components' ? path.slice(1) : path),
    before === undefined ? words.if.missing : flowText(before),
    { text: after === undefined ? words.if.removed : flowText(after), colour: 'green' },
  ])
  return table(columns, rows, paint)
}

/** What stands at a place in a document; `undefined` where nothing does. */
function valueAt(document: CaseDocument, path: CasePath): unknown {
  let value: unknown = document
  for (const key of path) {
    if (!isMap(value) || !Object.hasOwn(value, key)) return undefined
    value = value[key]
  }
  return value
}

/** The smallest places at which two values differ: within maps, and within lists of one length. */
function differences(path: CasePath, before: unknown, after: unknown): Difference[] {
  if (said.has(String(path.at(-1))) || JSON.stringify(before) === JSON.stringify(after)) return []
  const sameShape = Array.isArray(before)
    ? Array.isArray(after) && before.length === after.length
    : !Array.isArray(after)
  if (!isMap(before) || !isMap(after) || !sameShape) return [{ path, before, after }]
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return keys.flatMap(key => differences([...path, key], before[key], after[key]))
}

function isMap(value: unknown): value is Record<string | number, unknown> {
  return typeof value === 'object' && value !== null
}

/** A value as it would stand on one line of a case. */
function flowText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flowText).join(', ')}]`
  if (!isMap(value)) return visible(String(value))
  const entries = Object.entries(value).filter(([key]) => !said.has(key))
  return `{ ${entries.map(([key, part]) => `${key}: ${flowText(part)}`).join(', ')} }`
}
