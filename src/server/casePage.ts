import type { Diagnostic } from '../files/diagnostic.js'
import { formatDiagnostic } from '../files/formatDiagnostic.js'
import type { Language } from '../model/case.js'
import { liveScript } from '../publish/assets.js'
import { serverWords } from '../words/server/serverWords.js'
import type { LiveCase } from './liveCase.js'
import { escapeHtml, page } from './page.js'
import { panelStyle, tracingStyle } from './serverStyle.js'

/** A case's page: the last whole report, and above it what is wrong with the files as they are now. */
export async function casePage(live: LiveCase, language: Language): Promise<string> {
  const words = serverWords(language)
  const { found, page: report, bug } = await live.state(language)
  const errors = found.some(({ severity }) => severity === 'error')
  if (report === null) {
    const main = `<h1>${escapeHtml(live.place.name)}</h1>${panel(found, bug, words.neverGood, language)}`
    return page({ title: live.place.name, main, language, switchable: true, script: scriptElement() })
  }
  const note = errors ? words.lastGood : ''
  const back = `<p class="to-library"><a href="/?lang=${language}">← ${words.toLibrary}</a></p>`
  const tracing = `<button type="button" class="tracing-toggle tracing" aria-pressed="false" title="${escapeHtml(words.tracing.hint)}">${escapeHtml(words.tracing.toggle)}</button>
<script type="application/json" id="manil-tracing">${JSON.stringify(words.tracing).replace(/</g, '\\u003c')}</script>`
  const told = found.length === 0 && bug === null ? '' : panel(found, bug, note, language)
  return report
    .replace(
      /<body[^>]*>/,
      opening => `${opening}<style>${panelStyle}${tracingStyle}</style>${back}${tracing}${told}`,
    )
    .replace(/<\/body>(?![\s\S]*<\/body>)/, () => `${scriptElement()}</body>`)
}

/** What a served page has besides a published one: it follows the files, and shows where things are written. */
function scriptElement(): string {
  return `<script>${liveScript()}</script>`
}

/** Errors stand open; warnings alone are folded away, so that the report is what is seen first. */
function panel(found: readonly Diagnostic[], bug: string | null, note: string, language: Language): string {
  const words = serverWords(language)
  const errors = found.filter(({ severity }) => severity === 'error').length
  const warnings = found.length - errors
  const title = bug !== null ? words.bug(bug) : errors > 0 ? words.panel : words.panelWarnings
  const counted = found.length === 0 ? '' : ` (${words.problems(errors, warnings)})`
  const entries = found
    .map(diagnostic => formatDiagnostic(diagnostic, language, { colour: false }))
    .map(text => `<li><pre tabindex="0">${escapeHtml(text)}</pre></li>`)
    .join('')
  const open = errors > 0 || bug !== null ? ' open' : ''
  return `<div class="diagnostics" role="status"><details${open}>
<summary>${escapeHtml(title + counted)}</summary>
<p>${escapeHtml(note)}</p>
<ol>${entries}</ol>
</details></div>`
}
