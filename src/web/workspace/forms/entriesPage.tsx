import type { ComponentChildren } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { placeOf } from '../../../files/placeOf.js'
import { type FormSection, formWords } from '../../../words/workspace/forms.js'
import { placeAddress } from '../case/openPlace.js'
import { useCase } from '../case/useCase.js'
import type { WrittenEntry } from '../case/writtenCase.js'
import { showComments } from '../frame/side.js'
import { Button } from '../pieces/button.js'
import { Dialog } from '../pieces/dialog.js'
import { TextField } from '../pieces/field.js'
import { Menu } from '../pieces/menu.js'
import { here, navigate } from '../router/router.js'
import { EntryForm } from './entryForm.js'
import type { FormSpec } from './fieldSpec.js'
import { freshId, titleOf } from './names.js'
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
  const focus = new URLSearchParams(here.value.query).get('field')
  return (
    <div class="entries-page" data-chosen={entry === undefined ? undefined : ''}>
      <div class="entries-list">
        <header>
          <h1>{own.title}</h1>
          {open.mayWrite.value && <NewEntry {...props} />}
        </header>
        {entries.length === 0 && <p class="entries-none">{own.none}</p>}
        <ol>
          {entries.map((one, place) => (
            <EntryLink key={one.id} place={place + 1} entry={one} {...props} />
          ))}
        </ol>
      </div>
      <div class="entries-form">
        {entry === undefined ? (
          entries.length > 0 && <p class="entries-none">{words.chooseOne}</p>
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
    if ('refused' in edited) return
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
            <TextField label={own.newTitle} value={title} commit={setTitle} typed={setTitle} />
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
  const rename = (to: string) => {
    const edited = open.edit({ kind: 'rename', path: [section, entry.id], to: to.trim() })
    if ('done' in edited)
      navigate(placeAddress(open.id, { kind: 'entry', path: [section, to.trim()] }), { replace: true })
  }
  const remove = () => {
    open.edit({ kind: 'remove', path: [section, entry.id] })
    setAsking(false)
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
          label="⋯"
          title={words.more}
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
