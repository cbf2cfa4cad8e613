/** Bounds of one run. Reaching one is a `RunError` that names it, never a page that hangs. */
export const limits = {
  /** Changes of one component within one instant (rule 9). More of them is a loop that takes no time. */
  changesInOneInstant: 10_000,
  /** Changes of all components in one run. */
  changesInOneRun: 1_000_000,
  /** Batches and repairs that were asked for in one run. */
  worksInOneRun: 1_000_000,
} as const
