import type { FormWords } from '../../../words/workspace/forms.js'

/** A section whose ids a field may name. */
export type NamedSection =
  | 'components'
  | 'services'
  | 'sources'
  | 'ifs'
  | 'actions'
  | 'facts'
  | 'events'
  | 'quantities'

/** One field of an entry: its key in the case, and what kind of value stands there. */
export type FieldSpec = { readonly key: keyof FormWords['fields'] } & (
  | { readonly kind: 'text'; readonly several?: true }
  | { readonly kind: 'choice'; readonly words: 'layers' | 'parties' | 'statuses' }
  | { readonly kind: 'names'; readonly of: NamedSection }
  | { readonly kind: 'name'; readonly of: NamedSection }
  | { readonly kind: 'duration' }
  | { readonly kind: 'date' }
  | { readonly kind: 'cost' }
  | { readonly kind: 'never' }
  | { readonly kind: 'visibility' }
  | { readonly kind: 'value' }
)

/** The fields of a section's form, in the order in which they are asked. `more` are folded away until one is used. */
export interface FormSpec {
  readonly fields: readonly FieldSpec[]
  readonly more: readonly FieldSpec[]
}

/** The forms of the sections that are written as forms alone. */
export const formSpecs = {
  ifs: {
    fields: [
      { key: 'title', kind: 'text' },
      { key: 'about', kind: 'text', several: true },
      { key: 'layer', kind: 'choice', words: 'layers' },
      { key: 'for', kind: 'choice', words: 'parties' },
      { key: 'sources', kind: 'names', of: 'sources' },
    ],
    more: [
      { key: 'cost', kind: 'cost' },
      { key: 'requires', kind: 'names', of: 'ifs' },
      { key: 'excludes', kind: 'names', of: 'ifs' },
      { key: 'basis', kind: 'value' },
    ],
  },
  shortcomings: {
    fields: [
      { key: 'title', kind: 'text' },
      { key: 'as-built', kind: 'text', several: true },
      { key: 'assumed-then', kind: 'text', several: true },
      { key: 'why-reasonable', kind: 'text', several: true },
      { key: 'ideal', kind: 'text', several: true },
      { key: 'ifs', kind: 'names', of: 'ifs' },
      { key: 'actions', kind: 'names', of: 'actions' },
      { key: 'sources', kind: 'names', of: 'sources' },
    ],
    more: [{ key: 'visibility', kind: 'visibility' }],
  },
  objectives: {
    fields: [
      { key: 'title', kind: 'text' },
      { key: 'component', kind: 'name', of: 'components' },
      { key: 'down-at-most', kind: 'duration' },
      { key: 'data-lost', kind: 'never' },
      { key: 'data-lost-at-most', kind: 'duration' },
      { key: 'sources', kind: 'names', of: 'sources' },
    ],
    more: [],
  },
  actions: {
    fields: [
      { key: 'title', kind: 'text' },
      { key: 'owner', kind: 'text' },
      { key: 'status', kind: 'choice', words: 'statuses' },
      { key: 'due', kind: 'date' },
      { key: 'done', kind: 'date' },
      { key: 'brings', kind: 'names', of: 'ifs' },
      { key: 'sources', kind: 'names', of: 'sources' },
    ],
    more: [{ key: 'visibility', kind: 'visibility' }],
  },
} as const satisfies Readonly<Record<string, FormSpec>>
