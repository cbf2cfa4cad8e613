/** A pair of forms of a Korean particle: the one after a final consonant first. */
export type ParticlePair =
  | '은/는'
  | '이/가'
  | '을/를'
  | '과/와'
  | '으로/로'
  | '이라/라'
  | '이었/였'
  | '이다/다'

/** What a word ends with when it is read aloud: no final consonant, ㄹ, or another one. */
type Ending = 'open' | 'rieul' | 'closed'

const HANGUL_FIRST = 0xac00
const HANGUL_LAST = 0xd7a3
const FINALS = 28
const RIEUL = 8

/** 영·일·이·삼·사·오·육·칠·팔·구: a number is read to its last figure, and 십·백·천·만 all end in a consonant too. */
const DIGITS: readonly Ending[] = [
  'closed',
  'rieul',
  'open',
  'closed',
  'open',
  'open',
  'closed',
  'rieul',
  'rieul',
  'open',
]

/** The word with the form of the particle that fits it: `attach('도구', '은/는')` is 「도구는」. */
export function attach(word: string, pair: ParticlePair): string {
  return word + particle(word, pair)
}

/**
 * The form of a particle after a word. What stands in brackets at the end is not read; digits are read in
 * Sino-Korean, capitals by their names (UPS, 유피에스), other Latin words by how their ending is usually written in
 * Hangul.
 */
export function particle(word: string, pair: ParticlePair): string {
  const [closed = '', open = ''] = pair.split('/')
  const ending = endingOf(word)
  if (pair === '으로/로') return ending === 'closed' ? closed : open
  return ending === 'open' ? open : closed
}

function endingOf(word: string): Ending {
  const read = withoutBrackets(word).replace(/[\s\p{P}]+$/gu, percent => (percent.startsWith('%') ? '%' : ''))
  const last = read.at(-1) ?? ''
  const code = last.charCodeAt(0)
  if (code >= HANGUL_FIRST && code <= HANGUL_LAST) {
    const final = (code - HANGUL_FIRST) % FINALS
    return final === 0 ? 'open' : final === RIEUL ? 'rieul' : 'closed'
  }
  if (last >= '0' && last <= '9') return DIGITS[Number(last)] ?? 'open'
  const latin = /[A-Za-z]+$/.exec(read)?.[0]
  return latin === undefined ? 'open' : endingOfLatin(latin)
}

function withoutBrackets(word: string): string {
  const bare = word.replace(/\s*[([（][^()[\]（）]*[)\]）]\s*$/u, '')
  return bare.trim() === '' ? word : bare
}

/** Capitals (and single letters) are spelt: only L, R, M and N end in a consonant. Others follow their sound. */
function endingOfLatin(word: string): Ending {
  if (word.length === 1 || word === word.toUpperCase()) {
    const letter = word.at(-1)?.toUpperCase() ?? ''
    if (letter === 'L' || letter === 'R') return 'rieul'
    return letter === 'M' || letter === 'N' ? 'closed' : 'open'
  }
  const sound = word.toLowerCase()
  if (/(l|[^aeiou]le|[aeiou]le)$/.test(sound)) return 'rieul'
  if (/(m|n|ng|[aeiou][mn]e)$/.test(sound)) return 'closed'
  if (/(ck|alk|[aeiou](b|c|k|p|t)|pp|tt)$/.test(sound)) return 'closed'
  return 'open'
}
