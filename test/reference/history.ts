import type { WrittenComponent, WrittenSystem } from './document.js'

/** A level that changed, `t` ms after the start. */
export interface Change {
  t: number
  component: string
  level: number
}

/** All changes in the order in which they came, or the components that would not stop changing in one instant. */
export type Outcome = { changes: Change[] } | { error: 'loop'; components: string[] }

/**
 * The changes as lines that can be compared where the order of different components within one instant is of no
 * account: by time, then component; several changes of one component in one instant stay in their order.
 */
export function byInstant(changes: readonly Change[]): string[] {
  return changes
    .map((change, place) => ({ ...change, place }))
    .sort((a, b) => a.t - b.t || compare(a.component, b.component) || a.place - b.place)
    .map(lineOf)
}

/**
 * The changes as lines in the order in which they came. Only where levels fall, one right after the other in one
 * instant, the rules leave the order open ("losses until none is left"): those are sorted.
 */
export function inOrder(system: WrittenSystem, changes: readonly Change[]): string[] {
  const levels = new Map(Object.entries(system.components).map(([id, one]) => [id, initialLevel(one)]))
  const sorted: Change[] = []
  let falling: Change[] = []
  const close = () => {
    sorted.push(...falling.sort((a, b) => compare(a.component, b.component) || b.level - a.level))
    falling = []
  }
  for (const change of changes) {
    const falls = change.level < levels.get(change.component)!
    if (!falls || falling[0]?.t !== change.t) close()
    levels.set(change.component, change.level)
    if (falls) falling.push(change)
    else sorted.push(change)
  }
  close()
  return sorted.map(lineOf)
}

function initialLevel({ initial, count = 1, 'standby-for': standbyFor }: WrittenComponent): number {
  return (initial ?? (standbyFor === undefined ? 'up' : 'down')) === 'up' ? count : 0
}

function lineOf({ t, component, level }: Change): string {
  return `${t} ${component} ${level}`
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
