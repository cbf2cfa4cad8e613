import { useCase } from '../../case/useCase.js'
import { EntriesPage } from '../../forms/entriesPage.js'
import { formSpecs } from '../../forms/fieldSpec.js'
import { readText, textInCase } from '../../forms/textInCase.js'
import type { PageProps } from '../registry.js'

/** Shortcomings of one's own system: as it was built, why that was reasonable, how it is built right. */
export function ShortcomingsPage({ rest }: PageProps) {
  const open = useCase()
  return (
    <EntriesPage
      section="shortcomings"
      spec={formSpecs.shortcomings}
      chosen={rest[0]}
      fresh={title => ({ 'as-built': textInCase(open, title) })}
      called={({ value }) => {
        const { title, 'as-built': built } = (value ?? {}) as { title?: unknown; 'as-built'?: unknown }
        return readText(title ?? built, open.language.value)
      }}
    />
  )
}
