import { fidelity } from '../assess/fidelity.js'
import type { Language } from '../model/case.js'
import { textIn } from '../model/text.js'
import { languagesOf } from '../publish/withhold.js'
import { fidelityWords } from '../words/fidelity/fidelityWords.js'
import { serverWords } from '../words/server/serverWords.js'
import type { LiveCase } from './liveCase.js'
import { escapeHtml, page } from './page.js'

/** The library: every case with its summary, how far its model can be trusted, and how much is to be mended. */
export async function libraryPage(cases: readonly LiveCase[], language: Language): Promise<string> {
  const words = serverWords(language)
  const entries = cases.map(live => entry(live, language)).join('')
  const list = entries === '' ? `<p>${words.none}</p>` : `<ol class="library">${entries}</ol>`
  const main = `<p class="question">${words.casesQuestion}</p><h1>${words.cases}</h1>${list}`
  return page({ title: `${words.cases} · ${words.product}`, main, language, switchable: true })
}

function entry(live: LiveCase, language: Language): string {
  const words = serverWords(language)
  const { loaded, found } = live.read()
  const document = loaded.document
  const errors = found.filter(({ severity }) => severity === 'error').length
  const warnings = found.length - errors
  const head = document?.case
  const title = head === undefined ? live.place.name : textIn(head.title, language)
  const summary = head?.summary === undefined ? '' : textIn(head.summary, language)
  const address = `/cases/${encodeURIComponent(live.place.name)}/`
  const languages = document === null ? (['ko', 'en'] as const) : languagesOf(document, loaded.narratives)
  const editions = languages
    .map(
      edition => `<a href="${address}?lang=${edition}" lang="${edition}">${words.languageNames[edition]}</a>`,
    )
    .join(' ')
  const problems = found.length === 0 ? words.fine : words.problems(errors, warnings)
  const state = errors > 0 ? 'broken' : warnings > 0 ? 'warned' : 'fine'
  const glyph = { broken: '✕', warned: '◐', fine: '●' }[state]
  return `<li>
<h2><a href="${address}?lang=${language}">${escapeHtml(title)}</a></h2>
<p class="summary">${escapeHtml(summary)}</p>
<p class="case-standing"><span class="trust">${escapeHtml(trust(live, language))}</span>
<span class="${state}"><span aria-hidden="true">${glyph}</span> ${problems}</span>
<span class="case-editions">${words.read} ${editions}</span></p>
</li>`
}

/** The fidelity line, as it stands wherever a verdict stands. */
function trust(live: LiveCase, language: Language): string {
  const words = serverWords(language)
  const { broken, session } = live.read()
  if (broken) return words.broken
  return session === null ? words.noModel : fidelityWords(language).line(fidelity(session))
}
