import type { Why } from '../engine/why.js'
import { why } from '../engine/why.js'
import type { Variant } from './session.js'

/** Why a component stands as it does at a time, by ids of the case: a tree that leads down to events. */
export interface Explanation {
  readonly component: string
  readonly kind: string
  readonly level: number
  readonly count: number
  readonly timeMs: number
  /** Since when it has this level. */
  readonly sinceMs: number
  readonly reason: Why['reason']
  readonly event: string | null
  /** When that event happened. */
  readonly eventMs: number | null
  /** Recovery or repair that is under way, waits, or stands still. */
  readonly work: {
    readonly kind: 'recovery' | 'repair'
    readonly way: number
    readonly state: 'running' | 'waiting' | 'paused'
    /** Since when it is in that state. */
    readonly sinceMs: number
  } | null
  /** Capacity of a team, where that is what is waited for. */
  readonly crew: { readonly team: string; readonly available: number; readonly needed: number } | null
  /** The smallest set of unmet needs. */
  readonly because: readonly Explanation[]
  /** It stands further up in the tree already. */
  readonly again: boolean
}

/** Asks the run of a variant why a component stands as it does. The component must be one of the variant's. */
export function explain(variant: Variant, component: string, timeMs: number): Explanation {
  const index = variant.compiled.indexOf.get(component)
  if (index === undefined) throw new Error(`The case has no component ${component}.`)
  return named(variant, why(variant.run, index, timeMs))
}

function named(variant: Variant, tree: Why): Explanation {
  const { ids, document } = variant.compiled
  const { run, scenario } = variant
  const id = ids[tree.component] ?? ''
  const record = tree.work === null ? undefined : run.works[tree.work]
  const span = record?.spans.find(({ fromMs, toMs }) => fromMs <= tree.timeMs && tree.timeMs < toMs)
  return {
    component: id,
    kind: document.components?.[id]?.kind ?? 'component',
    level: tree.level,
    count: run.system.components[tree.component]?.count ?? 1,
    timeMs: tree.timeMs,
    sinceMs: tree.sinceMs,
    reason: tree.reason,
    event: tree.event === null ? null : (scenario.eventIds[tree.event] ?? null),
    eventMs: tree.event === null ? null : (run.events[tree.event]?.timeMs ?? null),
    work:
      record === undefined
        ? null
        : {
            kind: record.kind,
            way: record.way,
            state: span?.state ?? 'running',
            sinceMs: span?.fromMs ?? tree.timeMs,
          },
    crew: tree.crew === null ? null : { ...tree.crew, team: ids[tree.crew.team] ?? '' },
    because: tree.because.map(part => named(variant, part)),
    again: tree.again === true,
  }
}
