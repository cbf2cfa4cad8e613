import { type Column, columns, isWritten } from './columns.js'
import { isLink } from './factEdits.js'
import type { FactRow } from './factRow.js'
import type { CellMeaning, GridActs } from './gridTypes.js'
import { isRows } from './pastedRows.js'

/** Rows as text with tabs between cells, as spreadsheets take it. */
export function rowsText(rows: readonly FactRow[], meaning: CellMeaning): string {
  return rows
    .map(row =>
      columns
        .filter(isWritten)
        .map(column => meaning.editedText(row, column).replaceAll(/[\t\r\n]+/g, ' '))
        .join('\t'),
    )
    .join('\n')
}

/**
 * What is pasted over a cell in which nobody writes: files are evidence, several lines are rows, a link is a source. Anything else
 * falls into the cell's own text field.
 */
export function pasteInto(event: ClipboardEvent, row: FactRow, column: Column, acts: GridActs): void {
  const files = [...(event.clipboardData?.files ?? [])]
  const text = event.clipboardData?.getData('text/plain') ?? ''
  if (files.length > 0 && text === '') {
    event.preventDefault()
    acts.addFiles(row, files)
  } else if (isRows(text)) {
    event.preventDefault()
    acts.pasteRows(text)
  } else if (column !== 'text' && isLink(text)) {
    event.preventDefault()
    acts.addLink(row, text.trim())
  } else if (!isWritten(column)) event.preventDefault()
}
