import type { FoundEntry } from './pastedEntry.js'

/** Entries of a timeline by which prose elsewhere is known to tell the same again. */
const enoughTold = 2

/** Where a text has a timeline, sentences elsewhere that begin with a time tell it again: they are no entries. */
export function withoutProse(entries: readonly FoundEntry[]): readonly FoundEntry[] {
  const told = entries.filter(({ section }) => section).length
  return told < enoughTold ? entries : entries.filter(({ section, prose }) => section || !prose)
}

/** Items without a time that stand between timed items of their own list belong to the timeline: when is not known. */
export function amongTimed(
  timeless: readonly (FoundEntry & { indent: number })[],
  entries: readonly FoundEntry[],
  indents: ReadonlyMap<number, number>,
): readonly FoundEntry[] {
  const spans = new Map<string, { first: number; last: number; count: number }>()
  entries.forEach((entry, place) => {
    const indent = indents.get(place)
    if (indent === undefined || entry.behind) return
    const key = `${entry.list} ${indent}`
    const span = spans.get(key)
    if (span === undefined) spans.set(key, { first: entry.line, last: entry.line, count: 1 })
    else {
      span.last = entry.line
      span.count++
    }
  })
  return timeless.flatMap(({ indent, ...entry }) => {
    const span = spans.get(`${entry.list} ${indent}`)
    return span !== undefined && span.count > 1 && entry.line > span.first && entry.line < span.last
      ? [entry]
      : []
  })
}
