import type { CasePath } from '../../../../model/problem.js'

/** The parts of a case that an if may change. */
export const patchSections = ['components', 'events', 'quantities'] as const

export type PatchSection = (typeof patchSections)[number]

/** One condition that an if changes. */
export interface PatchRow {
  readonly section: PatchSection
  readonly id: string
  /** Empty where the whole entry is meant: one that the if adds, or (null) takes away. */
  readonly field: readonly string[]
  /** Null takes the field away. */
  readonly value: unknown
  /** Path within the if, for edits. */
  readonly path: CasePath
  /** What stands there without the if; undefined where nothing does. */
  readonly before: unknown
}

/**
 * The changes of an if, one row each, in the order in which they are written: maps that are laid over maps of the system are followed
 * down, an entry that the system does not have is one row.
 */
export function patchRows(
  written: unknown,
  system: (section: PatchSection, id: string) => unknown,
): readonly PatchRow[] {
  return patchSections.flatMap(section =>
    Object.entries(mapOf(mapOf(written)?.[section]) ?? {}).flatMap(([id, patch]): PatchRow[] => {
      const before = system(section, id)
      const path = [section, id]
      const fields = mapOf(patch)
      if (before === undefined || fields === null) {
        return [{ section, id, field: [], value: patch, path, before }]
      }
      return rowsWithin(section, id, [], fields, mapOf(before) ?? {})
    }),
  )
}

function rowsWithin(
  section: PatchSection,
  id: string,
  field: readonly string[],
  patch: Readonly<Record<string, unknown>>,
  before: Readonly<Record<string, unknown>>,
): PatchRow[] {
  return Object.entries(patch).flatMap(([key, value]) => {
    const inner = mapOf(value)
    const there = mapOf(before[key])
    const here = [...field, key]
    if (inner !== null && there !== null) return rowsWithin(section, id, here, inner, there)
    return [{ section, id, field: here, value, path: [section, id, ...here], before: before[key] }]
  })
}

function mapOf(value: unknown): Readonly<Record<string, unknown>> | null {
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isMap ? (value as Readonly<Record<string, unknown>>) : null
}
