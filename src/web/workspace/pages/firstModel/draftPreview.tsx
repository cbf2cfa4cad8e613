import { useMemo } from 'preact/hooks'
import { serviceOutcome } from '../../../../assess/outcome.js'
import { openSession } from '../../../../assess/session.js'
import type { SystemDraft } from '../../../../interview/draftSystem.js'
import type { CaseDocument, Component } from '../../../../model/case.js'
import { textIn } from '../../../../model/text.js'
import { duration } from '../../../../words/durations.js'
import { firstModelWords } from '../../../../words/workspace/firstModel.js'
import { language } from '../../session/session.js'

/** What comes of the answers so far: the parts, how the first service fares when they are run, and what is still open. */
export function DraftPreview({
  document,
  draft,
}: {
  readonly document: CaseDocument
  readonly draft: SystemDraft
}) {
  const words = firstModelWords(language.value)
  const down = useMemo(() => downtimeOf(document, draft), [document, draft])
  const components = Object.entries(draft.components)
  const titleOf = (id: string) => {
    const title = draft.components[id]?.title ?? document.components?.[id]?.title
    return title === undefined ? id : textIn(title, language.value)
  }
  return (
    <aside class="draft-preview" aria-label={words.preview}>
      <h2>{words.preview}</h2>
      <p>
        <b>{words.run}</b>:{' '}
        {down === null
          ? words.runBroken
          : down === 0
            ? words.runUp(titleOf(draft.service))
            : words.runDown(titleOf(draft.service), duration(down, language.value))}
      </p>
      <h3>{words.components(components.length)}</h3>
      <ul>
        {components.map(([id, { kind }]) => (
          <li key={id}>
            {titleOf(id)} <small>{kind}</small>
          </li>
        ))}
      </ul>
      {draft.open.length > 0 && (
        <>
          <h3>{words.openQuestions(draft.open.length)}</h3>
          <ul>
            {draft.open.map(({ text, path }) => (
              <li key={text.en + path.join('/')}>{text[language.value]}</li>
            ))}
          </ul>
        </>
      )}
    </aside>
  )
}

/** How long the first service is down when the case is run with the draft in it, ms; null where it cannot be run. */
function downtimeOf(document: CaseDocument, draft: SystemDraft): number | null {
  const session = openSession({
    ...document,
    components: { ...document.components, ...merged(document, draft) },
    quantities: { ...document.quantities, ...draft.quantities },
    events: { ...document.events, ...draft.events },
    ifs: { ...document.ifs, ...draft.ifs },
  })
  if (!('baseline' in session)) return null
  const index = session.compiled.indexOf.get(draft.service)
  if (index === undefined) return null
  return serviceOutcome(session.compiled, session.compiled.main, session.baseline(), index).downMs
}

/** A component that the case only names so far gets the fields that the draft adds. */
function merged(document: CaseDocument, draft: SystemDraft): Record<string, Component> {
  const components: Record<string, Component> = {}
  for (const [id, component] of Object.entries(draft.components)) {
    components[id] = { kind: 'component', ...document.components?.[id], ...component }
  }
  return components
}
