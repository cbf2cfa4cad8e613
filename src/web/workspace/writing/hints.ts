import type { Diagnostic as Mark } from '@codemirror/lint'
import type { Text } from '@codemirror/state'
import type { Diagnostic } from '../../../files/diagnostic.js'
import { wordingHints } from '../../../lint/wording/wordingHints.js'
import { diagnosticFrame, diagnosticMessage } from '../../../words/diagnostics/diagnosticWords.js'
import { wordingWords } from '../../../words/wording/wordingWords.js'

/** Marks for what is wrong with one file, as the last examination of the case found it. A place that is gone is left out. */
export function diagnosticMarks(
  doc: Text,
  file: string,
  found: readonly Diagnostic[],
  language: 'ko' | 'en',
): Mark[] {
  return found.flatMap(diagnostic => {
    if (diagnostic.file !== file || diagnostic.line < 1 || diagnostic.line > doc.lines) return []
    const line = doc.line(diagnostic.line)
    const from = Math.min(line.from + diagnostic.column - 1, line.to)
    const to = Math.min(Math.max(line.from + diagnostic.endColumn - 1, from), line.to)
    const message = messageOf(diagnostic, language)
    return [{ from, to, severity: diagnostic.severity, source: diagnostic.code, message }]
  })
}

/** What a diagnostic says, without the place and the line that stand right there. */
function messageOf({ code, values, suggestion }: Diagnostic, language: 'ko' | 'en'): string {
  const { what, todo } = diagnosticMessage(code, values, language)
  const meant = suggestion === undefined ? '' : diagnosticFrame(language).meant(suggestion)
  return [what, meant, todo].filter(part => part !== '').join('\n')
}

/** Marks for wording from which a reader learns little. They advise; nothing is forbidden. */
export function wordingMarks(text: string, language: 'ko' | 'en', shown: 'ko' | 'en'): Mark[] {
  const words = wordingWords(shown)
  return wordingHints(text, language).map(({ of, from, to }) => {
    const { matter, why, instead } = words[of]
    return { from, to, severity: 'info', source: of, message: `${matter} ${why}\n${instead}` }
  })
}
