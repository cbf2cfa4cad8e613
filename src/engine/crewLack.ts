import type { Run, WorkRecord } from './history.js'
import { levelAt } from './levels.js'
import type { Work } from './system.js'

/** A team that had too few units to give for a work at a time. */
export interface CrewLack {
  readonly team: number
  /** Units that were not in use. */
  readonly available: number
  readonly needed: number
}

/** The way or the repair that a work is one piece of. */
export function planOf(run: Run, work: WorkRecord): Work {
  const component = run.system.components[work.component]!
  return work.kind === 'repair' ? component.repair! : component.ways[work.way]!
}

/** The first team of a work's crew that had too few units to give at a time; `null` if each had enough. */
export function crewLackAt(run: Run, work: WorkRecord, timeMs: number): CrewLack | null {
  for (const { team, units } of planOf(run, work).crew) {
    const available = levelAt(run, team, timeMs) - inUseAt(run, team, timeMs)
    if (available < units) return { team, available, needed: units }
  }
  return null
}

/** Units of a team that works use at a time. */
export function inUseAt(run: Run, team: number, timeMs: number): number {
  let inUse = 0
  for (const index of usersOf(run, team)) {
    const work = run.works[index]!
    const runs = work.spans.some(
      span => span.state === 'running' && span.fromMs <= timeMs && timeMs < span.toMs,
    )
    if (!runs) continue
    for (const each of planOf(run, work).crew) if (each.team === team) inUse += each.units
  }
  return inUse
}

/** The works that need units of a team, by index, in order. Built once a run. */
export function usersOf(run: Run, team: number): readonly number[] {
  let index = indexes.get(run)
  if (index === undefined) {
    index = new Map<number, number[]>()
    for (let at = 0; at < run.works.length; at++) {
      for (const each of planOf(run, run.works[at]!).crew) {
        const users = index.get(each.team)
        if (users === undefined) index.set(each.team, [at])
        else if (users.at(-1) !== at) users.push(at)
      }
    }
    indexes.set(run, index)
  }
  return index.get(team) ?? []
}

const indexes = new WeakMap<Run, Map<number, number[]>>()
