import type { Draft } from '../draft.js'
import type { KnownFact } from './knownFacts.js'
import { similarPairs, type Told } from './similarPairs.js'
import { similarity, textFeatures } from './textFeatures.js'

/** Texts of different sources that say the same lie so near each other at most. */
const nearMs = 10 * 60_000
/** The same words of one source are a repetition of themselves only within this. */
const sameSourceMs = 2 * 60_000
/** From here on two texts say the same. */
const alike = 0.6

/** One text that may say what another says. */
interface Candidate extends Told {
  /** Key of a draft, or `fact:<id>`. */
  readonly name: string
  readonly source: string
  /** Null for a fact. */
  readonly draft: Draft | null
  /** Facts come first, then drafts that were there before. */
  readonly rank: number
}

/**
 * Which drafts say what a fact of the case, or an earlier draft, says of the same time: key of the draft → what it repeats. Drafts
 * in `known` were there before. What is folded as noise neither repeats nor is repeated.
 */
export function duplicatesOf(
  drafts: readonly Draft[],
  known: readonly Draft[],
  facts: readonly KnownFact[],
  sourceOf: (draft: Draft) => string,
): ReadonlyMap<string, string> {
  const candidates: Candidate[] = []
  for (const { id, texts, fromEpochMs, toEpochMs } of facts) {
    for (const text of texts) {
      const told = { features: textFeatures(text), fromEpochMs, toEpochMs }
      candidates.push({ ...told, name: `fact:${id}`, source: 'fact', draft: null, rank: 0 })
    }
  }
  for (const [rank, list] of [
    [1, known],
    [2, drafts],
  ] as const) {
    for (const draft of list) {
      if (draft.time === null || draft.flags.some(({ code }) => code === 'noise')) continue
      const { fromEpochMs, toEpochMs } = draft.time
      const told = { features: textFeatures(draft.text), fromEpochMs, toEpochMs }
      candidates.push({ ...told, name: draft.key, source: sourceOf(draft), draft, rank })
    }
  }
  candidates.sort((a, b) => a.fromEpochMs - b.fromEpochMs || a.rank - b.rank)
  const found = new Map<string, { of: string; score: number; rank: number }>()
  for (const [earlier, later] of similarPairs(candidates, nearMs)) {
    const pair = [candidates[earlier]!, candidates[later]!] as const
    // What was there before stays; of two new ones the later repeats the earlier.
    const [kept, repeating] = pair[1].rank < pair[0].rank ? [pair[1], pair[0]] : pair
    if (repeating.rank < 2 || repeating.name === kept.name) continue
    const score = scoreOf(kept, repeating)
    const before = found.get(repeating.name)
    if (score < alike || (before !== undefined && (before.rank < kept.rank || before.score >= score)))
      continue
    found.set(repeating.name, { of: kept.name, score, rank: kept.rank })
  }
  return new Map([...found].map(([name, { of }]) => [name, endOfChain(of, found)]))
}

function scoreOf(a: Candidate, b: Candidate): number {
  if (a.source === b.source) {
    // In one source only the very same words, told at length, within moments: people do answer "done" twice.
    const apart = Math.abs(b.fromEpochMs - a.fromEpochMs)
    return a.features.plain === b.features.plain && a.features.parts.size >= 4 && apart <= sameSourceMs
      ? 1
      : 0
  }
  const short = a.features.parts.size < 2 || b.features.parts.size < 2
  return short ? 0 : similarity(a.features, b.features)
}

/** What repeats a repetition repeats what that repeats. */
function endOfChain(name: string, found: ReadonlyMap<string, { of: string }>): string {
  let end = name
  for (let step = 0; step < 20; step++) {
    const next = found.get(end)?.of
    if (next === undefined) return end
    end = next
  }
  return end
}
