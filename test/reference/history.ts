import type { Change } from './interpreter.js'

/**
 * The changes as lines that can be compared where the rules leave the order of different components within one
 * instant open: by time, then component; several changes of one component in one instant stay in their order.
 */
export function byInstant(changes: readonly Change[]): string[] {
  return changes
    .map((change, place) => ({ ...change, place }))
    .sort((a, b) => a.t - b.t || compareIds(a.component, b.component) || a.place - b.place)
    .map(change => `${change.t} ${change.component} ${change.level}`)
}

function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
