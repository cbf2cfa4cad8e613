/** The columns of the table, in order. */
export const columns = [
  'select',
  'time',
  'text',
  'states',
  'model',
  'sources',
  'phase',
  'claimant',
  'comments',
] as const

/** A column of the table. */
export type Column = (typeof columns)[number]

/** Columns that are written in; the others show what follows from elsewhere. */
const written: ReadonlySet<Column> = new Set(['time', 'text', 'states', 'sources', 'phase', 'claimant'])

/** Whether cells of a column can be edited. */
export function isWritten(column: Column): boolean {
  return written.has(column)
}

/** Columns in which a letter begins to write. In the others letters are commands: `n`, `/`. */
const typed: ReadonlySet<Column> = new Set(['text', 'states', 'sources', 'phase', 'claimant'])

/** Whether a letter that is typed over a cell belongs into it. Of times only what a time can begin with does. */
export function takesLetter(column: Column, key: string): boolean {
  if (column === 'time') return key !== 'n' && key !== '/' && key !== ' '
  return typed.has(column)
}
