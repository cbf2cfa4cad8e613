import type { Run } from './history.js'
import { recoversFailures } from './layout.js'
import { changesOf } from './levels.js'

/** What events have done to a component and nothing has undone yet; each is the event, or `null`. */
export interface Harm {
  /** -1 where it was cut from the start. */
  readonly cutBy: number | null
  readonly brokenBy: number | null
  /** The event that last failed units which only a repair brings back, and how many those are. */
  readonly failedBy: number | null
  readonly failedUnits: number
  /** `recovery: none`: went down, and no repair has come since. */
  readonly tripped: boolean
}

type Act = { readonly timeMs: number; readonly order: number; readonly do: (harm: Mutable) => void }
type Mutable = { -readonly [key in keyof Harm]: Harm[key] }

/** The harm that a component carries at a time, that instant included: its events, repairs and falls told over again. */
export function harmAt(run: Run, component: number, timeMs: number): Harm {
  const part = run.system.components[component]!
  const harm: Mutable = {
    cutBy: part.initial === 'cut' ? -1 : null,
    brokenBy: null,
    failedBy: null,
    failedUnits: 0,
    tripped: part.byHand && part.initial !== 'up',
  }
  if (part.initial === 'absent') return harm
  const acts = [...eventActs(run, component), ...repairActs(run, component), ...falls(run, component)]
  acts.sort((a, b) => a.timeMs - b.timeMs || a.order - b.order)
  for (const act of acts) if (act.timeMs <= timeMs) act.do(harm)
  return harm
}

function* eventActs(run: Run, component: number): Iterable<Act> {
  const { components } = run.system
  const houses = new Set<number>()
  for (let at = component; at >= 0; at = components[at]!.within) houses.add(at)
  for (let order = 0; order < run.events.length; order++) {
    const asked = run.events[order]
    const event = run.scenario.events[order]!
    if (!asked?.happened) continue
    const destroyed = event.destroy.some(each => houses.has(each))
    const failed = event.fail.filter(each => each.component === component)
    yield {
      timeMs: asked.timeMs,
      order,
      do: harm => {
        if (destroyed) harm.brokenBy = order
        for (const { units } of failed) {
          if (recoversFailures(components[component]!)) continue
          harm.failedBy = order
          harm.failedUnits = Math.min(components[component]!.count, harm.failedUnits + units)
        }
        if (event.cut.includes(component)) harm.cutBy = order
        if (event.release.includes(component)) harm.cutBy = null
        if (event.repair.includes(component)) mended(harm)
      },
    }
  }
}

function* repairActs(run: Run, component: number): Iterable<Act> {
  for (const work of worksOf(run, component)) {
    const { kind, end, endMs } = run.works[work]!
    if (kind === 'repair' && end === 'done')
      yield { timeMs: endMs, order: run.events.length + work, do: mended }
  }
}

/** Falls come first within an instant: a repair of the same instant counts, whether it came in time or after. */
function* falls(run: Run, component: number): Iterable<Act> {
  if (!run.system.components[component]!.byHand) return
  for (const at of changesOf(run, component)) {
    const change = run.changes[at]!
    if (change.level !== 0) continue
    yield {
      timeMs: change.timeMs,
      order: -1,
      do: harm => {
        harm.tripped = true
      },
    }
  }
}

function mended(harm: Mutable): void {
  harm.brokenBy = null
  harm.failedBy = null
  harm.failedUnits = 0
  harm.tripped = false
}

/** Per component the indexes of its works, in order. */
export function worksOf(run: Run, component: number): readonly number[] {
  let index = indexes.get(run)
  if (index === undefined) {
    const lists: number[][] = run.system.components.map(() => [])
    for (let at = 0; at < run.works.length; at++) lists[run.works[at]!.component]!.push(at)
    index = lists
    indexes.set(run, index)
  }
  return index[component]!
}

const indexes = new WeakMap<Run, readonly (readonly number[])[]>()
