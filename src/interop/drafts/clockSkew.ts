import type { Draft, ImportFormat } from '../draft.js'
import type { KnownFact } from './knownFacts.js'
import { similarPairs, type Told } from './similarPairs.js'
import { similarity, textFeatures } from './textFeatures.js'

/** Entries of two sources are held against each other where their clocks lie no further apart: every zone is within. */
const furthestMs = 14 * 3_600_000
/** Less than this is how long it takes people to write things down. */
const leastSkewMs = 2 * 60_000
/** So many matches must agree before a clock is called wrong. */
const leastMatches = 3
/** Matches agree within this. */
const agreementMs = 90_000
/** Texts count as a match from here on. */
const alike = 0.5
/** How far a line may run back against its list. */
const disorderMs = 2 * 60_000

/** Formats whose order is that of a writer; machines order what they give as they like. */
const writtenLists: ReadonlySet<ImportFormat> = new Set(['paste', 'table'])

/** The clocks of machines are believed before those of people who wrote things down. */
const trust: Readonly<Record<ImportFormat | 'fact', number>> = {
  fact: 3,
  alertmanager: 2,
  pagerduty: 2,
  statuspage: 2,
  'google-cloud': 2,
  slack: 2,
  table: 1,
  paste: 0,
}

/** How far a source's clock is off, in milliseconds: ahead of the others where it is positive. */
export type Skews = ReadonlyMap<string, number>

interface Entry extends Told {
  readonly source: string
  readonly at: number
}

/**
 * Sources whose clock disagrees with another's by a constant: entries that tell the same are matched, and where most matches
 * have one distance between them, the source that is trusted less, or has less to show, is the one that is off.
 */
export function sourceSkews(
  drafts: readonly Draft[],
  facts: readonly KnownFact[],
  sourceOf: (draft: Draft) => string,
): Skews {
  const formats = new Map<string, ImportFormat | 'fact'>([['fact', 'fact']])
  const sizes = new Map<string, number>([['fact', facts.length]])
  const entries: Entry[] = facts.flatMap(({ texts, fromEpochMs, toEpochMs }) =>
    toEpochMs - fromEpochMs > leastSkewMs ? [] : texts.map(text => told('fact', text, fromEpochMs)),
  )
  for (const draft of drafts) {
    if (draft.time === null || draft.flags.some(({ code }) => code === 'noise' || code === 'clock-skew'))
      continue
    if (draft.time.toEpochMs - draft.time.fromEpochMs > leastSkewMs) continue
    const source = sourceOf(draft)
    formats.set(source, draft.origin.format)
    sizes.set(source, (sizes.get(source) ?? 0) + 1)
    entries.push(told(source, draft.text, draft.time.fromEpochMs))
  }
  entries.sort((a, b) => a.at - b.at)
  const distances = new Map<string, number[]>()
  for (const [earlier, later] of similarPairs(entries, furthestMs)) {
    const [a, b] = [entries[earlier]!, entries[later]!]
    if (a.source === b.source || similarity(a.features, b.features) < alike) continue
    const [one, two] = a.source < b.source ? [a, b] : [b, a]
    const key = JSON.stringify([one.source, two.source])
    distances.set(key, [...(distances.get(key) ?? []), two.at - one.at])
  }
  const skews = new Map<string, number>()
  for (const [key, found] of [...distances].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const byMs = agreed(found)
    if (byMs === null) continue
    const [one, two] = JSON.parse(key) as [string, string]
    const weight = (source: string) => trust[formats.get(source) ?? 'paste'] * 1e9 + (sizes.get(source) ?? 0)
    const wrong = weight(two) <= weight(one) ? two : one
    if (!skews.has(wrong)) skews.set(wrong, wrong === two ? byMs : -byMs)
  }
  return skews
}

function told(source: string, text: string, at: number): Entry {
  return { source, at, features: textFeatures(text), fromEpochMs: at, toEpochMs: at }
}

/** The distance that most matches agree on, or null where there is none or it is too small to matter. */
function agreed(distances: readonly number[]): number | null {
  if (distances.length < leastMatches) return null
  const sorted = [...distances].sort((a, b) => a - b)
  let best = { from: 0, count: 0 }
  let end = 0
  for (let from = 0; from < sorted.length; from++) {
    while (end < sorted.length && sorted[end]! - sorted[from]! <= 2 * agreementMs) end++
    if (end - from > best.count) best = { from, count: end - from }
  }
  if (best.count < leastMatches || best.count < sorted.length * 0.6) return null
  const middle = sorted[best.from + Math.floor(best.count / 2)]!
  return Math.abs(middle) < leastSkewMs ? null : middle
}

/**
 * Drafts whose time runs against the order in which somebody wrote a list: key → by how much. The list may go forward or backward; the
 * longest run in order (patience sorting) is believed, and only a few may stand out of it, else the file has no order.
 */
export function outOfOrder(drafts: readonly Draft[]): ReadonlyMap<string, number> {
  const lists = new Map<string, { number: number; draft: Draft; at: number }[]>()
  for (const draft of drafts) {
    const place = /^(.*?)(\d+)\D*$/.exec(draft.origin.place)
    const { time } = draft
    if (!writtenLists.has(draft.origin.format)) continue
    if (place === null || time === null || time.toEpochMs !== time.fromEpochMs) continue
    if (draft.flags.some(({ code }) => code === 'missing-date' || code === 'clock-skew')) continue
    const list = lists.get(place[1]!) ?? []
    list.push({ number: Number(place[2]), draft, at: time.fromEpochMs })
    lists.set(place[1]!, list)
  }
  const found = new Map<string, number>()
  for (const list of lists.values()) {
    if (list.length < 5) continue
    list.sort((a, b) => a.number - b.number)
    const forward = longestRun(list.map(({ at }) => at))
    const backward = longestRun(list.map(({ at }) => -at))
    const [kept, sign] = backward.size > forward.size ? [backward, -1] : [forward, 1]
    if (list.length - kept.size > list.length * 0.2) continue
    for (const [index, { draft, at }] of list.entries()) {
      if (kept.has(index)) continue
      const before = nearestKept(list, kept, index, -1)
      const after = nearestKept(list, kept, index, 1)
      const [low, high] = sign > 0 ? [before, after] : [after, before]
      const byMs = high !== null && at > high ? at - high : low !== null && at < low ? at - low : 0
      if (Math.abs(byMs) >= disorderMs) found.set(draft.key, byMs)
    }
  }
  return found
}

function nearestKept(
  list: readonly { at: number }[],
  kept: ReadonlySet<number>,
  from: number,
  step: 1 | -1,
): number | null {
  for (let at = from + step; at >= 0 && at < list.length; at += step) if (kept.has(at)) return list[at]!.at
  return null
}

/** Places of a longest run that never falls. */
function longestRun(values: readonly number[]): ReadonlySet<number> {
  const tails: number[] = []
  const before: (number | undefined)[] = []
  for (const [place, value] of values.entries()) {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (values[tails[middle]!]! <= value) low = middle + 1
      else high = middle
    }
    before[place] = tails[low - 1]
    tails[low] = place
  }
  const run = new Set<number>()
  for (let place = tails.at(-1); place !== undefined; place = before[place]) run.add(place)
  return run
}
