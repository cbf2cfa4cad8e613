/**
 * A noun with the particle that its last sound asks for: `with` after a consonant, `without` after a vowel. Digits are
 * read as Sino-Korean numbers; of other scripts the last letter decides as it is commonly read.
 */
export function withParticle(noun: string, afterConsonant: string, afterVowel: string): string {
  return noun + (endsInConsonant(noun) ? afterConsonant : afterVowel)
}

/** 0 영 1 일 3 삼 6 육 7 칠 8 팔 end in a consonant. */
const CONSONANT_DIGITS = '013678'
const CONSONANT_LETTERS = 'lmnrLMNR'

function endsInConsonant(noun: string): boolean {
  const last = noun.replace(/[\s)\]」』.,%]+$/u, '').at(-1) ?? ''
  const code = last.codePointAt(0) ?? 0
  if (code >= 0xac00 && code <= 0xd7a3) return (code - 0xac00) % 28 !== 0
  return CONSONANT_DIGITS.includes(last) || CONSONANT_LETTERS.includes(last)
}
