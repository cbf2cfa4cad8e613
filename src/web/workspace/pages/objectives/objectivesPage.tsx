import type { DurationText } from '../../../../model/case.js'
import { formWords } from '../../../../words/workspace/forms.js'
import { useCase } from '../../case/useCase.js'
import { EntriesPage } from '../../forms/entriesPage.js'
import { formSpecs } from '../../forms/fieldSpec.js'
import { titleOf } from '../../forms/names.js'
import type { PageProps } from '../registry.js'

/** What must hold, and whether it did. */
export function ObjectivesPage({ rest }: PageProps) {
  const open = useCase()
  const language = open.language.value
  const words = formWords(language)
  const components = open.written.value.entries('components')
  const outcomes = open.result.value?.model?.objectives ?? []
  return (
    <EntriesPage
      section="objectives"
      spec={formSpecs.objectives}
      chosen={rest[0]}
      // The service that is meant is chosen in the form; what was typed finds it where it is one.
      fresh={title => {
        const meant = components.find(({ id, value }) => id === title || titleOf(value, language) === title)
        const first = components.find(({ value }) => (value as { kind?: unknown } | null)?.kind === 'service')
        return {
          ...(meant === undefined ? { title } : {}),
          component: (meant ?? first ?? components[0])?.id ?? '',
          'down-at-most': '1h' satisfies DurationText,
        }
      }}
      called={({ value }) => {
        const { component } = (value ?? {}) as { component?: unknown }
        const about = components.find(({ id }) => id === component)
        return (
          titleOf(value, language) || (about === undefined ? '' : titleOf(about.value, language) || about.id)
        )
      }}
      note={({ id }) => {
        const outcome = outcomes.find(one => one.id === id)
        if (outcome === undefined) return null
        return (
          <span data-met={outcome.held}>
            {outcome.held ? '✓ ' : '✕ '}
            {outcome.held ? words.met : words.notMet}
          </span>
        )
      }}
    />
  )
}
