import type { Diagnostic } from '../files/diagnostic.js'
import { displayWidth } from '../files/displayWidth.js'
import { formatDiagnostic } from '../files/formatDiagnostic.js'
import type { Language } from '../model/case.js'
import { widestTable, wrapLines } from './table.js'
import { visible } from './visible.js'

/** Cells beside the line of a case that an excerpt shows: its number and the gutter. */
const gutter = 8

/** A diagnostic for a terminal, ended by an empty line. What is said is wrapped; the author's line is not. */
export function diagnosticText(diagnostic: Diagnostic, language: Language, colour: boolean): string {
  const values = Object.fromEntries(
    Object.entries(diagnostic.values).map(([name, value]) => [
      name,
      typeof value === 'string' ? visible(value) : value,
    ]),
  )
  const shown = {
    ...diagnostic,
    values,
    file: visible(diagnostic.file),
    lineText: visible(diagnostic.lineText),
  }
  const text = formatDiagnostic(shown, language, { colour, width: widestTable - gutter })
  const lines = text.split('\n').map(line => {
    const sentence = line.startsWith('  ') && !line.includes('-->')
    return sentence && displayWidth(line) > widestTable ? wrapLines(line.trim(), '  ') : `${line}\n`
  })
  return `${lines.join('')}\n`
}
