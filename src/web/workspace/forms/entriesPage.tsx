import type { ComponentChildren } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { placeOf } from '../../../files/placeOf.js'
import { type FormSection, formWords } from '../../../words/workspace/forms.js'
import { placeAddress } from '../case/openPlace.js'
import { saidRefusal, sayRefusal } from '../case/refusal.js'
import { useCase } from '../case/useCase.js'
import type { WrittenEntry } from '../case/writtenCase.js'
import { showComments } from '../frame/side.js'
import { Button } from '../pieces/button.js'
import { isComposing } from '../pieces/composing.js'
import { Dialog } from '../pieces/dialog.js'
import { TextField } from '../pieces/field.js'
import { Menu } from '../pieces/menu.js'
import { say } from '../pieces/status.js'
import { here, navigate } from '../router/router.js'
import { EntryForm } from './entryForm.js'
import type { FormSpec } from './fieldSpec.js'
import { freshId, titleOf } from './names.js'
import { takeBack } from './takeBack.js'
import './forms.css'

/** How a page of entries differs from the others. */
export interface EntriesPageProps {
  readonly section: FormSection
  readonly spec: FormSpec
  /** The entry that the address names. */
  readonly chosen: string | undefined
  /** What a new entry holds besides what it is called. */
  readonly fresh: (title: string) => unknown
  /** What an entry is called in the list. */
  readonly called?: (entry: WrittenEntry) => string
  /** Said small below it in the list. */
  readonly note?: (entry: WrittenEntry) => ComponentChildren
  /** What stands in the form beside the fields. */
  readonly inside?: (entry: WrittenEntry) => ComponentChildren
}

/** Entries of a section as a list, and one of them as a form. */
export function EntriesPage(props: EntriesPageProps) {
  const { section, spec, chosen } = props
  const open = useCase()
  const language = open.language.value
  const words = formWords(language)
  const own = words.sections[section]
  const entries = open.written.value.entries(section)
  const entry = entries.find(({ id }) => id === chosen)
  const [wanted, setWanted] = useState('')
  const list = useRef<HTMLDivElement>(null)
  const shown = entries.flatMap((one, place) =>
    fits(`${one.id} ${calledOf(props, one, language)}`, wanted) ? [{ one, place: place + 1 }] : [],
  )
  // Whoever comes by an address sees in the list where they are.
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  const focus = new URLSearchParams(here.value.query).get('field')
  return (
    <div class="entries-page" data-chosen={entry === undefined ? undefined : ''}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows move between the links inside */}
      <div class="entries-list" ref={list} onKeyDown={moveInList}>
        <header>
          <h1>{own.title}</h1>
          {open.mayWrite.value && <NewEntry {...props} />}
        </header>
        {entries.length === 0 && <p class="entries-none">{own.none}</p>}
        {entries.length >= searchFrom && (
          <TextField
            label={words.search}
            labelHidden
            value={wanted}
            commit={setWanted}
            typed={setWanted}
            input={{ type: 'search', placeholder: words.search }}
          />
        )}
        {entries.length > 0 && shown.length === 0 && <p class="entries-none">{words.foundNone}</p>}
        <ol>
          {shown.map(({ one, place }) => (
            <EntryLink key={one.id} place={place} entry={one} {...props} />
          ))}
        </ol>
      </div>
      <div class="entries-form">
        {entry === undefined ? (
          entries.length > 0 && (
            <p class="entries-none entries-choose">
              {chosen === undefined ? words.chooseOne : words.noSuchEntry(chosen)}
            </p>
          )
        ) : (
          <>
            <EntryHead
              key={entry.id}
              section={section}
              entry={entry}
              called={calledOf(props, entry, language)}
            />
            <EntryForm key={`${entry.id} form`} section={section} entry={entry} spec={spec} focus={focus}>
              {props.inside?.(entry)}
            </EntryForm>
          </>
        )}
      </div>
    </div>
  )
}

/** A list of so many entries can be searched. */
const searchFrom = 12

function fits(text: string, wanted: string): boolean {
  const lower = text.toLowerCase()
  return wanted
    .toLowerCase()
    .split(/\s+/)
    .every(word => lower.includes(word))
}

/** Up and down go from one link of the list to the next, from the search as well. */
function moveInList(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0 || isComposing(event)) return
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('li a')]
  const at = links.indexOf(document.activeElement as HTMLElement)
  if (at < 0 && !(document.activeElement instanceof HTMLInputElement)) return
  event.preventDefault()
  if (at === 0 && step < 0) event.currentTarget.querySelector('input')?.focus()
  else links[at + step]?.focus()
}

function calledOf({ called }: EntriesPageProps, entry: WrittenEntry, language: 'ko' | 'en'): string {
  return called?.(entry) || titleOf(entry.value, language) || entry.id
}

function EntryLink(props: EntriesPageProps & { readonly entry: WrittenEntry; readonly place: number }) {
  const { section, chosen, entry, place, note } = props
  const open = useCase()
  const language = open.language.value
  const words = formWords(language)
  const problems = (open.result.value?.found ?? []).filter(
    ({ path }) => path[0] === section && path[1] === entry.id,
  ).length
  const comments = open.comments.value.filter(
    ({ anchor, resolved, replyTo }) =>
      !resolved &&
      replyTo === null &&
      anchor.kind === 'entry' &&
      anchor.path[0] === section &&
      anchor.path[1] === entry.id,
  ).length
  const writers = open.presence.others.value
    .filter(({ where }) => where?.path?.[0] === section && where.path[1] === entry.id)
    .map(({ name }) => name)
  return (
    <li>
      <a
        href={placeAddress(open.id, { kind: 'entry', path: [section, entry.id] })}
        aria-current={entry.id === chosen ? 'true' : undefined}
      >
        <span class="entry-number">{place}</span>
        <span class="entry-called">{calledOf(props, entry, language)}</span>
        <span class="entry-note">
          {note?.(entry)}
          {problems > 0 && <b data-problem>! {words.problems(problems)}</b>}
          {comments > 0 && (
            <span>
              {words.comment} {comments}
            </span>
          )}
          {writers.length > 0 && <span>{words.writtenBy(writers.join(', '))}</span>}
        </span>
      </a>
    </li>
  )
}

function NewEntry({ section, fresh }: EntriesPageProps) {
  const open = useCase()
  const language = open.language.value
  const words = formWords(language)
  const own = words.sections[section]
  const [asking, setAsking] = useState(false)
  const [title, setTitle] = useState('')
  const [refused, setRefused] = useState<string | null>(null)
  const create = () => {
    const called = title.trim()
    if (called === '') return
    const taken = new Set(
      open.written
        .peek()
        .entries(section)
        .map(({ id }) => id),
    )
    const id = freshId(called, section.replace(/s$/, ''), taken)
    const edited = open.edit({ kind: 'insert', path: [section, id], value: fresh(called) })
    if ('refused' in edited) return setRefused(saidRefusal(edited.refused))
    setRefused(null)
    setAsking(false)
    setTitle('')
    navigate(placeAddress(open.id, { kind: 'entry', path: [section, id] }))
  }
  return (
    <>
      <Button look="strong" size="small" onClick={() => setAsking(true)}>
        ＋ {own.add}
      </Button>
      {asking && (
        <Dialog title={own.add} close={() => setAsking(false)}>
          <form
            onSubmit={event => {
              event.preventDefault()
              create()
            }}
          >
            <TextField
              label={own.newTitle}
              error={refused}
              value={title}
              commit={setTitle}
              typed={setTitle}
            />
            <div class="form-acts">
              <Button type="submit" look="strong">
                {words.create}
              </Button>
              <Button onClick={() => setAsking(false)}>{words.cancel}</Button>
            </div>
          </form>
        </Dialog>
      )}
    </>
  )
}

function EntryHead({
  section,
  entry,
  called,
}: {
  readonly section: FormSection
  readonly entry: WrittenEntry
  readonly called: string
}) {
  const open = useCase()
  const words = formWords(open.language.value)
  const [asking, setAsking] = useState(false)
  const line = useMemo(() => lineOf(open.files.value, section, entry.id, open.reader), [open, section, entry])
  const [refused, setRefused] = useState<string | null>(null)
  const rename = (to: string) => {
    const edited = open.edit({ kind: 'rename', path: [section, entry.id], to: to.trim() })
    if ('refused' in edited) setRefused(saidRefusal(edited.refused))
    else navigate(placeAddress(open.id, { kind: 'entry', path: [section, to.trim()] }), { replace: true })
  }
  const remove = () => {
    setAsking(false)
    if (!sayRefusal(open.edit({ kind: 'remove', path: [section, entry.id] }))) return
    say(words.removed(called), { action: takeBack(open) })
    navigate(placeAddress(open.id, { kind: 'entry', path: [section] }))
  }
  return (
    <header class="entry-head">
      <a class="entry-back" href={placeAddress(open.id, { kind: 'entry', path: [section] })}>
        ← {words.back}
      </a>
      <h2>{called}</h2>
      <div class="entry-acts">
        {open.mayWrite.value ? (
          <details>
            <summary>
              {words.id} <code>{entry.id}</code>
            </summary>
            <TextField
              label={words.id}
              hint={words.idHint}
              error={refused}
              value={entry.id}
              commit={rename}
              input={{ spellcheck: false }}
            />
          </details>
        ) : (
          <code>{entry.id}</code>
        )}
        <Button
          look="quiet"
          size="small"
          onClick={() => showComments({ kind: 'entry', path: [section, entry.id] })}
        >
          {words.comment}
        </Button>
        <Menu
          label={<span aria-hidden="true">⋯</span>}
          title={words.acts}
          align="right"
          items={[
            {
              label: words.asText,
              act: () =>
                navigate(
                  placeAddress(open.id, {
                    kind: 'text',
                    file: entry.file,
                    ...(line === null ? {} : { line }),
                  }),
                ),
            },
            ...(open.mayWrite.value
              ? [{ label: words.remove, look: 'danger' as const, act: () => setAsking(true) }]
              : []),
          ]}
        />
      </div>
      {asking && (
        <Dialog title={words.remove} close={() => setAsking(false)}>
          <p>{words.removeAsk}</p>
          <div class="form-acts">
            <Button look="danger" onClick={remove}>
              {words.remove}
            </Button>
            <Button onClick={() => setAsking(false)}>{words.cancel}</Button>
          </div>
        </Dialog>
      )}
    </header>
  )
}

/** The line on which an entry begins, from 1. */
function lineOf(
  files: Parameters<typeof placeOf>[0],
  section: string,
  id: string,
  reader: Parameters<typeof placeOf>[2],
): number | null {
  const place = placeOf(files, [section, id], reader)
  const text = files.find(({ path }) => path === place?.file)?.text
  return place === null || place.key === null || typeof text !== 'string'
    ? null
    : text.slice(0, place.key.from).split('\n').length
}
