import type { CaseEdit } from '../../../../files/caseEdit.js'
import type { Draft } from '../../../../interop/draft.js'
import { factOf } from '../../../../interop/drafts/factOf.js'
import type { Language } from '../../../../model/case.js'
import type { WrittenCase } from '../../case/writtenCase.js'
import { withText } from '../../forms/bilingualText.js'
import type { FactRow } from './factRow.js'
import { listOf, mapOf, scalarOf } from './loose.js'

/** Sets a field of a fact, or takes it away where the value is undefined. None where it is so already. */
export function fieldEdit(row: FactRow, field: string, value: unknown): readonly CaseEdit[] {
  const path = ['facts', row.id, field]
  const isThere = Object.hasOwn(row.fact, field)
  if (value === undefined) return isThere ? [{ kind: 'remove', path }] : []
  if (isThere && JSON.stringify(row.fact[field]) === JSON.stringify(value)) return []
  return [{ kind: 'set', path, value }]
}

/** The text of a fact in the language of the page; a first text of a case in two languages is a map of both. */
export function factText(before: unknown, text: string, language: Language, written: WrittenCase): unknown {
  if (before === undefined || before === null) {
    const languages = listOf(mapOf(written.value.case).languages)
    return languages.length > 1 ? { [language]: text } : text
  }
  return withText(before, language, text, language)
}

/** A new fact, before it has a name. */
export interface NewFact {
  readonly at: string
  readonly atEpochMs: number
  readonly fact: Readonly<Record<string, unknown>>
}

/**
 * Puts facts into the case, each before the first that is later than it. Ids are made of the words and the time of day; those
 * that were made are given back.
 */
export function insertEdits(
  facts: readonly NewFact[],
  rows: readonly FactRow[],
): { readonly edits: readonly CaseEdit[]; readonly ids: readonly string[] } {
  const taken = new Set(rows.map(({ id }) => id))
  const edits: CaseEdit[] = []
  const ids: string[] = []
  for (const { at, atEpochMs, fact } of [...facts].sort((a, b) => a.atEpochMs - b.atEpochMs)) {
    const id = freshFactId(at, wordsOf(fact.text), taken)
    const later = rows.find(row => row.atEpochMs > atEpochMs)?.id
    const path = ['facts', id]
    const value = { at, ...fact }
    edits.push(
      taken.size === 0
        ? { kind: 'set', path, value }
        : { kind: 'insert', path, value, ...(later === undefined ? {} : { before: later }) },
    )
    taken.add(id)
    ids.push(id)
  }
  return { edits, ids }
}

/** English words make the id that everybody can type, where there are any. */
function wordsOf(text: unknown): string {
  if (typeof text === 'string') return text
  const texts = mapOf(text)
  return scalarOf(texts.en) || scalarOf(texts.ko)
}

/** The id of a fact by the rule that imports have too. */
export function freshFactId(at: string, words: string, taken: ReadonlySet<string>): string {
  const draft: Draft = {
    key: '',
    time: { fromEpochMs: 0, toEpochMs: 0, written: at, at },
    text: words.trim() === '' ? 'fact' : words,
    flags: [],
    origin: { format: 'paste', place: '', original: '' },
  }
  return factOf(draft, { facts: taken, sources: new Set() })?.id ?? 'fact'
}

/** A source for a link, and its id: the one that has the same address already, or a new one named after its host. */
export function linkSource(
  url: string,
  written: WrittenCase,
  taken: ReadonlySet<string>,
): { readonly id: string; readonly edits: readonly CaseEdit[] } {
  const known = written.entries('sources').find(({ value }) => mapOf(value).url === url)
  if (known !== undefined) return { id: known.id, edits: [] }
  const { host, title } = namesOf(url)
  const id = freeId(host, taken)
  return {
    id,
    edits: [{ kind: 'set', path: ['sources', id], value: { title, url } }],
  }
}

/** A source for a file under `evidence/`. */
export function fileSource(
  path: string,
  taken: ReadonlySet<string>,
): { readonly id: string; readonly edits: readonly CaseEdit[] } {
  const name = path.split('/').at(-1) ?? path
  const id = freeId(name.replace(/\.[^.]*$/, ''), taken)
  return {
    id,
    edits: [{ kind: 'set', path: ['sources', id], value: { title: name, file: path, kind: 'primary' } }],
  }
}

function namesOf(url: string): { readonly host: string; readonly title: string } {
  try {
    const { hostname, pathname } = new URL(url)
    const host = hostname.replace(/^www\./, '')
    return {
      host: host.split('.').slice(0, -1).join('-') || host,
      title: `${host}${pathname === '/' ? '' : pathname}`,
    }
  } catch {
    return { host: 'link', title: url }
  }
}

function freeId(name: string, taken: ReadonlySet<string>): string {
  const plain = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{Nd}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
  const base = /^\p{L}/u.test(plain) ? plain : `source-${plain}`.replace(/-$/, '')
  if (!taken.has(base)) return base
  for (let number = 2; ; number++) if (!taken.has(`${base}-${number}`)) return `${base}-${number}`
}

/** Whether a text is an address of the web, and nothing else. */
export function isLink(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text.trim())
}
