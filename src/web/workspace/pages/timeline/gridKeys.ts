import { type Column, columns, isWritten, takesLetter } from './columns.js'
import type { CellPlace, GridActs } from './gridTypes.js'

/** What keys move about in, and what they can do. */
export interface KeyGround {
  readonly active: CellPlace
  /** The place of the active row among `keys`, which are the ids of all rows that are shown. */
  readonly place: number
  readonly keys: readonly string[]
  readonly pageRows: number
  readonly mayWrite: boolean
  readonly selected: ReadonlySet<string>
  /** Escape lets the next Tab leave the table. */
  readonly leaves: { current: boolean }
  /** Makes another cell active; with `isRange` the rows up to there are selected. */
  readonly goTo: (row: string, column: Column, isRange: boolean) => void
  readonly step: (by: 1 | -1) => void
  readonly startEditing: () => void
  readonly clear: () => void
  readonly toggle: () => void
  readonly select: (ids: readonly string[]) => void
  readonly copy: () => void
  readonly newBelow: () => void
  readonly acts: GridActs
}

/** A key while nobody writes in the active cell. What is not taken here falls into the cell's text field, and begins the writing. */
export function gridKey(event: KeyboardEvent, ground: KeyGround): void {
  const isCommand = event.ctrlKey || event.metaKey
  const target = targetOf(event.key, isCommand, ground)
  if (target !== null) {
    event.preventDefault()
    const row = ground.keys[Math.max(0, Math.min(ground.keys.length - 1, target.place))]
    const isRange = event.shiftKey && target.place !== ground.place
    if (row !== undefined) ground.goTo(row, target.column, isRange)
    return
  }
  if (event.key === 'Tab') {
    tab(event, ground)
    return
  }
  if (event.key === 'Escape') {
    ground.leaves.current = true
    if (ground.selected.size > 0) ground.select([])
    return
  }
  ground.leaves.current = false
  if (isCommand) command(event, ground)
  else if (!event.altKey) plain(event, ground)
}

/** Where a key leads, or null where it leads nowhere. */
function targetOf(
  key: string,
  isCommand: boolean,
  { active, place, keys, pageRows }: KeyGround,
): { readonly place: number; readonly column: Column } | null {
  const { column } = active
  const at = columns.indexOf(column)
  const last = keys.length - 1
  switch (key) {
    case 'ArrowDown':
      return { place: isCommand ? last : place + 1, column }
    case 'ArrowUp':
      return { place: isCommand ? 0 : place - 1, column }
    case 'PageDown':
      return { place: place + pageRows, column }
    case 'PageUp':
      return { place: place - pageRows, column }
    case 'ArrowRight':
      return { place, column: columns[at + 1] ?? column }
    case 'ArrowLeft':
      return { place, column: columns[at - 1] ?? column }
    case 'Home':
      return { place: isCommand ? 0 : place, column: columns[0] }
    case 'End':
      return { place: isCommand ? last : place, column: columns.at(-1) ?? column }
    default:
      return null
  }
}

/** Tab goes from cell to cell; behind the last one, before the first one, and after Escape it leaves the table. */
function tab(event: KeyboardEvent, { active, place, keys, leaves, step }: KeyGround): void {
  if (leaves.current) return
  const at = columns.indexOf(active.column)
  const isEnd = event.shiftKey
    ? place === 0 && at === 0
    : place === keys.length - 1 && at === columns.length - 1
  if (isEnd) return
  event.preventDefault()
  step(event.shiftKey ? -1 : 1)
}

function command(event: KeyboardEvent, ground: KeyGround): void {
  const { active, keys, mayWrite, acts } = ground
  const key = event.key.toLowerCase()
  if (key === 'enter') ground.newBelow()
  else if (key === 'a') ground.select(keys)
  else if (key === 'c') ground.copy()
  else if ((key === 'delete' || key === 'backspace') && mayWrite) acts.deleteRows([active.row])
  else return
  event.preventDefault()
}

function plain(event: KeyboardEvent, ground: KeyGround): void {
  const { active, mayWrite, selected, acts } = ground
  const { row, column } = active
  const { key } = event
  if (key === 'Enter' || key === 'F2') {
    event.preventDefault()
    if (column === 'comments') acts.openComments(row)
    else if (column === 'select') ground.toggle()
    else if (column === 'model') acts.openDetails(row)
    else ground.startEditing()
  } else if (key === 'Delete' || key === 'Backspace') {
    event.preventDefault()
    if (!mayWrite) return
    if (selected.size > 0) acts.deleteRows([...selected])
    else if (column === 'select') acts.deleteRows([row])
    // A fact cannot be without a time and a text.
    else if (isWritten(column) && column !== 'time' && column !== 'text') ground.clear()
  } else if (key.length === 1) {
    if (takesLetter(column, key) && mayWrite) return
    event.preventDefault()
    if (key === '/') acts.search()
    else if (key === 'n' && mayWrite) ground.newBelow()
    else if (key === ' ' && column === 'select') ground.toggle()
    else if (key === ' ') acts.openDetails(row)
  }
}
