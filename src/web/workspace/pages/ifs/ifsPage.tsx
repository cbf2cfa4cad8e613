import { formWords } from '../../../../words/workspace/forms.js'
import { useCase } from '../../case/useCase.js'
import { EntriesPage } from '../../forms/entriesPage.js'
import { formSpecs } from '../../forms/fieldSpec.js'
import { textInCase } from '../../forms/textInCase.js'
import type { PageProps } from '../registry.js'
import { IfVerdicts } from './ifVerdicts.js'
import { PatchForm } from './patchForm.js'

/** Conditions that might have been otherwise, and what they would have changed. */
export function IfsPage({ rest }: PageProps) {
  const open = useCase()
  const words = formWords(open.language.value)
  return (
    <EntriesPage
      section="ifs"
      spec={formSpecs.ifs}
      chosen={rest[0]}
      fresh={title => ({ title: textInCase(open, title) })}
      note={({ value }) => {
        const { layer } = (value ?? {}) as { layer?: string }
        return <span>{(words.layers as Readonly<Record<string, string>>)[layer ?? ''] ?? ''}</span>
      }}
      inside={entry => (
        <>
          <PatchForm entry={entry} />
          <IfVerdicts id={entry.id} />
        </>
      )}
    />
  )
}
