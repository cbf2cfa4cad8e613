import type { Diagnostic } from '../files/diagnostic.js'
import { displayWidth } from '../files/displayWidth.js'
import { formatDiagnostic } from '../files/formatDiagnostic.js'
import type { Language } from '../model/case.js'
import { widestTable, wrapLines } from './table.js'

/** Cells beside the line of a case that an excerpt shows: its number and the gutter. */
const gutter = 8

/** A diagnostic for a terminal, ended by an empty line. What is said is wrapped; the author's line is not. */
export function diagnosticText(diagnostic: Diagnostic, language: Language, colour: boolean): string {
  const text = formatDiagnostic(diagnostic, language, { colour, width: widestTable - gutter })
  const lines = text.split('\n').map(line => {
    const sentence = line.startsWith('  ') && !line.includes('-->')
    return sentence && displayWidth(line) > widestTable ? wrapLines(line.trim(), '  ') : `${line}\n`
  })
  return `${lines.join('')}\n`
}
