import type { Change, RunError } from './history.js'

/** Thrown inside a run that reached a bound; `run` turns it into its result. */
export class RunFailure extends Error {
  readonly error: RunError

  constructor(error: RunError) {
    super(error.code)
    this.error = error
  }
}

/**
 * The components that go on changing, in the order of the document: those that changed more than once among the later
 * half of the changes. What only changed on the way into a loop is not among them.
 */
export function repeaters(changes: readonly Change[], from: number): number[] {
  const times = new Map<number, number>()
  for (let at = from + Math.floor((changes.length - from) / 2); at < changes.length; at++) {
    const { component } = changes[at]!
    times.set(component, (times.get(component) ?? 0) + 1)
  }
  return [...times]
    .filter(([, count]) => count > 1)
    .map(([component]) => component)
    .sort((a, b) => a - b)
}
