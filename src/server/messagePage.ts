import type { Language } from '../model/case.js'
import { serverWords } from '../words/server/serverWords.js'
import { escapeHtml, page } from './page.js'

/** A page that says one thing, and leads back to the library. */
export function messagePage(title: string, about: string, language: Language): Promise<string> {
  const words = serverWords(language)
  const main = `<h1>${escapeHtml(title)}</h1><p>${escapeHtml(about)}</p><p><a href="/">${words.toLibrary}</a></p>`
  return page({ title: `${title} · ${words.product}`, main, language, switchable: false })
}
