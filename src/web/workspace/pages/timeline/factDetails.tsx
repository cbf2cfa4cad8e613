import { useEffect, useRef, useState } from 'preact/hooks'
import type { Anchor } from '../../../../api/review.js'
import { placeOf } from '../../../../files/placeOf.js'
import { timelineWords } from '../../../../words/workspace/timeline.js'
import { addressOf } from '../../api/api.js'
import { placeAddress } from '../../case/openPlace.js'
import { saidRefusal, sayRefusal } from '../../case/refusal.js'
import { useCase } from '../../case/useCase.js'
import { BilingualField } from '../../forms/bilingualField.js'
import { choicesOf } from '../../forms/names.js'
import { VisibilityField } from '../../forms/visibilityField.js'
import { showComments } from '../../frame/side.js'
import { Button } from '../../pieces/button.js'
import { NamesField } from '../../pieces/combobox.js'
import { SelectField, TextField } from '../../pieces/field.js'
import { here } from '../../router/router.js'
import { addEvidence } from './evidence.js'
import { fieldEdit, isLink, linkSource } from './factEdits.js'
import type { FactRow } from './factRow.js'
import type { CellMeaning } from './gridTypes.js'
import { listOf, mapOf, scalarOf, textOf } from './loose.js'
import { StatesField } from './statesField.js'
import { TimeField } from './timeField.js'
import { statesOf } from './typedStates.js'
import './factDetails.css'

/** Everything of one fact, as a form beside the table. */
export function FactDetails({
  row,
  rows,
  meaning,
  close,
  renamed,
  remove,
}: {
  readonly row: FactRow
  readonly rows: readonly FactRow[]
  readonly meaning: CellMeaning
  readonly close: () => void
  readonly renamed: (id: string) => void
  readonly remove: () => void
}) {
  const open = useCase()
  const language = open.language.value
  const words = timelineWords(language)
  const written = open.written.value
  const readOnly = !open.mayWrite.value
  const { fact, id } = row
  const panel = useRef<HTMLElement>(null)
  const file = useRef<HTMLInputElement>(null)
  const [idRefused, setIdRefused] = useState<string | null>(null)
  const set = (field: string, value: unknown) => {
    const edits = fieldEdit(row, field, value)
    if (edits.length > 0) sayRefusal(open.edit(edits))
  }
  const { query } = here.value
  useEffect(() => {
    const [field] = (new URLSearchParams(query).get('field') ?? '').split('.')
    const at = field === '' ? null : panel.current?.querySelector<HTMLElement>(`[data-field="${field}"]`)
    const target = at?.querySelector<HTMLElement>('input, textarea, select') ?? panel.current
    target?.focus()
  }, [query])

  const found = (open.result.value?.found ?? []).filter(({ path }) => path[0] === 'facts' && path[1] === id)
  const sources = listOf(fact.sources)
  const scenarios = written.entries('scenarios')
  const evidence = listOf(fact.evidence)
  const attachments = open.attachments.value.map(({ path }) => ({ value: path }))
  const entry: Anchor = { kind: 'entry', path: ['facts', id] }
  return (
    <aside
      ref={panel}
      class="fact-details"
      tabIndex={-1}
      aria-label={`${words.details}: ${id}`}
      onKeyDown={event => {
        if (event.key === 'Escape' && !event.defaultPrevented) close()
      }}
    >
      <header>
        <h2>{words.details}</h2>
        <Button look="quiet" aria-label={words.closeDetails} onClick={close}>
          <span aria-hidden="true">✕</span>
        </Button>
      </header>
      {found.length > 0 && (
        <ul class="diagnostic-list">
          {found.map(({ code, line, column, severity, what, todo }) => (
            <li key={`${code}${line}:${column}`} data-severity={severity}>
              <b>{what}</b> <span class="diagnostic-todo">{todo}</span>
            </li>
          ))}
        </ul>
      )}
      <div data-field="at">
        <TimeField label={words.fields.at} row={row} meaning={meaning} readOnly={readOnly} />
      </div>
      <div data-field="text">
        <BilingualField
          label={words.fields.text}
          value={fact.text}
          commit={text => {
            if (text !== undefined) set('text', text)
          }}
          several
        />
      </div>
      <div data-field="changes">
        <StatesField
          words={words}
          states={statesOf(fact)}
          choices={choicesOf(written, 'components', language)}
          readOnly={readOnly}
          commit={({ changes, shows }) => {
            const edits = [...fieldEdit(row, 'changes', changes), ...fieldEdit(row, 'shows', shows)]
            if (edits.length > 0) sayRefusal(open.edit(edits))
          }}
        />
      </div>
      <div data-field="phase">
        <SelectField
          label={words.fields.phase}
          value={scalarOf(fact.phase)}
          choose={phase => set('phase', phase === '' ? undefined : phase)}
          choices={[
            { value: '', label: words.noPhase },
            ...Object.entries(words.phases).map(([value, label]) => ({ value, label })),
          ]}
          disabled={readOnly}
        />
      </div>
      <div data-field="sources">
        <NamesField
          label={words.fields.sources}
          names={sources}
          choices={choicesOf(written, 'sources', language)}
          free
          readOnly={readOnly}
          placeholder={words.fields.link}
          commit={next => {
            const known = new Set(written.entries('sources').map(source => source.id))
            const links = next.filter(name => isLink(name)).map(url => linkSource(url, written, known))
            const kept = next.filter(name => !isLink(name) && (known.has(name) || sources.includes(name)))
            const all = [...new Set([...kept, ...links.map(link => link.id)])]
            const edits = [
              ...links.flatMap(link => link.edits),
              ...fieldEdit(row, 'sources', all.length === 0 ? undefined : all),
            ]
            if (edits.length > 0) sayRefusal(open.edit(edits))
          }}
        />
        <SourceAddresses ids={sources} />
        {!readOnly && (
          <p>
            <Button size="small" onClick={() => file.current?.click()}>
              {words.fields.addFile}
            </Button>
            <input
              ref={file}
              type="file"
              multiple
              hidden
              onChange={event => {
                const files = [...(event.currentTarget.files ?? [])]
                event.currentTarget.value = ''
                if (files.length > 0) void addEvidence(open, id, files, words)
              }}
            />
          </p>
        )}
      </div>
      <div data-field="claimed-by">
        <BilingualField
          label={words.fields.claimedBy}
          hint={words.fields.claimedByHint}
          value={fact['claimed-by']}
          commit={text => set('claimed-by', text)}
        />
      </div>
      <div data-field="disputes">
        <NamesField
          label={words.fields.disputes}
          hint={words.fields.disputesHint}
          names={listOf(fact.disputes)}
          choices={rows
            .filter(other => other.id !== id)
            .map(other => ({
              value: other.id,
              label: `${other.at} ${textOf(other.fact.text, language).text}`.slice(0, 90),
              note: other.id,
            }))}
          readOnly={readOnly}
          commit={next => set('disputes', next.length === 0 ? undefined : next)}
        />
      </div>
      {(evidence.length > 0 || attachments.length > 0) && (
        <div data-field="evidence">
          <NamesField
            label={words.fields.evidence}
            names={evidence}
            choices={attachments}
            readOnly={readOnly}
            commit={next => set('evidence', next.length === 0 ? undefined : next)}
          />
        </div>
      )}
      {scenarios.length > 0 && (
        <div data-field="scenario">
          <SelectField
            label={words.fields.scenario}
            value={scalarOf(fact.scenario)}
            disabled={readOnly}
            choose={next => set('scenario', next === '' ? undefined : next)}
            choices={[
              { value: '', label: words.fields.mainScenario },
              ...scenarios.map(({ id: value, value: scenario }) => ({
                value,
                label: textOf(mapOf(scenario).title, language).text || value,
              })),
            ]}
          />
        </div>
      )}
      <div data-field="visibility">
        <VisibilityField value={fact.visibility} commit={visibility => set('visibility', visibility)} />
      </div>
      <TextField
        label={words.fields.id}
        hint={words.fields.idHint}
        error={idRefused}
        value={id}
        input={{ readOnly, spellcheck: false, autoComplete: 'off' }}
        commit={next => {
          const made = open.edit({ kind: 'rename', path: ['facts', id], to: next.trim() })
          if ('refused' in made) setIdRefused(saidRefusal(made.refused))
          else renamed(next.trim())
        }}
      />
      <div class="fact-details-foot">
        <Button size="small" onClick={() => showComments(entry)}>
          {words.columns.comments}
        </Button>
        <a class="button" data-size="small" data-look="quiet" href={placeAddress(open.id, textPlace())}>
          {words.asText}
        </a>
        {!readOnly && (
          <Button size="small" look="danger" onClick={remove}>
            {words.delete}
          </Button>
        )}
      </div>
    </aside>
  )

  /** Where the fact stands in its file. */
  function textPlace() {
    const files = open.files.value
    const place = placeOf(files, ['facts', id], open.reader)
    const text = files.find(({ path }) => path === place?.file)?.text
    const before =
      typeof text === 'string' && place !== null ? text.slice(0, (place.key ?? place.value)?.from ?? 0) : ''
    return { kind: 'text', file: place?.file ?? '', line: before.split('\n').length } as const
  }
}

/** Where sources are read: links, and files of the case. */
function SourceAddresses({ ids }: { readonly ids: readonly string[] }) {
  const open = useCase()
  const language = open.language.value
  const entries = open.written.value.entries('sources').filter(({ id }) => ids.includes(id))
  const lines = entries.flatMap(({ id, value }) => {
    const { url, file, title } = mapOf(value)
    const address = scalarOf(url)
    const path = scalarOf(file)
    const label = textOf(title, language).text || id
    if (/^https?:/i.test(address)) return [{ id, label, href: address, outside: true }]
    if (path === '') return []
    return [
      { id, label, href: addressOf('/api/cases/{case}/file', { case: open.id }, { path }), outside: false },
    ]
  })
  if (lines.length === 0) return null
  return (
    <ul class="source-addresses">
      {lines.map(({ id, label, href }) => (
        <li key={id}>
          <a href={href} target="_blank" rel="noreferrer noopener">
            {label}
          </a>
        </li>
      ))}
    </ul>
  )
}
