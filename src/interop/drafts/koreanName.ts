import { type ParticlePair, particle } from '../../words/particles.js'

/** Particles with two forms, each by its form after a consonant and after a vowel. */
const pairs: readonly ParticlePair[] = ['은/는', '이/가', '을/를', '과/와', '으로/로', '이라/라', '이다/다']

/** Particles with one form, the longer first. */
const fixed = [
  '에게서',
  '한테서',
  '으로부터',
  '께서는',
  '께서',
  '에게',
  '한테',
  '부터',
  '까지',
  '처럼',
  '보다',
  '에서',
  '하고',
  '마저',
  '조차',
  '의',
  '도',
  '만',
  '께',
  '에',
]

/** What may still follow a particle: 에게는, 까지도, 와의, 이라고, 입니다. */
const more = /^(은|는|도|만|의|고|고는|서|니다)?(?![가-힣])/

/** Titles of a company, which stay where they stand: 김하나 팀장님이. */
export const koreanTitle =
  /^ ?(?:팀장|파트장|실장|센터장|본부장|매니저|선임|책임|수석|사원|대리|과장|차장|부장|이사|상무|프로|리드|엔지니어)(?=님|씨|[^가-힣]|$|[은는이가을를과와의께도])/

/**
 * What follows a name in Hangul: an honorific (님, 씨), which goes, and a particle, which gets the form that fits the word
 * in the name's place. Gives what to write and how much of the text it takes; null where the letters that follow make
 * another word of it (김하나은행).
 */
export function afterName(text: string, replacement: string): { text: string; length: number } | null {
  const honorific = /^ ?(?:님들|님|씨)(?=[가-힣]{0,4}(?![가-힣]))/.exec(text)?.[0] ?? ''
  const rest = text.slice(honorific.length)
  if (honorific === '' && koreanTitle.test(rest)) return { text: '', length: 0 }
  if (!/^[가-힣]/.test(rest)) return { text: '', length: honorific.length }
  for (const pair of pairs) {
    for (const form of pair.split('/')) {
      if (rest.startsWith(form) && more.test(rest.slice(form.length))) {
        const fitting = replacement === '' ? form : particle(replacement, pair)
        return { text: fitting, length: honorific.length + form.length }
      }
    }
  }
  for (const form of fixed) {
    if (rest.startsWith(form) && more.test(rest.slice(form.length))) {
      return { text: form, length: honorific.length + form.length }
    }
  }
  if (/^(입니다|이에요|예요|이랑|랑|이나|나|아|야)(?![가-힣])/.test(rest))
    return { text: '', length: honorific.length }
  return null
}
