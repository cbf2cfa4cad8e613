import type { CaseDocument, Fact } from './case.js'
import { timeOfFact } from './facts.js'
import { type CasePath, error, warning } from './problem.js'
import type { References } from './references.js'
import { parseState } from './state.js'
import { parseInstant } from './time.js'

/** Times, states and references of the facts. */
export function checkFacts(document: CaseDocument, references: References): void {
  const starts = new Map<string, number>()
  for (const [id, fact] of Object.entries(document.facts ?? {})) {
    const path = ['facts', id]
    references.all('sources', fact.sources, [...path, 'sources'])
    references.all('facts', fact.disputes, [...path, 'disputes'])
    if ([fact.disputes ?? []].flat().includes(id)) {
      references.problems.push(error('disputes-itself', [...path, 'disputes'], { id }))
    }
    const { scenario } = fact
    if (scenario !== undefined && scenario !== 'main')
      references.one('scenarios', scenario, [...path, 'scenario'])
    const start = document.scenarios?.[scenario ?? '']?.start ?? document.case.start
    const startEpochMs = starts.get(start) ?? startOf(start, document.case.timezone)
    starts.set(start, startEpochMs)
    checkTime(document, fact, startEpochMs, path, references)
    for (const mode of ['changes', 'shows'] as const) checkStates(document, fact, mode, path, references)
  }
}

/** Of a start that cannot be read, which is reported where it is written, the beginning of all times. */
function startOf(start: string, timezone: string): number {
  const startAt = parseInstant(start, { timezone, startEpochMs: 0 })
  return 'epochMs' in startAt ? startAt.epochMs : 0
}

function checkTime(
  document: CaseDocument,
  fact: Fact,
  startEpochMs: number,
  path: CasePath,
  { problems }: References,
): void {
  const { timezone } = document.case
  const time = timeOfFact(fact, { timezone, startEpochMs })
  const at = [...path, 'at']
  if ('code' in time) {
    if (time.code === 'unknown-timezone') return
    const suggestion = time.suggestion === undefined ? {} : { suggestion: time.suggestion }
    problems.push(error(time.code, at, time.values, suggestion))
  } else if (time.ambiguous) problems.push(warning('ambiguous-time', at, { text: fact.at, timezone }))
}

function checkStates(
  document: CaseDocument,
  fact: Fact,
  mode: 'changes' | 'shows',
  path: CasePath,
  references: References,
): void {
  // A case may be facts and narrative alone.
  if (document.components === undefined) return
  for (const [id, written] of Object.entries(fact[mode] ?? {})) {
    const at = [...path, mode, id]
    if (!references.one('components', id, at, true)) continue
    const component = document.components[id]
    const count = component?.count ?? 1
    const state = parseState(written, count)
    if ('code' in state)
      references.problems.push(error(state.code, at, { text: written, id, units: written, count }))
  }
}
