import { useState } from 'preact/hooks'
import type { DrillOutcome } from '../../../../assess/drill.js'
import type { Report } from '../../../../view/report.js'
import { formWords } from '../../../../words/workspace/forms.js'
import { systemWords } from '../../../../words/workspace/system.js'
import { placeAddress } from '../../case/openPlace.js'
import { sayRefusal } from '../../case/refusal.js'
import { useCase } from '../../case/useCase.js'
import { conditionText } from '../../forms/conditionText.js'
import { kindName } from '../../forms/kinds.js'
import { takeBack } from '../../forms/takeBack.js'
import { Button } from '../../pieces/button.js'
import { Dialog } from '../../pieces/dialog.js'
import { say } from '../../pieces/status.js'
import { Loss } from './lossPanel.js'
import { neededBy, notNeeding, removal } from './wiring.js'

/** What is chosen in the picture: what it needs, what needs it, where it stands, and what falls with it. */
export function ChosenPart({
  id,
  title,
  report,
  loss,
  choose,
}: {
  readonly id: string
  readonly title: (component: string) => string
  readonly report: Report | null
  readonly loss: DrillOutcome | null
  readonly choose: (component: string | null) => void
}) {
  const open = useCase()
  const language = open.language.value
  const words = systemWords(language)
  const forms = formWords(language)
  const [asking, setAsking] = useState(false)
  const components = open.written.value.entries('components')
  const entryOf = (of: string) =>
    (components.find(one => one.id === of)?.value ?? {}) as Readonly<Record<string, unknown>>
  const { kind, in: within, needs } = entryOf(id)
  const condition = conditionText(needs)
  const needed = neededBy(condition)
  const needing = components.flatMap(({ id: other, value }) =>
    neededBy(conditionText((value as { needs?: unknown } | null)?.needs)).includes(id) ? [other] : [],
  )
  const { edits, stillNamedBy } = removal(id, components)
  const disconnect = (what: string, rest: string) => {
    const path = ['components', id, 'needs']
    const edit =
      rest === '' ? ({ kind: 'remove', path } as const) : { kind: 'set' as const, path, value: rest }
    if (sayRefusal(open.edit(edit)))
      say(words.disconnected(title(what), title(id)), { action: takeBack(open) })
  }
  const remove = () => {
    setAsking(false)
    if (sayRefusal(open.edit(edits))) say(forms.removed(title(id)), { action: takeBack(open) })
  }
  const link = (of: string) => (
    <button type="button" class="as-link" onClick={() => choose(of)}>
      {title(of)}
    </button>
  )
  return (
    <section class="system-chosen" aria-label={words.selected(title(id))}>
      <header>
        <h2>{title(id)}</h2>
        <span class="quiet">{kindName(kind, forms)}</span>
        <a
          class="button"
          data-look="plain"
          data-size="small"
          href={placeAddress(open.id, { kind: 'entry', path: ['components', id] })}
        >
          {words.open}
        </a>
        {open.mayWrite.value && (
          <Button size="small" look="danger" onClick={() => setAsking(true)}>
            {words.remove}
          </Button>
        )}
      </header>
      <dl class="wiring">
        <dt>{words.needs}</dt>
        <dd>
          {needed.length === 0 && <span class="quiet">{words.needsNothing}</span>}
          {needed.length > 0 && (
            <ul>
              {needed.map(what => {
                const rest = notNeeding(condition, what)
                return (
                  <li key={what}>
                    {link(what)}
                    {open.mayWrite.value && rest !== null && (
                      <Button
                        look="quiet"
                        size="small"
                        title={words.disconnect}
                        aria-label={`${words.disconnect}: ${title(what)}`}
                        onClick={() => disconnect(what, rest)}
                      >
                        <span aria-hidden="true">✕</span>
                      </Button>
                    )}
                  </li>
                )
              })}
            </ul>
          )}
        </dd>
        {needing.length > 0 && (
          <>
            <dt>{words.neededBy}</dt>
            <dd>
              <ul>
                {needing.map(other => (
                  <li key={other}>{link(other)}</li>
                ))}
              </ul>
            </dd>
          </>
        )}
        {typeof within === 'string' && (
          <>
            <dt>{forms.fields.in}</dt>
            <dd>{link(within)}</dd>
          </>
        )}
      </dl>
      {report !== null && loss !== null && (
        <div class="loss">
          <h3>{words.goes(title(id))}</h3>
          <Loss report={report} loss={loss} />
        </div>
      )}
      {asking && (
        <Dialog title={`${words.remove}: ${title(id)}`} close={() => setAsking(false)}>
          <p>{words.removeAsk(edits.length - 1)}</p>
          {stillNamedBy.length > 0 && <p>{words.stillNamed(stillNamedBy.map(title).join(', '))}</p>}
          <div class="form-acts">
            <Button look="danger" onClick={remove}>
              {words.remove}
            </Button>
            <Button onClick={() => setAsking(false)}>{words.cancel}</Button>
          </div>
        </Dialog>
      )}
    </section>
  )
}
