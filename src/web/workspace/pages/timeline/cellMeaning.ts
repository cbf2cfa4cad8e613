import type { CaseEdit } from '../../../../files/caseEdit.js'
import type { Language } from '../../../../model/case.js'
import type { TimelineWords } from '../../../../words/workspace/timeline.js'
import type { OpenCase } from '../../case/openCase.js'
import { saidRefusal } from '../../case/refusal.js'
import type { Choice } from '../../pieces/combobox.js'
import { fitting } from '../../pieces/combobox.js'
import type { Column } from './columns.js'
import { factText, fieldEdit, insertEdits, isLink, linkSource } from './factEdits.js'
import { type FactRow, rowOf, type TimeFrame } from './factRow.js'
import { understandTime } from './factTimes.js'
import type { CellHint, CellMeaning, Committed, Completion } from './gridTypes.js'
import { listOf, mapOf, scalarOf, textOf } from './loose.js'
import {
  fieldsOf,
  type NamedComponent,
  printStates,
  readStates,
  type StatesProblem,
  statesOf,
} from './typedStates.js'

/** What the meaning of cells rests on, as it is at the moment. */
export interface MeaningGround {
  readonly open: OpenCase
  readonly frame: TimeFrame
  readonly language: Language
  readonly words: TimelineWords
  /** All facts in order of time. */
  readonly rows: readonly FactRow[]
  /** The id of the row that is not in the case yet, and how to keep what is typed into it. */
  readonly newRowId: string
  readonly keepNew: (fact: Readonly<Record<string, unknown>> | null) => void
  /** UTC milliseconds of the row above a row, for clocks without a day. */
  readonly previousOf: (row: FactRow) => number | null
}

/** What the cells of the timeline mean: as what text each is edited, and what a text changes in the case. */
export function cellMeaning(ground: () => MeaningGround): CellMeaning {
  return {
    editedText: (row, column) => editedText(ground(), row, column),
    commit: (row, column, text) => commit(ground(), row, column, text),
    hint: (row, column, text) => hint(ground(), row, column, text),
    complete: (row, column, text, caret) => complete(ground(), row, column, text, caret),
  }
}

function editedText({ language, words }: MeaningGround, { fact, at }: FactRow, column: Column): string {
  switch (column) {
    case 'time':
      return at
    case 'text':
      return textOf(fact.text, language).text
    case 'states':
      return printStates(statesOf(fact), words.still)
    case 'sources':
      return listOf(fact.sources).join(', ')
    case 'phase': {
      const phase = scalarOf(fact.phase)
      return words.phases[phase] ?? phase
    }
    case 'claimant':
      return textOf(fact['claimed-by'], language).text
    default:
      return ''
  }
}

/** The fields of a fact that a text in a cell stands for, and edits that these need besides; or why it means nothing. */
type Meant =
  | { readonly fields: Readonly<Record<string, unknown>>; readonly besides?: readonly CaseEdit[] }
  | { readonly error: string }

function meant(ground: MeaningGround, row: FactRow, column: Column, text: string): Meant {
  const { open, frame, language, words } = ground
  const plain = text.trim()
  switch (column) {
    case 'time': {
      const read = understandTime(plain, frame, contextOf(ground, row), language)
      return 'at' in read ? { fields: { at: read.at } } : { error: read.problem }
    }
    case 'text': {
      if (plain === '') return { fields: {} }
      return { fields: { text: factText(row.fact.text, plain, language, open.written.peek()) } }
    }
    case 'states': {
      const read = readStates(plain, componentsOf(open))
      return 'problem' in read ? { error: statesProblem(read.problem, words) } : { fields: fieldsOf(read) }
    }
    case 'sources':
      return meantSources(ground, plain)
    case 'phase': {
      if (plain === '') return { fields: { phase: undefined } }
      const phase = phaseOf(plain, words)
      return phase === null ? { fields: {} } : { fields: { phase } }
    }
    case 'claimant': {
      const before = row.fact['claimed-by']
      const value =
        plain === ''
          ? undefined
          : before === undefined
            ? plain
            : factText(before, plain, language, open.written.peek())
      return { fields: { 'claimed-by': value } }
    }
    default:
      return { fields: {} }
  }
}

function meantSources({ open, words, language }: MeaningGround, text: string): Meant {
  const written = open.written.peek()
  const known = written.entries('sources')
  const taken = new Set(known.map(({ id }) => id))
  const besides: CaseEdit[] = []
  const ids: string[] = []
  for (const token of text.match(/https?:\/\/\S+|[^,\s]+/g) ?? []) {
    if (isLink(token)) {
      const { id, edits } = linkSource(token, written, taken)
      taken.add(id)
      besides.push(...edits)
      ids.push(id)
      continue
    }
    const found = known.find(
      ({ id, value }) => id === token || textOf(mapOf(value).title, language).text === token,
    )
    if (found === undefined) return { error: words.noSource(token) }
    ids.push(found.id)
  }
  const unique = [...new Set(ids)]
  return { fields: { sources: unique.length === 0 ? undefined : unique }, besides }
}

function commit(ground: MeaningGround, row: FactRow, column: Column, text: string): Committed {
  // What was opened and left as it was changes nothing, though it could be written otherwise.
  if (text === editedText(ground, row, column)) return { row: row.id }
  if (column === 'time' && text.trim() === '') return { row: row.id }
  const read = meant(ground, row, column, text)
  if ('error' in read) return read
  const { open } = ground
  const { fields, besides = [] } = read
  if (row.id === ground.newRowId) return commitNew(ground, row, fields, besides)
  const edits = [
    ...besides,
    ...Object.entries(fields).flatMap(([field, value]) => fieldEdit(row, field, value)),
  ]
  if (edits.length === 0) return { row: row.id }
  const made = open.edit(edits)
  return 'refused' in made ? { error: saidRefusal(made.refused) } : { row: row.id }
}

/** A fact that is not in the case yet goes there when it has a time and a text. */
function commitNew(
  ground: MeaningGround,
  row: FactRow,
  fields: Readonly<Record<string, unknown>>,
  besides: readonly CaseEdit[],
): Committed {
  const { open, frame, rows, keepNew } = ground
  const fact = Object.fromEntries(
    Object.entries({ ...row.fact, ...fields }).filter(([, value]) => value !== undefined),
  )
  if (besides.length > 0) open.edit(besides)
  const { at, ...rest } = fact
  if (typeof at !== 'string' || rest.text === undefined) {
    keepNew(fact)
    return { row: row.id }
  }
  const { atEpochMs } = rowOf('', { at }, frame)
  const { edits, ids } = insertEdits([{ at, atEpochMs, fact: rest }], rows)
  const made = open.edit(edits)
  if ('refused' in made) return { error: saidRefusal(made.refused) }
  keepNew(null)
  return { row: ids[0] ?? row.id }
}

function hint(ground: MeaningGround, row: FactRow, column: Column, text: string): CellHint | null {
  const { frame, language, words } = ground
  if (column === 'time') {
    if (text.trim() === '') return { text: words.timeHint, look: 'quiet' }
    const read = understandTime(text, frame, contextOf(ground, row), language)
    if ('at' in read) {
      const note = read.note === '' ? '' : ` · ${read.note}`
      return { text: words.understood(read.said) + note, look: 'understood' }
    }
    return {
      text: read.problem,
      look: 'wrong',
      ...(read.suggestion === null ? {} : { suggestion: read.suggestion }),
    }
  }
  return null
}

function contextOf({ previousOf, frame }: MeaningGround, row: FactRow) {
  return {
    startEpochMs: row.startEpochMs || (frame.starts.get('main') ?? 0),
    previousEpochMs: previousOf(row),
  }
}

function complete(
  { open, words, language, rows }: MeaningGround,
  _row: FactRow,
  column: Column,
  text: string,
  caret: number,
): Completion | null {
  const part = partAt(text, caret)
  switch (column) {
    case 'phase': {
      const all = Object.entries(words.phases).map(([note, value]): Choice => ({ value, note }))
      const isWhole = text === '' || all.some(({ value }) => value === text)
      const choices = isWhole
        ? all
        : all.filter(choice => `${choice.value} ${choice.note}`.toLowerCase().includes(text.toLowerCase()))
      return { from: 0, to: text.length, choices, after: '' }
    }
    case 'states':
      return completeStates(open, words, language, part)
    case 'sources': {
      const choices = open.written
        .peek()
        .entries('sources')
        .map(
          ({ id, value }): Choice => ({
            value: id,
            label: textOf(mapOf(value).title, language).text || id,
            note: id,
          }),
        )
      return { from: part.from, to: part.to, choices: fitting(choices, part.text).slice(0, 12), after: ', ' }
    }
    case 'claimant': {
      if (text.trim() === '') return null
      const known = [...new Set(rows.map(({ fact }) => textOf(fact['claimed-by'], language).text))].filter(
        Boolean,
      )
      const choices = fitting(
        known.map(value => ({ value })),
        text,
      ).filter(({ value }) => value !== text)
      return choices.length === 0 ? null : { from: 0, to: text.length, choices, after: '' }
    }
    default:
      return null
  }
}

/** First the component, then its state. */
function completeStates(
  open: OpenCase,
  words: TimelineWords,
  language: Language,
  part: { readonly from: number; readonly to: number; readonly text: string },
): Completion | null {
  const split = /^((?:(?:still|그대로)\s+)?)(.*?)(?:\s*[:=]\s*(.*))?$/i.exec(part.text)
  const [, still = '', name = '', state] = split ?? []
  const components = componentsOf(open)
  if (state !== undefined) {
    const choices = Object.entries(words.states).map(([value, label]) => ({ value, label }))
    const wanted = fitting(choices, state)
    const from = part.to - state.length
    if (wanted.some(({ value }) => value === state)) return null
    return { from, to: part.to, choices: wanted, after: ', ' }
  }
  const choices = components.map(({ id, titles }): Choice => {
    const label = titles[language === 'ko' ? 0 : titles.length - 1] ?? id
    return { value: id, label, note: id }
  })
  const from = part.from + still.length
  return { from, to: part.to, choices: fitting(choices, name).slice(0, 12), after: ': ' }
}

/** The part between commas in which the caret is. */
function partAt(text: string, caret: number) {
  const before = text.lastIndexOf(',', caret - 1) + 1
  const after = text.indexOf(',', caret)
  const to = after < 0 ? text.length : after
  const lead = /^\s*/.exec(text.slice(before, to))?.[0].length ?? 0
  return { from: before + lead, to, text: text.slice(before + lead, to) }
}

/** Components by id and title, Korean first. */
export function componentsOf(open: OpenCase): readonly NamedComponent[] {
  return open.written
    .peek()
    .entries('components')
    .map(({ id, value }) => {
      const { title } = mapOf(value)
      const titles = [textOf(title, 'ko').text, textOf(title, 'en').text].filter(text => text !== '')
      return { id, titles }
    })
}

function phaseOf(text: string, words: TimelineWords): string | null {
  const wanted = text.toLowerCase()
  const found = Object.entries(words.phases).find(
    ([phase, label]) => phase === wanted || label.toLowerCase() === wanted,
  )
  return (
    found?.[0] ??
    Object.entries(words.phases).find(
      ([phase, label]) => phase.startsWith(wanted) || label.startsWith(text),
    )?.[0] ??
    null
  )
}

function statesProblem(problem: StatesProblem, words: TimelineWords): string {
  if (problem.code === 'no-state') return words.noState(problem.text)
  const said = words.noComponent(problem.name)
  return problem.suggestion === null ? said : `${said} ${words.suggestion(problem.suggestion)}`
}
