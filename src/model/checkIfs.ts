import type { CaseDocument, If } from './case.js'
import { compileCase } from './compile.js'
import { limits } from './limits.js'
import { applyIfs } from './patch.js'
import { type Problem, warning } from './problem.js'

/** Problems of the shape of a section's entry, as far as it is known to the caller. */
export type EntryShape = (section: string, id: string, entry: unknown) => readonly Problem[]

/**
 * Each if in place alone, together with what it requires: what is wrong then and not without it is its problem, and is
 * reported where the if writes it. `shape` checks an entry that the if has changed.
 */
export function checkIfs(
  document: CaseDocument,
  known: readonly Problem[],
  shape: EntryShape,
): readonly Problem[] {
  const problems: Problem[] = []
  const seen = new Set(known.map(identity))
  const add = (problem: Problem) => {
    if (seen.has(identity(problem))) return
    seen.add(identity(problem))
    problems.push(problem)
  }
  const components = Object.keys(document.components ?? {}).length
  const affordable = Math.floor(limits.ifChecks / Math.max(1, components))
  const ifs = Object.entries(document.ifs ?? {})
  if (ifs.length > affordable) {
    problems.push(
      warning('ifs-unchecked', ['ifs'], { checked: affordable, all: ifs.length }, { atKey: true }),
    )
  }
  for (const [id, written] of ifs.slice(0, affordable)) {
    for (const problem of problemsOf(document, id, written, shape)) {
      if (!seen.has(identity(problem))) add(placedInIf(problem, id, written))
    }
  }
  for (const { ifs } of Object.values(document.scenarios ?? {})) {
    if (ifs !== undefined)
      for (const problem of applyIfs(document, ifs).problems) if (!isElsewhere(problem)) add(problem)
  }
  return problems
}

function problemsOf(document: CaseDocument, id: string, written: If, shape: EntryShape): readonly Problem[] {
  const wanted = withRequired(document, id)
  const patched = applyIfs(document, wanted)
  if (patched.problems.length > 0) return patched.problems.filter(problem => !isElsewhere(problem))
  const problems: Problem[] = []
  for (const section of ['components', 'events', 'quantities'] as const) {
    for (const entry of Object.keys(written[section] ?? {})) {
      const value = patched.document[section]?.[entry]
      if (value !== undefined) problems.push(...shape(section, entry, value))
    }
  }
  return problems.length > 0 ? problems : compileCase(patched.document).problems
}

/** Ids of ifs that do not exist are reported where they are written. */
const isElsewhere = ({ code, path }: Problem) =>
  path[0] === 'ifs' && (code === 'unknown-id' || code === 'if-requires')

/** An if with those that it requires, and those that they require. Unknown ones are reported elsewhere. */
function withRequired(document: CaseDocument, id: string): readonly string[] {
  const found = new Set([id])
  for (const one of found) {
    for (const other of document.ifs?.[one]?.requires ?? []) {
      if (Object.hasOwn(document.ifs ?? {}, other)) found.add(other)
    }
  }
  return [...found]
}

/** A problem of the patched case, where the if writes what it is about: as near to it as the if goes. */
function placedInIf(problem: Problem, id: string, written: If): Problem {
  if (problem.path[0] === 'ifs') return problem
  const path: (string | number)[] = ['ifs', id]
  let value: unknown = written
  for (const part of problem.path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) break
    value = (value as Record<string | number, unknown>)[part]
    path.push(part)
  }
  if (path.length === problem.path.length + 2) return { ...problem, path }
  const { within: _, ...rest } = problem
  return { other: problem.path, ...rest, path, atKey: true }
}

const identity = ({ code, path, values }: Problem) => JSON.stringify([code, path, values])
