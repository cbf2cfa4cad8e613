import { formWords } from '../../../../words/workspace/forms.js'
import { systemWords } from '../../../../words/workspace/system.js'
import { placeAddress } from '../../case/openPlace.js'
import { useCase } from '../../case/useCase.js'
import { EntriesPage } from '../../forms/entriesPage.js'
import { formSpecs } from '../../forms/fieldSpec.js'
import { kindName } from '../../forms/kinds.js'
import { titleOf } from '../../forms/names.js'
import { textInCase } from '../../forms/textInCase.js'
import { Tabs } from '../../pieces/tabs.js'
import { casePath, here, navigate } from '../../router/router.js'
import type { PageProps } from '../registry.js'
import { LossPanel } from './lossPanel.js'
import { SystemDrawing } from './systemDrawing.js'
import './system.css'

type View = 'picture' | 'components' | 'events' | 'quantities'

/** The system: as a picture in which parts are added, connected and placed, and part by part as forms. */
export function SystemPage({ rest }: PageProps) {
  const open = useCase()
  const language = open.language.value
  const words = systemWords(language)
  const [chosen] = rest
  const view = viewOf(new URLSearchParams(here.value.query).get('section'), chosen)
  const choose = (next: View) =>
    navigate(
      next === 'picture'
        ? casePath(open.id, 'system')
        : placeAddress(open.id, { kind: 'entry', path: [next] }),
    )
  return (
    <div class="system-page">
      <h1 class="vh">{words.title}</h1>
      <Tabs
        label={words.title}
        tabs={(['picture', 'components', 'events', 'quantities'] as const).map(key => ({
          key,
          label: words.views[key],
        }))}
        chosen={view}
        choose={key => choose(key as View)}
      >
        {view === 'picture' && <SystemDrawing />}
        {view === 'components' && <ComponentForms chosen={chosen} />}
        {view === 'events' && (
          <EntriesPage
            key="events"
            section="events"
            spec={formSpecs.events}
            chosen={chosen}
            fresh={title => ({ title: textInCase(open, title), at: '+0m' })}
            note={({ value }) => {
              const { at, after, delay } = (value ?? {}) as Readonly<Record<string, unknown>>
              const told =
                typeof at === 'string' ? at : [after, delay].filter(part => part !== undefined).join(' + ')
              return <span>{told}</span>
            }}
          />
        )}
        {view === 'quantities' && (
          <EntriesPage
            key="quantities"
            section="quantities"
            spec={formSpecs.quantities}
            chosen={chosen}
            fresh={title => ({ title: textInCase(open, title), value: '10m..30m', basis: 'assumed' })}
            note={({ value }) => <span>{String((value as { value?: unknown } | null)?.value ?? '')}</span>}
          />
        )}
      </Tabs>
    </div>
  )
}

function ComponentForms({ chosen }: { readonly chosen: string | undefined }) {
  const open = useCase()
  const words = formWords(open.language.value)
  const components = open.written.value.entries('components')
  const titleFor = (id: unknown) =>
    titleOf(components.find(one => one.id === id)?.value, open.language.value) || id
  return (
    <EntriesPage
      section="components"
      spec={formSpecs.components}
      chosen={chosen}
      fresh={title => ({ kind: 'component', title: textInCase(open, title) })}
      note={({ value }) => {
        const { kind, in: within } = (value ?? {}) as Readonly<Record<string, unknown>>
        return (
          <span>
            {[kindName(kind, words), titleFor(within)].filter(part => typeof part === 'string').join(' · ')}
          </span>
        )
      }}
      inside={entry => <LossPanel id={entry.id} />}
    />
  )
}

function viewOf(section: string | null, chosen: string | undefined): View {
  if (section === 'components' || section === 'events' || section === 'quantities') return section
  return chosen === undefined ? 'picture' : 'components'
}
