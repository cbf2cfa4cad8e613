import type { TextFeatures } from './textFeatures.js'

/** Something with a text at a time. */
export interface Told {
  readonly features: TextFeatures
  /** UTC milliseconds, both ends. */
  readonly fromEpochMs: number
  readonly toEpochMs: number
}

/** Texts are compared where they share one of so many of their rarest words. */
const rareParts = 4
/** Each text is compared with at most so many others a word: the nearest before it in time. */
const perPart = 16

/**
 * Pairs of texts that may be alike and lie within `withinMs` of each other, by their places in the list, which is in the order of
 * time; the later one second. Only texts that share a rare word are paired, so that ten thousand take no more than a
 * moment; which ones depends on the texts alone.
 */
export function similarPairs(
  list: readonly Told[],
  withinMs: number,
): readonly (readonly [number, number])[] {
  const counts = new Map<string, number>()
  for (const { features } of list) {
    for (const part of features.parts) counts.set(part, (counts.get(part) ?? 0) + 1)
  }
  const recent = new Map<string, number[]>()
  const pairs: (readonly [number, number])[] = []
  for (const [place, told] of list.entries()) {
    const others = new Set<number>()
    for (const key of keysOf(told.features, counts)) {
      const before = recent.get(key) ?? []
      let compared = 0
      for (let at = before.length - 1; at >= 0 && compared < perPart; at--, compared++) {
        const other = list[before[at]!]!
        if (
          told.fromEpochMs - other.fromEpochMs >
          Math.max(withinMs, other.toEpochMs - other.fromEpochMs + withinMs)
        ) {
          if (told.fromEpochMs - other.fromEpochMs > longestSpanMs) break
          continue
        }
        others.add(before[at]!)
      }
      before.push(place)
      recent.set(key, before)
    }
    for (const other of [...others].sort((a, b) => a - b)) pairs.push([other, place])
  }
  return pairs
}

/** Facts that hold for longer than this are compared only with what lies near their beginning. */
const longestSpanMs = 86_400_000

function keysOf(features: TextFeatures, counts: ReadonlyMap<string, number>): readonly string[] {
  const rare = [...features.parts]
    .filter(part => (counts.get(part) ?? 0) > 1)
    .sort((a, b) => counts.get(a)! - counts.get(b)! || (a < b ? -1 : 1))
    .slice(0, rareParts)
  return features.plain === '' ? rare : [`=${features.plain}`, ...rare]
}
