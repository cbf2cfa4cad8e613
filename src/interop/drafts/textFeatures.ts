/** What a text is compared by. */
export interface TextFeatures {
  /** Words of Latin and other scripts, pairs of syllables of Hangul. */
  readonly parts: ReadonlySet<string>
  /** Figures that it names: two texts that name different ones tell of different things. */
  readonly numbers: ReadonlySet<string>
  /** What state it tells of, where it names one: `firing`, `down`, 복구. */
  readonly states: ReadonlySet<string>
  /** The whole, without case, blanks and punctuation. */
  readonly plain: string
}

/** Words that carry no matter. */
const empty = new Set(
  'a an the of to in on at is are was were be been it its and or for with by as we i from this that has have had'.split(
    ' ',
  ),
)

/** Words that tell the state of something, by the state that they tell. */
const states: ReadonlyMap<string, string> = new Map(
  Object.entries({
    begun: 'firing triggered trigger started begin begun start investigating detected 발생 시작 감지',
    seen: 'acknowledged acknowledge ack identified 인지 파악 확인',
    watched: 'monitoring update 경과',
    ended:
      'resolved resolve ended end recovered restored closed completed fixed 복구 해소 종료 완료 정상화 정상',
    down: 'down outage unavailable 중단 장애 먹통 불가',
    up: 'up available operational back',
  }).flatMap(([state, words]) => words.split(' ').map(word => [word, state] as const)),
)

/** What two texts are held against each other by: deterministic, and the same for all languages that separate words. */
export function textFeatures(text: string): TextFeatures {
  const parts = new Set<string>()
  const numbers = new Set<string>()
  const told = new Set<string>()
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  for (const word of words) {
    if (empty.has(word)) continue
    if (/^\d+$/.test(word)) numbers.add(word.replace(/^0+(?=\d)/, ''))
    const state = states.get(word)
    if (state !== undefined) told.add(state)
    if (!/[가-힣]/.test(word)) {
      parts.add(word)
      continue
    }
    for (const [korean, of] of states) if (/^[가-힣]/.test(korean) && word.startsWith(korean)) told.add(of)
    for (let at = 0; at + 1 < word.length; at++) parts.add(word.slice(at, at + 2))
    if (word.length === 1) parts.add(word)
  }
  return { parts, numbers, states: told, plain: words.join('') }
}

/**
 * How much two texts have in common: the share of what they have together that both have (Jaccard), or of the shorter one where
 * the other quotes it, from 0 to 1. Zero where they name different figures or states.
 */
export function similarity(a: TextFeatures, b: TextFeatures): number {
  if (a.plain === b.plain) return a.plain === '' ? 0 : 1
  if (areApart(a.numbers, b.numbers) || areApart(a.states, b.states)) return 0
  const [small, large] = a.parts.size <= b.parts.size ? [a.parts, b.parts] : [b.parts, a.parts]
  if (small.size < 3) return 0
  let common = 0
  for (const part of small) if (large.has(part)) common++
  const jaccard = common / (small.size + large.size - common)
  // A quotation of some length counts as much as a likeness.
  const quoted = small.size >= 6 ? (common / small.size) * 0.8 : 0
  return Math.max(jaccard, quoted)
}

/** Whether both have something and nothing of it is the same. */
function areApart(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a.size === 0 || b.size === 0) return false
  for (const value of a) if (b.has(value)) return false
  return true
}
