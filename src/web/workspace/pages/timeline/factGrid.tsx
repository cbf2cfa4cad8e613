// biome-ignore-all lint/a11y/useSemanticElements: rows that are drawn only where they are seen can be no table
// biome-ignore-all lint/a11y/useFocusableInteractive: the text field in the active cell has the focus
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { FactSummary } from '../../../../assess/assessment.js'
import type { Clock } from '../../../../view/clock.js'
import { useNarrow } from '../../pieces/useNarrow.js'
import { useVirtualRows } from '../../pieces/useVirtualRows.js'
import { CellHand, type Leave, type Writing } from './cellHand.js'
import { type Column, columns, isWritten } from './columns.js'
import { FactGridRow, type RowGround } from './factGridRow.js'
import type { FactRow } from './factRow.js'
import { dayOf, shownTime } from './factTimes.js'
import { pasteInto, rowsText } from './gridClipboard.js'
import { gridKey } from './gridKeys.js'
import type { CellMeaning, CellPlace, GridActs } from './gridTypes.js'
import { modelSays } from './modelSays.js'

/** Somebody in a row. */
export interface RowPerson {
  readonly name: string
  readonly colour: string
  readonly writes: boolean
}

/** The row of a fact that is not in the case yet has this id, which no fact can have. */
export const newRowId = '\u0000new'

/** A row of one line of text, pixels; rows are measured as they are drawn. */
const rowPx = { wide: 47, narrow: 112 }

/**
 * Facts as a table that is worked by keyboard: one cell is active, and has the text field in which what is typed falls. Only
 * rows that are seen are drawn, and the active one.
 */
export function FactGrid({
  rows,
  all,
  clock,
  ground: given,
  meaning,
  acts,
  active,
  setActive,
  selected,
  setSelected,
  summaries,
  comments,
  problems,
  people,
  mayWrite,
  activity,
}: {
  readonly rows: readonly FactRow[]
  /** How many rows there are without a filter. */
  readonly all: number
  readonly clock: Clock
  readonly ground: Omit<RowGround, 'press' | 'measure' | 'toggle' | 'dropped' | 'isNarrow'>
  readonly meaning: CellMeaning
  readonly acts: GridActs
  readonly active: CellPlace | null
  readonly setActive: (place: CellPlace | null) => void
  readonly selected: ReadonlySet<string>
  readonly setSelected: (selected: ReadonlySet<string>) => void
  readonly summaries: ReadonlyMap<string, FactSummary>
  readonly comments: ReadonlyMap<string, number>
  readonly problems: ReadonlyMap<string, number>
  readonly people: ReadonlyMap<string, RowPerson>
  readonly mayWrite: boolean
  /** Told when one moves or writes. */
  readonly activity: (row: string | null, writes: boolean) => void
}) {
  const { words, language } = given
  const scroller = useRef<HTMLDivElement>(null)
  const hand = useRef<HTMLTextAreaElement>(null)
  const [editing, drawEditing] = useState<Writing>('no')
  /** As `editing`, but at once: the next key may come before the next drawing. */
  const writing = useRef<Writing>('no')
  const setEditing = (next: Writing) => {
    writing.current = next
    drawEditing(next)
  }
  const [error, setError] = useState<string | null>(null)
  /** Escape lets the next Tab leave the table. */
  const leaves = useRef(false)
  const wantsFocus = useRef(false)
  const anchor = useRef<string | null>(null)
  const follows = useRef(false)
  const keys = useMemo(() => rows.map(({ id }) => id), [rows])
  const places = useMemo(() => new Map(keys.map((id, place) => [id, place])), [keys])
  const isNarrow = useNarrow()
  const virtual = useVirtualRows({
    scroller,
    keys,
    estimatePx: isNarrow ? rowPx.narrow : rowPx.wide,
    headPx: 37,
  })
  const activePlace = active === null ? undefined : places.get(active.row)

  // Something is always active, so that Tab comes into the table: the next row where the active one went away.
  const lastPlace = useRef(0)
  if (activePlace !== undefined) lastPlace.current = activePlace
  const nextKey = keys[Math.min(lastPlace.current, keys.length - 1)]
  useEffect(() => {
    if (activePlace === undefined && nextKey !== undefined) {
      // The field that had the focus went away with its row.
      if (active !== null && document.activeElement === document.body) wantsFocus.current = true
      setActive({ row: nextKey, column: active?.column ?? 'time' })
    }
  }, [active, activePlace, nextKey, setActive])

  // The active row is shown when another one becomes active, and followed when its own time moves it.
  const { scrollTo } = virtual
  const shownRow = useRef<string | null>(null)
  const isThere = activePlace !== undefined
  useLayoutEffect(() => {
    const row = active?.row ?? null
    if (!isThere || (row === shownRow.current && !follows.current)) return
    follows.current = false
    shownRow.current = row
    scrollTo(activePlace)
  }, [active?.row, isThere, activePlace])

  const activeKey = active === null ? '' : `${active.row}\n${active.column}`
  useLayoutEffect(() => {
    if (!wantsFocus.current) return
    wantsFocus.current = false
    hand.current?.focus({ preventScroll: true })
    reveal(scroller.current, hand.current)
  }, [activeKey, editing])
  // In the drawing that makes the cell active, so that the next key already falls into it.
  useLayoutEffect(() => {
    if (active?.hand !== true) return
    hand.current?.focus({ preventScroll: true })
    reveal(scroller.current, hand.current)
  }, [active])
  useEffect(() => {
    activity(active?.row ?? null, editing !== 'no')
  }, [active?.row, editing, activity])

  const rowAt = (id: string | undefined) => (id === undefined ? undefined : rows[places.get(id) ?? -1])

  /** Ends writing, if one writes. False where the cell keeps the hand. */
  const finish = (text = hand.current?.value ?? ''): string | null => {
    const row = rowAt(active?.row)
    if (writing.current === 'no' || active === null || row === undefined) return active?.row ?? ''
    const made = meaning.commit(row, active.column, text)
    if ('error' in made) {
      setError(made.error)
      return null
    }
    setError(null)
    setEditing('no')
    return made.row
  }
  const goTo = (row: string | undefined, column: Column) => {
    if (row === undefined) return
    wantsFocus.current = true
    leaves.current = false
    setActive({ row, column })
  }
  const startEditing = (how: 'keep' | 'replace') => {
    if (active === null || !mayWrite || !isWritten(active.column)) return
    setError(null)
    wantsFocus.current = how === 'keep'
    setEditing(how)
  }
  const step = (row: string, column: Column, by: 1 | -1) => {
    const place = places.get(row)
    const at = columns.indexOf(column) + by
    if (columns[at] !== undefined) return goTo(row, columns[at])
    if (place !== undefined) goTo(keys[place + by], by === 1 ? columns[1]! : columns.at(-1)!)
  }
  const end = (text: string, leave: Leave): boolean => {
    const row = finish(text)
    if (row === null || active === null) return false
    const { column } = active
    if (leave === 'new-below') acts.newBelow(row)
    else if (leave === 'next') step(row, column, 1)
    else if (leave === 'previous') step(row, column, -1)
    else {
      const place = places.get(row)
      const below =
        leave === 'down' && row === active.row && place !== undefined ? keys[place + 1] : undefined
      wantsFocus.current = document.activeElement === hand.current
      follows.current = true
      setActive({ row: below ?? row, column })
    }
    return true
  }
  const cancel = () => {
    setError(null)
    wantsFocus.current = true
    setEditing('no')
  }
  const extend = (to: string) => {
    anchor.current ??= active?.row ?? to
    const ends = [places.get(anchor.current) ?? 0, places.get(to) ?? 0].sort((a, b) => a - b)
    setSelected(new Set(keys.slice(ends[0], ends[1]! + 1).filter(id => id !== newRowId)))
  }

  const moveKey = (event: KeyboardEvent) => {
    if (active === null || activePlace === undefined) return
    gridKey(event, {
      active,
      place: activePlace,
      keys,
      pageRows: virtual.pageRows,
      mayWrite,
      selected,
      leaves,
      goTo: (row, column, isRange) => {
        if (isRange) extend(row)
        else anchor.current = null
        goTo(row, column)
      },
      step: by => step(active.row, active.column, by),
      startEditing: () => startEditing('keep'),
      clear: () => {
        const it = rowAt(active.row)
        if (it !== undefined) meaning.commit(it, active.column, '')
      },
      toggle: () => toggle(active.row, false),
      select: ids => setSelected(new Set(ids.filter(id => id !== newRowId))),
      copy,
      newBelow: () => acts.newBelow(active.row),
      acts,
    })
  }
  const copy = () => {
    const whole = keys.filter(id => selected.has(id)).flatMap(id => rowAt(id) ?? [])
    const it = rowAt(active?.row)
    if (active === null || it === undefined) return
    const text = whole.length > 0 ? rowsText(whole, meaning) : meaning.editedText(it, active.column)
    void navigator.clipboard?.writeText(text)
  }
  const pasted = (event: ClipboardEvent) => {
    const row = rowAt(active?.row)
    if (row === undefined || active === null || !mayWrite) event.preventDefault()
    else pasteInto(event, row, active.column, acts)
  }

  const toggle = (row: string, isRange: boolean) => {
    if (isRange && anchor.current !== null) return extend(row)
    anchor.current = row
    const next = new Set(selected)
    if (!next.delete(row)) next.add(row)
    setSelected(next)
  }

  // The rows get functions that stay the same, so that they are not all drawn anew at every key.
  const latest = useRef({
    press: (_row: string, _column: Column, _event: MouseEvent) => {},
    toggle,
    acts,
    rowAt,
  })
  latest.current = {
    toggle,
    acts,
    rowAt,
    press: (row, column, event) => {
      const target = event.target as HTMLElement
      if (target.closest('button, input, a, .cell-below') || event.button !== 0) return
      if (isNarrow) return acts.openDetails(row)
      const isActive = active?.row === row && active.column === column
      if (isActive && writing.current !== 'no') return
      event.preventDefault()
      if (writing.current !== 'no' && finish() === null) return
      if (event.shiftKey) extend(row)
      else anchor.current = row
      if (isActive) {
        // The first press comes into the table, the next one writes.
        const isHere = document.activeElement === hand.current
        hand.current?.focus({ preventScroll: true })
        if (!isHere) return
        if (isWritten(column)) startEditing('keep')
        else if (column === 'model') acts.openDetails(row)
        return
      }
      wantsFocus.current = true
      setActive({ row, column })
    },
  }
  const { measure } = virtual
  const ground = useMemo<RowGround>(
    () => ({
      ...given,
      isNarrow,
      measure,
      press: (row, column, event) => latest.current.press(row, column, event),
      toggle: (row, isRange) => latest.current.toggle(row, isRange),
      dropped: (row, files) => {
        const it = latest.current.rowAt(row)
        if (it !== undefined) latest.current.acts.addFiles(it, files)
      },
    }),
    [given, isNarrow, measure],
  )
  const says = useMemo(
    () =>
      new Map(
        rows.flatMap(row => {
          const summary = summaries.get(row.id)
          return summary === undefined
            ? []
            : [[row.id, modelSays(summary, row.startEpochMs, clock, language, words)] as const]
        }),
      ),
    [rows, summaries, clock, language, words],
  )
  const times = useRef({ clock, known: new WeakMap<FactRow, ReturnType<typeof shownTime>>() })
  if (times.current.clock !== clock) times.current = { clock, known: new WeakMap() }
  const timeOf = (row: FactRow) => {
    const before = times.current.known.get(row)
    if (before !== undefined) return before
    const time = shownTime(row, clock, language, words.time)
    times.current.known.set(row, time)
    return time
  }
  const dayAt = (place: number) => {
    const row = rows[place]!
    if (row.time === null) return null
    const before = rows[place - 1]
    const isSame =
      before !== undefined &&
      before.time !== null &&
      clock.midnight(before.atEpochMs) === clock.midnight(row.atEpochMs)
    return isSame ? null : dayOf(row, clock, language, words.time)
  }

  const drawn = []
  for (let place = virtual.first; place < virtual.end; place++) drawn.push(place)
  if (activePlace !== undefined && !drawn.includes(activePlace)) {
    // Outside of what is seen, but its text field keeps the focus.
    if (activePlace < virtual.first) drawn.unshift(activePlace)
    else drawn.push(activePlace)
  }
  return (
    <div class="fact-grid-view" ref={scroller}>
      <div
        role="grid"
        class="fact-grid"
        aria-label={words.grid}
        aria-rowcount={all + 1}
        aria-colcount={columns.length}
        aria-multiselectable="true"
        aria-readonly={!mayWrite}
        aria-describedby="fact-grid-help"
      >
        <div role="rowgroup" class="fact-head">
          <div role="row" aria-rowindex={1} class="fact-head-row">
            {columns.map((column, number) => (
              <div
                key={column}
                role="columnheader"
                aria-colindex={number + 1}
                class={`fact-cell fact-${column}`}
              >
                {column === 'select' || column === 'comments' ? (
                  <span class="vh">{words.columns[column]}</span>
                ) : (
                  words.columns[column]
                )}
              </div>
            ))}
          </div>
        </div>
        <div role="rowgroup" class="fact-body" style={{ height: `${virtual.whole}px` }}>
          {drawn.map(place => {
            const row = rows[place]!
            const column = active?.row === row.id ? active.column : null
            const person = people.get(row.id)
            return (
              <FactGridRow
                key={row.id}
                ground={ground}
                row={row}
                place={place}
                topPx={virtual.topOf(place)}
                day={dayAt(place)}
                time={timeOf(row)}
                says={says.get(row.id) ?? null}
                comments={comments.get(row.id) ?? 0}
                problems={problems.get(row.id) ?? 0}
                selected={selected.has(row.id)}
                active={column}
                isNew={row.id === newRowId}
                person={person?.name ?? null}
                personColour={person?.colour ?? null}
                personWrites={person?.writes ?? false}
                hand={
                  column === null || isNarrow ? null : (
                    <CellHand
                      key={`${row.id}${column}`}
                      hand={hand}
                      row={row}
                      column={column}
                      label={`${words.columns[column]}: ${meaning.editedText(row, column)}`}
                      editing={editing}
                      writing={writing}
                      error={error}
                      meaning={meaning}
                      begin={() => startEditing('replace')}
                      end={end}
                      cancel={cancel}
                      moveKey={moveKey}
                      pasted={pasted}
                    />
                  )
                }
              />
            )
          })}
        </div>
      </div>
      <p id="fact-grid-help" class="vh">
        {words.gridHelp}
      </p>
    </div>
  )
}

/** Scrolls sideways until the active cell is seen beside the columns that stay. */
function reveal(scroller: HTMLElement | null, hand: HTMLElement | null): void {
  const cell = hand?.closest<HTMLElement>('.fact-cell')
  if (scroller === null || !cell) return
  const stays = [...scroller.querySelectorAll<HTMLElement>('.fact-head .fact-select, .fact-head .fact-time')]
  if (cell.classList.contains('fact-select') || cell.classList.contains('fact-time')) return
  const left = stays.reduce((sum, element) => sum + element.offsetWidth, 0)
  const from = cell.offsetLeft
  const to = from + cell.offsetWidth
  if (from < scroller.scrollLeft + left) scroller.scrollLeft = from - left
  else if (to > scroller.scrollLeft + scroller.clientWidth) scroller.scrollLeft = to - scroller.clientWidth
}
