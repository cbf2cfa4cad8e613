import type { Language, Text } from './case.js'

/** A text in a language; where the author wrote only the other one, that. */
export function textIn(text: Text, language: Language): string {
  if (typeof text === 'string') return text
  const other: Language = language === 'ko' ? 'en' : 'ko'
  return text[language] ?? text[other] ?? ''
}
