import { useMemo } from 'preact/hooks'
import type { FactSummary } from '../../../../assess/assessment.js'
import type { OpenCase } from '../../case/openCase.js'
import type { RowPerson } from './factGrid.js'

/** What others, and the program, have to say of each fact, by its id. */
export interface Counts {
  readonly summaries: ReadonlyMap<string, FactSummary>
  /** Open comments. */
  readonly comments: ReadonlyMap<string, number>
  readonly problems: ReadonlyMap<string, number>
  readonly people: ReadonlyMap<string, RowPerson>
}

/** Follows them; each map is another one only when something of it changed. */
export function useCounts(open: OpenCase): Counts {
  const result = open.result.value
  const facts = result?.model?.facts
  const found = result?.found
  const all = open.comments.value
  const others = open.presence.others.value
  const summaries = useMemo(() => new Map((facts ?? []).map(fact => [fact.id, fact])), [facts])
  const problems = useMemo(
    () => counted((found ?? []).flatMap(({ path }) => (path[0] === 'facts' ? [String(path[1])] : []))),
    [found],
  )
  const comments = useMemo(
    () =>
      counted(
        all.flatMap(({ anchor, resolved }) =>
          anchor.kind === 'entry' && anchor.path[0] === 'facts' && !resolved ? [String(anchor.path[1])] : [],
        ),
      ),
    [all],
  )
  const people = useMemo(
    () =>
      new Map(
        others.flatMap(({ name, color, where }): [string, RowPerson][] =>
          where?.path?.[0] === 'facts' && where.path[1] !== undefined
            ? [[String(where.path[1]), { name, colour: color, writes: where.editing ?? false }]]
            : [],
        ),
      ),
    [others],
  )
  return useMemo(() => ({ summaries, comments, problems, people }), [summaries, comments, problems, people])
}

function counted(ids: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}
