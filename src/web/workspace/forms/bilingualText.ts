import type { Language } from '../../../model/case.js'

/** A text that people read, in each language; empty where it is not written. */
export interface Texts {
  readonly ko: string
  readonly en: string
  /** Set where one text stands for both. */
  readonly both: string | null
}

/** What is written, whatever it is, as texts. */
export function textsOf(value: unknown): Texts {
  if (typeof value === 'string') return { ko: '', en: '', both: value }
  const map = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>
  const of = (language: Language) => (typeof map[language] === 'string' ? (map[language] as string) : '')
  return { ko: of('ko'), en: of('en'), both: null }
}

/**
 * The field with another text in one language; undefined where nothing is left. A text that stands for both languages is taken for the
 * page's own when the other gets one.
 */
export function withText(value: unknown, which: Language, text: string, own: Language): unknown {
  const texts = textsOf(value)
  if (texts.both !== null && which === own) return text === '' ? undefined : text
  const before = texts.both === null ? { ko: texts.ko, en: texts.en } : { ko: '', en: '', [own]: texts.both }
  const next = { ...before, [which]: text }
  const kept = (['ko', 'en'] as const).filter(language => next[language] !== '')
  return kept.length === 0 ? undefined : Object.fromEntries(kept.map(language => [language, next[language]]))
}
