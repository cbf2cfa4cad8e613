import type { Diagnostic } from '../files/diagnostic.js'
import { formatDiagnostic } from '../files/formatDiagnostic.js'
import type { Language } from '../model/case.js'
import { serverWords } from '../words/server/serverWords.js'
import type { LiveCase } from './liveCase.js'
import { escapeHtml, page } from './page.js'
import { panelStyle } from './serverStyle.js'

/**
 * Asks the server whether the files changed, and shows the new page. The place that was being read is kept by the
 * browser's own reload.
 */
const reloadScript = `<script>
new EventSource('changes').addEventListener('change', () => location.reload())
</script>`

/** A case's page: the last whole report, and above it what is wrong with the files as they are now. */
export async function casePage(live: LiveCase, language: Language): Promise<string> {
  const words = serverWords(language)
  const { found, page: report, bug } = await live.state(language)
  const errors = found.some(({ severity }) => severity === 'error')
  if (report === null) {
    const main = `<h1>${escapeHtml(live.place.name)}</h1>${panel(found, bug, words.neverGood, language)}`
    return page({ title: live.place.name, main, language, switchable: true, script: reloadScript })
  }
  const note = errors ? words.lastGood : ''
  const back = `<p class="to-library"><a href="/?lang=${language}">← ${words.toLibrary}</a></p>`
  const told = found.length === 0 && bug === null ? '' : panel(found, bug, note, language)
  return report
    .replace(/<body[^>]*>/, opening => `${opening}<style>${panelStyle}</style>${back}${told}`)
    .replace(/<\/body>(?![\s\S]*<\/body>)/, () => `${reloadScript}</body>`)
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
