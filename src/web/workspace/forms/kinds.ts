import type { FormWords } from '../../../words/workspace/forms.js'
import type { Choice } from '../pieces/combobox.js'
import { componentKinds } from './fieldSpec.js'

/** The kinds of component with what they are called. */
export function kindChoices(words: FormWords): readonly Choice[] {
  return componentKinds.map(value => ({ value, label: words.kinds[value] }))
}

/** What a kind is called; a kind of the case's own is called as it is written. */
export function kindName(kind: unknown, words: FormWords): string {
  if (typeof kind !== 'string') return words.kinds.component
  return (words.kinds as Readonly<Record<string, string>>)[kind] ?? kind
}
