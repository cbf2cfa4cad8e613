import type { Language } from '../../../../model/case.js'

/** What is written may be of any kind; these read it as what it should be, and give nothing where it is not. */

/** A value as a map of values. */
export function mapOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {}
}

/** A scalar as text. */
export function scalarOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** A list of scalars, or one. */
export function listOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.map(scalarOf).filter(item => item !== '')
  const one = scalarOf(value)
  return one === '' ? [] : [one]
}

/** A text for people: in which language it is, and whether that is the one asked for. */
export function textOf(
  value: unknown,
  language: Language,
): { readonly text: string; readonly missing: boolean; readonly both: boolean } {
  if (typeof value === 'string') return { text: value, missing: false, both: true }
  const texts = mapOf(value)
  const own = scalarOf(texts[language])
  if (own !== '') return { text: own, missing: false, both: false }
  const other = scalarOf(texts[language === 'ko' ? 'en' : 'ko'])
  return { text: other, missing: other !== '', both: false }
}
