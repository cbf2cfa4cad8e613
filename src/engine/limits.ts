/** Bounds of one run. Reaching one is a `RunError` that names it, never a page that hangs. */
export interface Limits {
  /** Changes of one component within one instant (rule 9). More of them is a loop that takes no time. */
  readonly changesInOneInstant: number
  /** Changes of all components. */
  readonly changesInOneRun: number
  /** Batches and repairs that were asked for. */
  readonly worksInOneRun: number
}

/** The bounds of every run that is not told otherwise. */
export const limits: Limits = {
  changesInOneInstant: 10_000,
  changesInOneRun: 1_000_000,
  worksInOneRun: 1_000_000,
}
