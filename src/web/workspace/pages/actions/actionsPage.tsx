import { formWords } from '../../../../words/workspace/forms.js'
import { useCase } from '../../case/useCase.js'
import { EntriesPage } from '../../forms/entriesPage.js'
import { formSpecs } from '../../forms/fieldSpec.js'
import { textInCase } from '../../forms/textInCase.js'
import type { PageProps } from '../registry.js'

/** What was promised to change, until when, and which if it brings about. */
export function ActionsPage({ rest }: PageProps) {
  const open = useCase()
  const words = formWords(open.language.value)
  return (
    <EntriesPage
      section="actions"
      spec={formSpecs.actions}
      chosen={rest[0]}
      fresh={title => ({ title: textInCase(open, title), status: 'open' })}
      note={({ value }) => {
        const { status, due } = (value ?? {}) as { status?: string; due?: unknown }
        const said = (words.statuses as Readonly<Record<string, string>>)[status ?? 'open']
        return (
          <>
            {said !== undefined && <span data-status={status ?? 'open'}>{said}</span>}
            {typeof due === 'string' && <span>{due}</span>}
          </>
        )
      }}
    />
  )
}
