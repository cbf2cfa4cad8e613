import type { Choice } from '../../pieces/combobox.js'
import type { Column } from './columns.js'
import type { FactRow } from './factRow.js'

/** A cell by its row's id and its column. */
export interface CellPlace {
  readonly row: string
  readonly column: Column
  /** The hand goes there as soon as it is drawn. */
  readonly hand?: true
}

/** What is said below a cell while one types into it. */
export interface CellHint {
  readonly text: string
  readonly look: 'understood' | 'wrong' | 'quiet'
  /** What would be understood instead; choosing it puts it in. */
  readonly suggestion?: string
}

/** What can be completed at the caret: the stretch that is replaced, and by what. */
export interface Completion {
  readonly from: number
  readonly to: number
  readonly choices: readonly Choice[]
  /** What follows what was chosen: `: `, `, `. */
  readonly after: string
}

/** A cell was written: which row it is in now, or why it was not. */
export type Committed = { readonly row: string } | { readonly error: string }

/** What cells mean: the grid moves about in them, and knows nothing of facts. */
export interface CellMeaning {
  /** The text that a cell is edited as. */
  readonly editedText: (row: FactRow, column: Column) => string
  readonly commit: (row: FactRow, column: Column, text: string) => Committed
  readonly hint: (row: FactRow, column: Column, text: string) => CellHint | null
  readonly complete: (row: FactRow, column: Column, text: string, caret: number) => Completion | null
}

/** What the grid asks of the page. */
export interface GridActs {
  readonly newBelow: (row: string | null) => void
  readonly deleteRows: (ids: readonly string[]) => void
  readonly openDetails: (id: string) => void
  readonly openComments: (id: string) => void
  readonly pasteRows: (text: string) => void
  readonly addLink: (row: FactRow, url: string) => void
  readonly addFiles: (row: FactRow, files: readonly File[]) => void
  readonly search: () => void
}
