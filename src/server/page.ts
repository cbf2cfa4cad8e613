import type { Language } from '../model/case.js'
import { fontFace } from '../publish/font.js'
import { serverWords } from '../words/server/serverWords.js'
import { serverStyle } from './serverStyle.js'

/** Text for HTML, also inside an attribute. */
export function escapeHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  }
  return text.replace(/[&<>"']/g, character => entities[character]!)
}

/** A page of the server around its main part: masthead with the languages, style and type of the report. */
export async function page(options: {
  readonly title: string
  readonly main: string
  readonly language: Language
  /** Whether the language can be changed by `?lang=`. */
  readonly switchable: boolean
  readonly script?: string
}): Promise<string> {
  const { title, main, language, switchable, script } = options
  const words = serverWords(language)
  const link = (other: Language) => {
    const current = other === language ? ' aria-current="true"' : ''
    return `<a href="?lang=${other}" lang="${other}"${current}>${words.languageNames[other]}</a>`
  }
  const languages = switchable
    ? `<nav class="languages" aria-label="${words.languages}">${link('ko')}${link('en')}</nav>`
    : ''
  const body = `<header class="top"><p><a href="/?lang=${language}"><b>${words.product}</b></a> ${words.tagline}</p>${languages}</header>
<main>${main}</main>`
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<style>${await fontFace(body.replace(/<[^>]*>/g, ' '))}</style>
<style>${serverStyle()}</style>
</head>
<body>
${body}
${script ?? ''}
</body>
</html>
`
}
