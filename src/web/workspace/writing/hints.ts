import type { Diagnostic as Mark } from '@codemirror/lint'
import type { WordingHint } from '../../../lint/wording/wordingHints.js'
import { wordingWords } from '../../../words/wording/wordingWords.js'
import type { SaidDiagnostic } from '../result/caseResult.js'

/** Marks for what is wrong with one file, as the last examination of the case found it. A place that is gone is left out. */
export function saidMarks(text: string, file: string, found: readonly SaidDiagnostic[]): Mark[] {
  const own = found.filter(diagnostic => diagnostic.file === file)
  if (own.length === 0) return []
  const starts = lineStarts(text)
  return own.flatMap(({ line, column, endColumn, severity, code, what, todo, suggestion }) => {
    const start = starts[line - 1]
    if (start === undefined) return []
    const end = (starts[line] ?? text.length + 1) - 1
    const from = Math.min(start + column - 1, end)
    const to = Math.min(Math.max(start + endColumn - 1, from), end)
    const message = [what, suggestion === null ? '' : `→ ${suggestion}`, todo].filter(part => part !== '')
    return [{ from, to, severity, source: code, message: message.join('\n') }]
  })
}

/** Marks for wording from which a reader learns little. They advise; nothing is forbidden. */
export function wordingMarks(hints: readonly WordingHint[], shown: 'ko' | 'en'): Mark[] {
  const words = wordingWords(shown)
  return hints.map(({ of, from, to }) => {
    const { matter, why, instead } = words[of]
    return { from, to, severity: 'info', source: of, message: `${matter} ${why}\n${instead}` }
  })
}

function lineStarts(text: string): readonly number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}
