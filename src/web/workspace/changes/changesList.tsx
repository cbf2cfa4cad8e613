import { useEffect, useState } from 'preact/hooks'
import { inlineText } from '../../../files/editedText.js'
import type { CasePath } from '../../../model/problem.js'
import { type HistoryWords, historyWords } from '../../../words/workspace/history.js'
import type { AnswerOf } from '../api/routes.js'
import { placeAddress } from '../case/openPlace.js'
import { useCase } from '../case/useCase.js'
import { titleOf } from '../forms/names.js'
import { api, language } from '../session/session.js'
import './changes.css'

type Changes = AnswerOf<'get', '/api/cases/{case}/changes'>
type Entry = Changes['entries'][number]

/** What changed in a case between two revisions, entry by entry and paragraph by paragraph. */
export function ChangesList({ from, to }: { readonly from: number; readonly to?: number }) {
  const open = useCase()
  const words = historyWords(language.value)
  const [changes, setChanges] = useState<Changes | string | null>(null)
  useEffect(() => {
    let current = true
    void api
      .ask('get', '/api/cases/{case}/changes', {
        params: { case: open.id },
        query: { from, ...(to === undefined ? {} : { to }) },
      })
      .then(asked => {
        if (current)
          setChanges('refused' in asked ? asked.refused.message || asked.refused.code : asked.given)
      })
    return () => {
      current = false
    }
  }, [open, from, to])
  if (changes === null) return null
  if (typeof changes === 'string') return <p class="field-error">{changes}</p>
  const { entries, paragraphs, files } = changes
  if (entries.length === 0 && paragraphs.length === 0) {
    return <p class="quiet">{files.length === 0 ? words.nothing : words.onlyFiles(files.join(', '))}</p>
  }
  return (
    <ul class="changes">
      {entries.map(entry => (
        <li key={`${entry.section}/${entry.id}/${entry.kind}`}>
          <EntryLine entry={entry} />
        </li>
      ))}
      {paragraphs.map((paragraph, place) => (
        <li key={`paragraph ${place}`}>
          <p>
            <Kind kind={paragraph.kind} words={words} /> {words.sections.narrative} {paragraph.language}
            {paragraph.heading !== '' && ` · ${paragraph.heading}`}
          </p>
          <BeforeAfter before={paragraph.before} after={paragraph.after} />
        </li>
      ))}
    </ul>
  )
}

function EntryLine({ entry }: { readonly entry: Entry }) {
  const open = useCase()
  const words = historyWords(language.value)
  const { section, id, kind, from, fields, before, after } = entry
  const named = titleOf(after ?? before, language.value)
  const label = words.sections[section as keyof HistoryWords['sections']] ?? section
  const path: CasePath = [section, id]
  return (
    <>
      <p>
        <Kind kind={kind} words={words} /> {label}{' '}
        {kind === 'removed' || id === '' ? (
          <b>{named || id}</b>
        ) : (
          <a href={placeAddress(open.id, { kind: 'entry', path })}>
            <b>{named || id}</b>
          </a>
        )}{' '}
        <code>{from === undefined ? id : `${from} → ${id}`}</code>
      </p>
      {kind === 'changed' &&
        fields.map(field => (
          <div key={field} class="changed-field">
            <code>{field}</code>
            <BeforeAfter before={textAt(before, field)} after={textAt(after, field)} />
          </div>
        ))}
    </>
  )
}

function Kind({ kind, words }: { readonly kind: Entry['kind']; readonly words: HistoryWords }) {
  return (
    <span class="change-kind" data-kind={kind}>
      {words.kinds[kind]}
    </span>
  )
}

function BeforeAfter({ before, after }: { readonly before: string | null; readonly after: string | null }) {
  return (
    <div class="before-after">
      {before !== null && <del>{before}</del>}
      {after !== null && <ins>{after}</ins>}
    </div>
  )
}

/** The value at `text.ko` within an entry, as it is written; null where there is none. */
function textAt(entry: unknown, field: string): string | null {
  let value: unknown = entry
  const parts = field.split('.')
  while (parts.length > 0 && typeof value === 'object' && value !== null) {
    const map = value as Readonly<Record<string, unknown>>
    // Ids of components have dots of their own.
    const length = parts.findIndex((_, end) => Object.hasOwn(map, parts.slice(0, end + 1).join('.')))
    if (length < 0) return null
    value = map[parts.splice(0, length + 1).join('.')]
  }
  if (value === undefined || parts.length > 0) return null
  return typeof value === 'string' ? value : inlineText(value)
}
