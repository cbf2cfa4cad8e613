import type { CasePath, Problem } from '../model/problem.js'

/** A place in a file. Line and columns count from 1, columns in UTF-16 units. */
export interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** A problem with the place where its author can mend it. */
export interface Diagnostic extends Place {
  /** Stable: documented, and suppressed by name. */
  readonly code: string
  readonly severity: 'error' | 'warning'
  /** The column after the last one that is meant; at least one more than `column`. */
  readonly endColumn: number
  /** The line as it stands, without its end; empty where the folder as a whole is meant. */
  readonly lineText: string
  readonly values: Problem['values']
  readonly suggestion?: string
  /** Another place that matters: the first of two duplicates. */
  readonly other?: Place
  /** Empty where no place in the document is meant. */
  readonly path: CasePath
}

/** By file, line, column; then errors first, then by code. */
export function inOrder(a: Diagnostic, b: Diagnostic): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1
  if (a.line !== b.line) return a.line - b.line
  if (a.column !== b.column) return a.column - b.column
  if (a.severity !== b.severity) return a.severity === 'error' ? -1 : 1
  return a.code < b.code ? -1 : a.code > b.code ? 1 : 0
}
