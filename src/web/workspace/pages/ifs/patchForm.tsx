import { useState } from 'preact/hooks'
import { inlineText } from '../../../../files/editedText.js'
import type { CasePath } from '../../../../model/problem.js'
import { formWords } from '../../../../words/workspace/forms.js'
import { sayRefusal } from '../../case/refusal.js'
import { useCase } from '../../case/useCase.js'
import type { WrittenEntry } from '../../case/writtenCase.js'
import { EntryField } from '../../forms/entryField.js'
import { EntryFields } from '../../forms/entryFields.js'
import { formSpecs } from '../../forms/fieldSpec.js'
import { kindName } from '../../forms/kinds.js'
import { everyComponent, titleOf } from '../../forms/names.js'
import { Button } from '../../pieces/button.js'
import { ChangeDialog } from './changeDialog.js'
import { NewComponentDialog } from './newComponentDialog.js'
import { firstValue, patchLabel, patchSpec } from './patchField.js'
import { type PatchRow, patchRows } from './patchRows.js'

/** A value of the case is shown up to this many characters; the whole is in its own form. */
const shownLength = 240

/** The conditions that an if changes: of what, which, what it is now, and what it would be. */
export function PatchForm({ entry }: { readonly entry: WrittenEntry }) {
  const open = useCase()
  const own = formWords(open.language.value).patch
  const [asking, setAsking] = useState<'change' | 'component' | null>(null)
  const { written } = open
  const rows = patchRows(
    entry.value,
    (section, id) => written.value.entries(section).find(one => one.id === id)?.value,
  )
  return (
    <section class="patch" aria-label={own.title}>
      <h3>{own.title}</h3>
      {rows.length === 0 && <p class="entries-none">{own.nothing}</p>}
      {rows.length > 0 && (
        <ul class="patch-rows">
          {rows.map(row => (
            <Row key={row.path.join('/')} row={row} ifId={entry.id} />
          ))}
        </ul>
      )}
      {open.mayWrite.value && (
        <div class="form-acts">
          <Button size="small" onClick={() => setAsking('change')}>
            ＋ {own.add}
          </Button>
          <Button size="small" onClick={() => setAsking('component')}>
            ＋ {own.addNew}
          </Button>
        </div>
      )}
      {asking === 'change' && <ChangeDialog ifId={entry.id} close={() => setAsking(null)} />}
      {asking === 'component' && <NewComponentDialog ifId={entry.id} close={() => setAsking(null)} />}
    </section>
  )
}

function Row({ row, ifId }: { readonly row: PatchRow; readonly ifId: string }) {
  const open = useCase()
  const language = open.language.value
  const words = formWords(language)
  const own = words.patch
  const target = open.written.value.entries(row.section).find(({ id }) => id === row.id)
  const called = titleOf(target?.value ?? row.value, language) || row.id
  const path = ['ifs', ifId, ...row.path]
  const isWhole = row.field.length === 0
  const label = isWhole ? '' : patchLabel(row.section, row.field, words)
  return (
    <li>
      <p class="patch-of">
        <b>{called}</b>
        {!isWhole && <span>{label}</span>}
        {isWhole && row.value !== null && <em>{own.newComponent}</em>}
        {row.value === null && <em data-taken>{own.takenAway}</em>}
        <code>{isWhole ? row.id : `${row.id}.${row.field.join('.')}`}</code>
        {open.mayWrite.value && (
          <Button
            look="quiet"
            size="small"
            aria-label={`${own.remove}: ${called} ${label}`}
            title={own.remove}
            onClick={() => sayRefusal(open.edit({ kind: 'remove', path: removable(open, path) }))}
          >
            <span aria-hidden="true">✕</span>
          </Button>
        )}
      </p>
      {row.before !== undefined && !isWhole && (
        <p class="patch-before">
          {own.from}: <code>{clipped(inlineText(row.before))}</code>
        </p>
      )}
      {isWhole ? <Whole row={row} path={path} /> : <Changed row={row} path={path} called={called} />}
    </li>
  )
}

/** An entry that the if adds, as its own form; or one that it takes away. */
function Whole({ row, path }: { readonly row: PatchRow; readonly path: CasePath }) {
  const open = useCase()
  const words = formWords(open.language.value)
  if (row.value === null) return <p class="patch-before">{words.patch.takenWhole}</p>
  const { kind, in: within } = row.value as Readonly<Record<string, unknown>>
  const place = everyComponent(open.written.value).get(String(within))
  const told = [
    row.section === 'components' ? kindName(kind, words) : undefined,
    titleOf(place, open.language.value) || within,
  ]
    .filter(part => typeof part === 'string')
    .join(' · ')
  return (
    <details class="patch-new">
      <summary>{told === '' ? words.patch.fields : `${words.patch.fields}: ${told}`}</summary>
      <EntryFields path={path} value={row.value} spec={formSpecs[row.section]} />
    </details>
  )
}

function Changed({
  row,
  path,
  called,
}: {
  readonly row: PatchRow
  readonly path: CasePath
  readonly called: string
}) {
  const open = useCase()
  const words = formWords(open.language.value)
  const own = words.patch
  const spec = patchSpec(row.section, row.field)
  const label = patchLabel(row.section, row.field, words)
  const found = open.result.value?.found.find(
    problem =>
      problem.path.length >= path.length && path.every((part, place) => problem.path[place] === part),
  )
  if (row.value === null) {
    const begin = row.before ?? firstValue(spec)
    return (
      <p class="patch-before">
        {own.takenField}{' '}
        {open.mayWrite.value && begin !== undefined && (
          <Button
            look="quiet"
            size="small"
            aria-label={`${own.giveValue}: ${called} ${label}`}
            onClick={() => sayRefusal(open.edit({ kind: 'set', path, value: begin }))}
          >
            {own.giveValue}
          </Button>
        )}
      </p>
    )
  }
  return (
    <EntryField
      spec={spec}
      path={path}
      value={row.value}
      label={`${own.to}: ${label}`}
      problem={found === undefined ? undefined : `${found.what} ${found.todo}`}
    />
  )
}

function clipped(text: string): string {
  return text.length > shownLength ? `${text.slice(0, shownLength)}…` : text
}

/** With its last change an entry, and a section, goes out of the if as well: what is left behind would be empty. */
function removable(
  open: ReturnType<typeof useCase>,
  path: readonly (string | number)[],
): readonly (string | number)[] {
  let at = path
  while (at.length > 3) {
    const parent = at.slice(0, -1)
    const value = parent.reduce<unknown>(
      (inside, key) => (inside as Readonly<Record<string, unknown>> | undefined)?.[key],
      open.written.peek().value,
    )
    if (typeof value !== 'object' || value === null || Object.keys(value).length !== 1) break
    at = parent
  }
  return at
}
