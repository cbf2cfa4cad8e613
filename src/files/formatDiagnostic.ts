import type { Language } from '../model/case.js'
import { diagnosticFrame, diagnosticMessage } from '../words/diagnostics/diagnosticWords.js'
import type { Diagnostic } from './diagnostic.js'
import { displayWidth } from './displayWidth.js'

/** How a diagnostic is shown. */
export interface FormatOptions {
  /** Whether escape codes of a terminal may be used. */
  readonly colour?: boolean
  /** Display columns that the line may take; longer ones are cut around the caret. */
  readonly width?: number
}

const codes = { error: '31', warning: '33', dim: '2', bold: '1', meant: '32' } as const

/**
 * A diagnostic as text: what is wrong, the place, the line with a caret under the exact spot, what to do, and what was
 * probably meant. No line break at the end.
 */
export function formatDiagnostic(
  diagnostic: Diagnostic,
  language: Language,
  options: FormatOptions = {},
): string {
  const { code, severity, file, line, column, values, suggestion, other, lineText } = diagnostic
  const paint = (kind: keyof typeof codes, text: string) =>
    options.colour ? `\u001b[${codes[kind]}m${text}\u001b[0m` : text
  const frame = diagnosticFrame(language)
  const message = diagnosticMessage(code, values, language)
  const place = file === '.' ? frame.folder : lineText === '' ? file : `${file}:${line}:${column}`
  const rows = [
    `${paint(severity, `${frame.severity[severity]}:`)} ${paint('bold', message.what)} ${paint('dim', `[${code}]`)}`,
    `  ${paint('dim', '-->')} ${place}`,
  ]
  if (lineText !== '') rows.push(...excerpt(diagnostic, options.width ?? 100, text => paint(severity, text)))
  if (other !== undefined)
    rows.push(`  ${paint('dim', frame.other(`${other.file}:${other.line}:${other.column}`))}`)
  if (suggestion !== undefined) rows.push(`  ${paint('meant', frame.meant(suggestion))}`)
  if (message.todo !== '') rows.push(`  ${message.todo}`)
  return rows.join('\n')
}

/** The line, cut to a window around the spot where it is long, and carets below it by display width. */
function excerpt(
  { line, column, endColumn, lineText }: Diagnostic,
  width: number,
  paint: (text: string) => string,
): readonly string[] {
  const plain = lineText.replace(/\t/g, ' ')
  const start = windowStart(plain, column - 1, width)
  const shown = clipped(plain.slice(start), width)
  const before = displayWidth(plain.slice(start, column - 1))
  const spot = displayWidth(plain.slice(column - 1, endColumn - 1))
  const room = Math.max(1, displayWidth(shown) + 1 - before)
  const carets = '^'.repeat(Math.max(1, Math.min(spot, room)))
  const number = String(line)
  const gutter = ' '.repeat(number.length)
  const lead = start > 0 ? '…' : ''
  const tail = start + shown.length < plain.length ? '…' : ''
  return [
    `${number} | ${lead}${shown}${tail}`,
    `${gutter} | ${' '.repeat(before + lead.length)}${paint(carets)}`,
  ]
}

/** From where a long line is shown, so that the spot is in view with a third of the window before it. */
function windowStart(text: string, spot: number, width: number): number {
  if (displayWidth(text) <= width || displayWidth(text.slice(0, spot)) < (width * 2) / 3) return 0
  let start = spot
  let before = 0
  while (start > 0 && before < width / 3) {
    start--
    before += displayWidth(text[start] ?? '')
  }
  return start
}

function clipped(text: string, width: number): string {
  let taken = 0
  let end = 0
  for (const character of text) {
    taken += displayWidth(character)
    if (taken > width) break
    end += character.length
  }
  return text.slice(0, end)
}
