import type { Draft, DraftFlag } from '../draft.js'

/** The same alert is one story while it comes again within this. */
const gapMs = 60 * 60_000

/** What tells one state of an alert from another, and what changes from one time to the next. */
const statePattern =
  /\[(firing|resolved|triggered|trigger|acknowledged|acknowledge|resolve|ok)\]|\b(firing|resolved|recovered|triggered|acknowledged|ok|alerting)\b|복구|해소|발생/giu
const passing = /\b[0-9a-f]{7,64}\b|\d+([.,:]\d+)*\s?(%|ms|s|m|h|초|분|시간|건|개)?/giu

/**
 * Folds what a machine says again and again under its first time: the same alert firing while it fires, or flapping between
 * firing and resolved. The first stays with a count; the last stays too where it tells another state than the first. Nothing is
 * dropped: folded drafts carry `noise` and the key of the first.
 */
export function fold(drafts: readonly Draft[]): readonly Draft[] {
  const groups = new Map<string, Draft[][]>()
  for (const draft of drafts) {
    if (
      draft.origin.byMachine !== true ||
      draft.time === null ||
      draft.flags.some(({ code }) => code === 'repeated')
    )
      continue
    const signature = signatureOf(draft)
    const chains = groups.get(signature) ?? []
    const chain = chains.at(-1)
    const last = chain?.at(-1)?.time?.fromEpochMs
    if (chain !== undefined && last !== undefined && draft.time.fromEpochMs - last <= gapMs) chain.push(draft)
    else chains.push([draft])
    groups.set(signature, chains)
  }
  const flagged = new Map<string, readonly DraftFlag[]>()
  for (const chain of [...groups.values()].flat()) foldChain(chain, flagged)
  return drafts.map(draft => {
    const flags = flagged.get(draft.key)
    return flags === undefined ? draft : { ...draft, flags }
  })
}

function foldChain(chain: readonly Draft[], flagged: Map<string, readonly DraftFlag[]>): void {
  const [first, ...rest] = chain
  const last = rest.at(-1)
  if (first === undefined || last === undefined) return
  const staysLast = stateOf(last) !== stateOf(first)
  const folded = staysLast ? rest.slice(0, -1) : rest
  if (folded.length === 0) return
  const lastEpochMs = last.time?.fromEpochMs ?? 0
  flagged.set(first.key, [...first.flags, { code: 'repeated', count: chain.length, lastEpochMs }])
  for (const draft of folded) {
    const others = draft.flags.filter(({ code }) => code !== 'noise')
    flagged.set(draft.key, [...others, { code: 'noise', why: 'repeat', of: first.key }])
  }
}

/** What stays the same from one time to the next. */
function signatureOf({ origin, by, text }: Draft): string {
  const words = text
    .replace(statePattern, '')
    .replace(passing, '#')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}#]+/gu, ' ')
  return `${origin.format}\n${by ?? ''}\n${words.trim()}`
}

/** The state that a draft tells, as it is written. */
function stateOf({ text }: Draft): string {
  return (text.match(statePattern)?.[0] ?? '').toLowerCase().replace(/[[\]]/g, '')
}
