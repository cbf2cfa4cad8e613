import { type CasePath, type Problem, warning } from '../model/problem.js'
import type { Rule } from './rule.js'

/** An if that replaces a list and leaves entries of it out. One that only adds to it is fine. */
export const ifReplacesList: Rule = ({ document }) => {
  const problems: Problem[] = []
  for (const [id, written] of Object.entries(document.ifs ?? {})) {
    for (const section of ['components', 'events'] as const) {
      compare(document[section], written[section], ['ifs', id, section], problems)
    }
  }
  return problems
}

type Values = Readonly<Record<string, unknown>>

function compare(before: unknown, patch: unknown, path: CasePath, problems: Problem[]): void {
  if (Array.isArray(before) && Array.isArray(patch)) {
    const lost = lostOf(before, patch)
    if (lost !== null) problems.push(warning('if-replaces-list', path, lost))
    return
  }
  if (!isMap(before) || !isMap(patch)) return
  for (const [key, value] of Object.entries(patch)) {
    if (key !== 'basis' && key !== 'sources' && Object.hasOwn(before, key)) {
      compare(before[key], value, [...path, key], problems)
    }
  }
}

/** What a list no longer has: of texts the texts, of ways how many; null where nothing. */
function lostOf(before: readonly unknown[], after: readonly unknown[]): Problem['values'] | null {
  if (before.every(entry => typeof entry === 'string')) {
    const lost = before.filter(entry => !after.includes(entry))
    return lost.length === 0 ? null : { lost: lost.join(', ') }
  }
  return after.length < before.length ? { fewer: before.length - after.length } : null
}

function isMap(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
