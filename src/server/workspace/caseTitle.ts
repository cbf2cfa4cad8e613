import type { Language } from '../../model/case.js'

const textLanguages: readonly Language[] = ['ko', 'en']

/** Longest title that lists keep, in characters. */
const longestTitle = 500

/**
 * What a case calls itself, as lists keep it without reading cases: its one text, or the texts of several languages as JSON
 * (`{"ko":"…","en":"…"}`). Null where the document says none.
 */
export function keptTitle(document: unknown): string | null {
  const title = field(field(document, 'case'), 'title')
  if (typeof title === 'string') return cut(title)
  const texts = textLanguages.flatMap(language => {
    const text = field(title, language)
    return typeof text === 'string' && text !== '' ? [[language, cut(text)] as const] : []
  })
  const [first] = texts
  if (first === undefined) return null
  return texts.every(([, text]) => text === first[1]) ? first[1] : JSON.stringify(Object.fromEntries(texts))
}

/** A kept title for somebody who reads a language: in it where the case has that. */
export function shownTitle(kept: string, language: Language): string {
  const texts = textsIn(kept)
  if (texts === null) return kept
  const shown = [language, ...textLanguages].map(wanted => field(texts, wanted)).find(isText)
  return shown ?? kept
}

/** The texts of a title of several languages; null where it is one plain text, which may begin with a brace as well. */
function textsIn(kept: string): object | null {
  if (!kept.startsWith('{"')) return null
  try {
    const texts: unknown = JSON.parse(kept)
    const isTitle = typeof texts === 'object' && texts !== null && Object.values(texts).every(isText)
    return isTitle ? texts : null
  } catch {
    return null
  }
}

const isText = (value: unknown): value is string => typeof value === 'string'

const cut = (title: string) => [...title].slice(0, longestTitle).join('')

function field(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
  return (value as Readonly<Record<string, unknown>>)[name]
}
