import type { FactSummary } from '../../../../assess/assessment.js'
import type { TimelineWords } from '../../../../words/workspace/timeline.js'
import type { FactRow } from './factRow.js'
import { listOf, mapOf, scalarOf } from './loose.js'

/** Which facts are shown. */
export type FilterKey = keyof TimelineWords['filters']

/** What filters ask of a fact besides what it says. */
export interface FilterGround {
  readonly summaries: ReadonlyMap<string, FactSummary>
  readonly comments: ReadonlyMap<string, number>
  readonly problems: ReadonlyMap<string, number>
  readonly languages: readonly string[]
  readonly componentTitle: (id: string) => string
  readonly sourceTitle: (id: string) => string | null
}

/** Whether a fact is shown under a filter. */
export function passes({ id, fact }: FactRow, filter: FilterKey, ground: FilterGround): boolean {
  switch (filter) {
    case 'all':
      return true
    case 'disagrees': {
      const verdict = ground.summaries.get(id)?.verdict
      return verdict === 'off' || verdict === 'contradicted'
    }
    case 'not-modelled':
      return (ground.summaries.get(id)?.verdict ?? 'not-modelled') === 'not-modelled'
    case 'unsourced':
      return listOf(fact.sources).length === 0
    case 'claims':
      return fact['claimed-by'] !== undefined
    case 'missing':
      return (
        ground.languages.length > 1 &&
        typeof fact.text !== 'string' &&
        ground.languages.some(language => scalarOf(mapOf(fact.text)[language]) === '')
      )
    case 'commented':
      return (ground.comments.get(id) ?? 0) > 0
    case 'withheld':
      return fact.visibility !== undefined && fact.visibility !== 'public'
    case 'wrong':
      return (ground.problems.get(id) ?? 0) > 0
  }
}

/** Whether a fact has all words that are looked for, in any of its languages, its components and sources. */
export function contains({ id, at, fact }: FactRow, search: string, ground: FilterGround): boolean {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return true
  const components = [...Object.keys(mapOf(fact.changes)), ...Object.keys(mapOf(fact.shows))]
  const sources = listOf(fact.sources)
  const all = [
    id,
    at,
    ...textsOf(fact.text),
    ...textsOf(fact['claimed-by']),
    ...components,
    ...components.map(ground.componentTitle),
    ...sources,
    ...sources.map(source => ground.sourceTitle(source) ?? ''),
  ]
    .join('\n')
    .toLowerCase()
  return words.every(word => all.includes(word))
}

function textsOf(value: unknown): readonly string[] {
  return typeof value === 'string' ? [value] : Object.values(mapOf(value)).map(scalarOf)
}
