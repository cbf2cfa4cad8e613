import type { Language } from '../model/case.js'
import { diagnosticMessage } from '../words/diagnostics/diagnosticWords.js'
import type { Diagnostic, Place } from './diagnostic.js'

/** A diagnostic for programs. `code`, the place, `path` and `values` do not change with the language. */
export interface DiagnosticJson {
  readonly code: string
  readonly severity: 'error' | 'warning'
  readonly file: string
  readonly line: number
  readonly column: number
  readonly endColumn: number
  readonly path: readonly (string | number)[]
  readonly message: string
  readonly remedy: string
  readonly suggestion: string | null
  readonly other: Place | null
  readonly values: Readonly<Record<string, string | number>>
}

/** A diagnostic with its words in a language. */
export function diagnosticJson(diagnostic: Diagnostic, language: Language): DiagnosticJson {
  const { code, severity, file, line, column, endColumn, path, values, suggestion, other } = diagnostic
  const { what, todo } = diagnosticMessage(code, values, language)
  return {
    code,
    severity,
    file,
    line,
    column,
    endColumn,
    path,
    message: what,
    remedy: todo,
    suggestion: suggestion ?? null,
    other: other ?? null,
    values,
  }
}
