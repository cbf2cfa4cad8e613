// biome-ignore-all lint/a11y/useSemanticElements: rows that are drawn only where they are seen can be no table
// biome-ignore-all lint/a11y/useFocusableInteractive: the text field in the active cell has the focus
// biome-ignore-all lint/a11y/useAriaPropsSupportedByRole: grid cells and row headers both have a column
// biome-ignore-all lint/a11y/noStaticElementInteractions: cells are grid cells
import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Language } from '../../../../model/case.js'
import type { TimelineWords } from '../../../../words/workspace/timeline.js'
import { memo } from '../../pieces/memo.js'
import { type Column, columns } from './columns.js'
import type { FactRow } from './factRow.js'
import type { ShownTime } from './factTimes.js'
import { listOf, mapOf, scalarOf, textOf } from './loose.js'
import type { ModelSays } from './modelSays.js'
import { statesOf } from './typedStates.js'

/** What the rows of a table are drawn with; one object for all rows, another one when something of it changes. */
export interface RowGround {
  readonly language: Language
  readonly words: TimelineWords
  /** Languages that the report is written in. */
  readonly languages: readonly string[]
  /** What a component, or a source, is called. */
  readonly componentTitle: (id: string) => string
  readonly sourceTitle: (id: string) => string | null
  /** Rows are cards, which are written in their details. */
  readonly isNarrow: boolean
  readonly press: (row: string, column: Column, event: MouseEvent) => void
  readonly toggle: (row: string, isRange: boolean) => void
  readonly openDetails: (row: string) => void
  readonly openComments: (row: string) => void
  readonly measure: (key: string, element: HTMLElement | null) => void
  readonly dropped: (row: string, files: readonly File[]) => void
}

/** One fact of the table. */
export interface FactGridRowProps {
  readonly ground: RowGround
  readonly row: FactRow
  readonly place: number
  readonly topPx: number
  /** Said above the first row of a day. */
  readonly day: string | null
  readonly time: ShownTime
  readonly says: ModelSays | null
  readonly comments: number
  readonly problems: number
  readonly selected: boolean
  /** The column of the active cell, and what is in it. */
  readonly active: Column | null
  readonly hand: ComponentChildren
  readonly isNew: boolean
  /** Who else is in this row. */
  readonly person: string | null
  readonly personColour: string | null
  readonly personWrites: boolean
}

export const FactGridRow = memo(function FactGridRow(props: FactGridRowProps) {
  const { ground, row, place, topPx, day, active, hand, selected, isNew } = props
  const element = useRef<HTMLDivElement>(null)
  const { words } = ground
  useLayoutEffect(() => {
    ground.measure(row.id, element.current)
    return () => ground.measure(row.id, null)
  }, [row.id, ground])
  return (
    <div
      ref={element}
      role="row"
      class="fact-row"
      aria-rowindex={place + 2}
      aria-selected={selected}
      data-active={active !== null || undefined}
      data-new={isNew || undefined}
      data-wrong={props.problems > 0 || undefined}
      style={{ top: `${topPx}px`, '--person': props.personColour ?? 'transparent' } as Record<string, string>}
      onDragOver={event => {
        if (![...(event.dataTransfer?.types ?? [])].includes('Files')) return
        event.preventDefault()
        element.current?.setAttribute('data-over', '')
      }}
      onDragLeave={() => element.current?.removeAttribute('data-over')}
      onDrop={event => {
        const files = [...(event.dataTransfer?.files ?? [])]
        element.current?.removeAttribute('data-over')
        if (files.length === 0) return
        event.preventDefault()
        ground.dropped(row.id, files)
      }}
    >
      {day !== null && (
        <div class="fact-day" role="presentation">
          <span>{day}</span>
        </div>
      )}
      {columns.map((column, number) => (
        <div
          key={column}
          role={column === 'time' ? 'rowheader' : 'gridcell'}
          aria-colindex={number + 1}
          class={`fact-cell fact-${column}`}
          data-active={column === active || undefined}
          onMouseDown={event => ground.press(row.id, column, event)}
        >
          <Cell {...props} column={column} />
          {column === 'text' && props.person !== null && (
            <span class="fact-person" data-writes={props.personWrites || undefined}>
              {props.personWrites ? words.editing(props.person) : props.person}
            </span>
          )}
          {column === active && hand}
        </div>
      ))}
    </div>
  )
})

function Cell({ column, ...props }: FactGridRowProps & { readonly column: Column }) {
  const { ground, row, time, says, comments, isNew } = props
  const { words, language } = ground
  const { fact } = row
  switch (column) {
    case 'select':
      return isNew ? null : (
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={words.select}
          checked={props.selected}
          onClick={event => {
            event.stopPropagation()
            ground.toggle(row.id, event.shiftKey)
          }}
        />
      )
    case 'time':
      return (
        <>
          <span class="time-main" data-unread={row.time === null || undefined}>
            {time.main || (isNew ? <span class="cell-ghost">{words.columns.time}</span> : '')}
          </span>{' '}
          <span class="time-precision">{time.precision}</span>
        </>
      )
    case 'text':
      return <TextCell {...props} />
    case 'states':
      return (
        <span class="chips">
          {statesOf(fact).map(({ component, state, holds }) => (
            <span
              key={`${component}${holds}`}
              class="state-chip"
              data-state={typeof state === 'number' ? 'number' : state}
              data-holds={holds || undefined}
              title={`${component}: ${state} · ${holds ? words.holds : words.begins}`}
            >
              {ground.componentTitle(component)}{' '}
              <b>
                <span aria-hidden="true">{signOf(state)}</span>
                {words.states[String(state)] ?? state}
              </b>
            </span>
          ))}
        </span>
      )
    case 'model':
      return says === null ? null : (
        <span class="model-says" data-look={says.look}>
          <span aria-hidden="true">{says.sign} </span>
          {says.word} <span class="model-by">{says.by}</span>
        </span>
      )
    case 'sources': {
      const sources = listOf(fact.sources)
      const [first, ...more] = sources
      const count = more.length + listOf(fact.evidence).length
      const named = sources.map(id => ground.sourceTitle(id) ?? id).join(', ')
      return first === undefined && count === 0 ? null : (
        <span class="source-line" title={named}>
          {first !== undefined && <span class="source-chip">{ground.sourceTitle(first) ?? first}</span>}
          {count > 0 && <span class="src">+{count}</span>}
        </span>
      )
    }
    case 'phase': {
      const phase = scalarOf(fact.phase)
      return <span>{words.phases[phase] ?? phase}</span>
    }
    case 'claimant': {
      const claimant = textOf(fact['claimed-by'], language).text
      return claimant === '' ? null : <span class="claimant">{claimant}</span>
    }
    case 'comments':
      return (
        <button
          type="button"
          tabIndex={-1}
          class="comment-count"
          data-none={comments === 0 || undefined}
          title={words.comments(comments)}
          onClick={() => ground.openComments(row.id)}
        >
          <span aria-hidden="true">✎</span> {comments > 0 && comments}
          <span class="vh"> {words.columns.comments}</span>
        </button>
      )
  }
}

function TextCell({ ground, row, isNew, problems }: FactGridRowProps) {
  const { words, language } = ground
  const { text, missing, both } = textOf(row.fact.text, language)
  const other = language === 'ko' ? 'en' : 'ko'
  const lacks = missing
    ? language
    : !both && text !== '' && ground.languages.includes(other) && scalarOf(mapOf(row.fact.text)[other]) === ''
      ? other
      : null
  const { visibility } = row.fact
  return (
    <>
      <span class="fact-words" data-other={missing || undefined}>
        {text || (isNew ? <span class="cell-ghost">{words.columns.text}</span> : '')}
      </span>
      {problems > 0 && (
        <span class="tag tag-wrong">
          <span aria-hidden="true">△</span> {words.filters.wrong}
        </span>
      )}
      {lacks !== null && <span class="tag">{words.missing[lacks]}</span>}
      {visibility !== undefined && visibility !== 'public' && (
        <span class="tag tag-withheld">{words.filters.withheld}</span>
      )}
      {isNew && (
        <span class="tag">{row.at === '' ? words.needsTime : text === '' ? words.needsText : ''}</span>
      )}
      {!isNew && (
        <button
          type="button"
          class="fact-open"
          tabIndex={ground.isNarrow ? 0 : -1}
          aria-label={`${words.openDetails}: ${row.id}`}
          title={words.openDetails}
          onClick={() => ground.openDetails(row.id)}
        >
          <span aria-hidden="true">⤢</span>
        </button>
      )}
    </>
  )
}

function signOf(state: string | number): string {
  if (state === 'down') return '✕ '
  if (state === 'impaired') return '◐ '
  return ''
}
