import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { CaseEdit } from '../../../../files/caseEdit.js'
import { timelineWords } from '../../../../words/workspace/timeline.js'
import { sayRefusal } from '../../case/refusal.js'
import { useCase } from '../../case/useCase.js'
import { lazyScreen } from '../../frame/loading.js'
import { showComments } from '../../frame/side.js'
import { Button } from '../../pieces/button.js'
import { say } from '../../pieces/status.js'
import { useNarrow } from '../../pieces/useNarrow.js'
import { casePath, here, navigate } from '../../router/router.js'
import type { PageProps } from '../registry.js'
import { BulkBar } from './bulkBar.js'
import { cellMeaning, type MeaningGround } from './cellMeaning.js'
import { addEvidence } from './evidence.js'
import { factText, fieldEdit, insertEdits, linkSource } from './factEdits.js'
import { FactGrid, newRowId } from './factGrid.js'
import { FactRows, isSameFrame, rowOf, timeFrame } from './factRow.js'
import { worldClock } from './factTimes.js'
import { contains, type FilterKey, passes } from './filters.js'
import type { CellPlace, GridActs } from './gridTypes.js'
import { listOf, mapOf, textOf } from './loose.js'
import { readPastedRows } from './pastedRows.js'
import { TimelineBar } from './timelineBar.js'
import { useCounts } from './useCounts.js'
import './timeline.css'

// Most who look at the table never open it.
const NewFactDialog = lazyScreen(() =>
  import('./newFactDialog.js').then(({ NewFactDialog }) => NewFactDialog),
)
const FactDetails = lazyScreen(() => import('./factDetails.js').then(({ FactDetails }) => FactDetails))

/** A fact that is being written and not in the case yet, and below which row it stands. */
interface NewRow {
  readonly below: string | null
  readonly fact: Readonly<Record<string, unknown>>
}

/** The timeline: every fact as a row, in order of time. */
export function TimelinePage({ rest }: PageProps) {
  const open = useCase()
  const language = open.language.value
  const words = timelineWords(language)
  const written = open.written.value
  const mayWrite = open.mayWrite.value

  const heldFrame = useRef(timeFrame(written))
  const nextFrame = timeFrame(written)
  if (!isSameFrame(heldFrame.current, nextFrame)) heldFrame.current = nextFrame
  const frame = heldFrame.current
  const maker = useMemo(() => new FactRows(frame), [frame])
  const clock = useMemo(() => worldClock(frame, language), [frame, language])
  const entries = written.entries('facts')
  const rows = useMemo(() => maker.rows(entries), [maker, entries])

  const [active, setActive] = useState<CellPlace | null>(null)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [search, setSearch] = useState('')
  const [filter, setFilter] = useState<FilterKey>('all')
  const [newRow, drawNewRow] = useState<NewRow | null>(null)
  /** As `newRow`, but at once: one key puts a row into the case and begins the next. */
  const newRowNow = useRef<NewRow | null>(null)
  const setNewRow = (next: NewRow | null) => {
    newRowNow.current = next
    drawNewRow(next)
  }
  const [asksNew, setAsksNew] = useState(false)
  const isNarrow = useNarrow()
  const counts = useCounts(open)
  const searchField = useRef<HTMLInputElement>(null)

  const components = written.value.components
  const sources = written.value.sources
  const languages = listOf(mapOf(written.value.case).languages).join(' ')
  const names = useMemo(
    () => ({
      componentTitle: (id: string) => textOf(mapOf(mapOf(components)[id]).title, language).text || id,
      sourceTitle: (id: string) => {
        const source = mapOf(sources)[id]
        if (source === undefined) return null
        return textOf(mapOf(source).title, language).text || id
      },
      languages: languages === '' ? ['ko', 'en'] : languages.split(' '),
    }),
    [components, sources, languages, language],
  )

  const shown = useMemo(() => {
    const ground = { ...counts, ...names }
    const isAll = filter === 'all' && search.trim() === ''
    const fits = isAll
      ? [...rows]
      : rows.filter(row => passes(row, filter, ground) && contains(row, search, ground))
    if (newRow === null) return fits
    const row = rowOf(newRowId, newRow.fact, frame)
    const at = newRow.below === null ? fits.length : fits.findIndex(({ id }) => id === newRow.below) + 1
    fits.splice(at === 0 ? fits.length : at, 0, row)
    return fits
  }, [rows, filter, search, newRow, counts, names, frame])

  // What is chosen by the address: a link from the result, or from the narrative.
  const [wanted] = rest
  useEffect(() => {
    if (wanted === undefined || new URLSearchParams(here.peek().query).has('section')) return
    setActive({ row: wanted, column: 'time' })
  }, [wanted])
  const openDetails = useCallback(
    (id: string | null) => {
      if (id === newRowId) return
      navigate(casePath(open.id, 'timeline', ...(id === null ? [] : [id])), { replace: true })
    },
    [open.id],
  )

  const ground = useRef<MeaningGround | null>(null)
  ground.current = {
    open,
    frame,
    language,
    words,
    rows,
    newRowId,
    keepNew: fact => setNewRow(fact === null ? null : { below: newRowNow.current?.below ?? null, fact }),
    previousOf: row => {
      const place = shown.findIndex(({ id }) => id === row.id)
      for (let before = place - 1; before >= 0; before--) {
        if (shown[before]!.time !== null) return shown[before]!.atEpochMs
      }
      return null
    },
  }
  const meaning = useMemo(() => cellMeaning(() => ground.current!), [])

  /** Back to the active cell. */
  const takeHand = () => setActive(place => (place === null ? null : { ...place, hand: true }))

  const newBelow = (row: string | null) => {
    if (!mayWrite) return
    if (isNarrow) {
      setAsksNew(true)
      return
    }
    const begun = newRowNow.current
    if (begun !== null) {
      setActive({ row: newRowId, column: begun.fact.at === undefined ? 'time' : 'text', hand: true })
      return
    }
    setNewRow({ below: row ?? shown.at(-1)?.id ?? null, fact: {} })
    setActive({ row: newRowId, column: 'time', hand: true })
  }
  const deleteRows = (ids: readonly string[]) => {
    const facts = ids.filter(id => id !== newRowId)
    if (ids.includes(newRowId)) setNewRow(null)
    if (facts.length === 0) return
    const place = shown.findIndex(({ id }) => facts.includes(id))
    const edits = facts.map((id): CaseEdit => ({ kind: 'remove', path: ['facts', id] }))
    if (!sayRefusal(open.edit(edits))) return
    const { undoStack } = open.undo.manager
    const step = undoStack.at(-1)
    const left = shown.filter(({ id }) => !facts.includes(id))
    const next = left[Math.min(place, left.length - 1)]
    setActive(next === undefined ? null : { row: next.id, column: active?.column ?? 'time', hand: true })
    setSelected(new Set())
    if (wanted !== undefined && facts.includes(wanted)) openDetails(null)
    say(words.deleted(facts.length), {
      action: {
        label: words.undo,
        act: () => {
          if (undoStack.at(-1) === step) open.undo.undo()
        },
      },
    })
  }
  const pasteRows = async (text: string) => {
    if (!mayWrite) return
    const done = say(words.pasting)
    const makeText = (plain: string) => factText(undefined, plain, language, written)
    const previous = rows.at(-1)?.atEpochMs ?? null
    const pasted = await readPastedRows(text, frame, makeText, previous)
    done()
    const facts = pasted.flatMap(({ fact }) => fact ?? [])
    if (facts.length === 0) return say(words.pastedNone, { look: 'wrong' })
    const { edits, ids } = insertEdits(facts, rows)
    if (!sayRefusal(open.edit(edits))) return
    setSelected(new Set(ids))
    if (ids[0] !== undefined) setActive({ row: ids[0], column: 'time', hand: true })
    say(words.pasted(facts.length, pasted.length - facts.length), {
      action: { label: words.undo, act: () => void open.undo.undo() },
    })
  }
  const acts: GridActs = {
    newBelow,
    deleteRows,
    openDetails,
    openComments: id => showComments({ kind: 'entry', path: ['facts', id] }),
    pasteRows: text => void pasteRows(text),
    addLink: (row, url) => {
      const taken = new Set(written.entries('sources').map(({ id }) => id))
      const { id, edits } = linkSource(url, written, taken)
      const all = [...new Set([...listOf(row.fact.sources), id])]
      sayRefusal(open.edit([...edits, ...fieldEdit(row, 'sources', all)]))
    },
    addFiles: (row, files) => {
      if (mayWrite && row.id !== newRowId) void addEvidence(open, row.id, files, words)
    },
    search: () => searchField.current?.focus(),
  }
  const activity = useCallback(
    (row: string | null, editing: boolean) => {
      open.presence.tell({
        page: 'timeline',
        ...(row === null || row === newRowId ? {} : { path: ['facts', row] }),
        ...(editing ? { editing } : {}),
      })
    },
    [open],
  )
  const gridGround = useMemo(
    () => ({
      language,
      words,
      ...names,
      openDetails,
      openComments: (id: string) => showComments({ kind: 'entry', path: ['facts', id] }),
    }),
    [language, words, names, openDetails],
  )
  const details = rows.find(({ id }) => id === wanted)

  return (
    <div class="timeline-page" data-details={details !== undefined || undefined}>
      <TimelineBar
        words={words}
        shown={shown.length - (newRow === null ? 0 : 1)}
        all={rows.length}
        search={search}
        setSearch={setSearch}
        searchField={searchField}
        filter={filter}
        setFilter={setFilter}
        newFact={mayWrite ? () => newBelow(null) : null}
        toGrid={takeHand}
      />
      {selected.size > 0 && (
        <BulkBar
          words={words}
          count={selected.size}
          mayWrite={mayWrite}
          setPhase={phase => {
            const edits = rows
              .filter(({ id }) => selected.has(id))
              .flatMap(row => fieldEdit(row, 'phase', phase ?? undefined))
            if (edits.length > 0) sayRefusal(open.edit(edits))
          }}
          remove={() => deleteRows([...selected])}
          unselect={() => setSelected(new Set())}
        />
      )}
      {shown.length === 0 ? (
        <Empty
          words={words}
          isFiltered={rows.length > 0}
          mayWrite={mayWrite}
          newFact={() => newBelow(null)}
          clear={() => {
            setSearch('')
            setFilter('all')
            if (searchField.current !== null) searchField.current.value = ''
          }}
          paste={text => void pasteRows(text)}
        />
      ) : (
        <FactGrid
          rows={shown}
          all={rows.length}
          clock={clock}
          ground={gridGround}
          meaning={meaning}
          acts={acts}
          active={active}
          setActive={setActive}
          selected={selected}
          setSelected={setSelected}
          {...counts}
          mayWrite={mayWrite}
          activity={activity}
        />
      )}
      {asksNew && (
        <NewFactDialog
          rows={rows}
          frame={frame}
          close={id => {
            setAsksNew(false)
            if (id !== null) setActive({ row: id, column: 'time' })
          }}
        />
      )}
      {details !== undefined && (
        <FactDetails
          key={details.id}
          row={details}
          rows={rows}
          meaning={meaning}
          close={() => {
            openDetails(null)
            takeHand()
          }}
          renamed={id => {
            setActive({ row: id, column: 'time' })
            openDetails(id)
          }}
          remove={() => deleteRows([details.id])}
        />
      )}
    </div>
  )
}

function Empty({
  words,
  isFiltered,
  mayWrite,
  newFact,
  clear,
  paste,
}: {
  readonly words: ReturnType<typeof timelineWords>
  readonly isFiltered: boolean
  readonly mayWrite: boolean
  readonly newFact: () => void
  readonly clear: () => void
  readonly paste: (text: string) => void
}) {
  useEffect(() => {
    if (isFiltered || !mayWrite) return
    const onPaste = (event: ClipboardEvent) => {
      const target = event.target as HTMLElement
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (text.trim() !== '' && !target.closest('input, textarea, [contenteditable]')) paste(text)
    }
    addEventListener('paste', onPaste)
    return () => removeEventListener('paste', onPaste)
  }, [isFiltered, mayWrite, paste])
  return (
    <div class="timeline-none">
      <p>{isFiltered ? words.noneFits : words.none}</p>
      {isFiltered ? (
        <Button onClick={clear}>{words.clearFilter}</Button>
      ) : (
        mayWrite && (
          <Button look="strong" onClick={newFact}>
            {words.newRow}
          </Button>
        )
      )}
    </div>
  )
}
