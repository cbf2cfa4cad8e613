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
export type FieldSpec = {
  readonly key: keyof FormWords['fields']
  /** Where the key in the case is another word: an event's `repair` is no repair work. */
  readonly at?: string
  /** The hint below it, where it is not that of the key. */
  readonly hint?: keyof FormWords['hints']
} & (
  | { readonly kind: 'text'; readonly several?: true }
  | { readonly kind: 'choice'; readonly words: 'layers' | 'parties' | 'statuses' | 'initials' }
  | { readonly kind: 'names'; readonly of: NamedSection }
  | { readonly kind: 'name'; readonly of: NamedSection }
  | { readonly kind: 'word'; readonly of: readonly string[] }
  | { readonly kind: 'count' }
  | { readonly kind: 'line'; readonly pattern?: RegExp }
  | { readonly kind: 'condition' }
  | { readonly kind: 'ways' }
  | { readonly kind: 'work' }
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

/** The key in the case of a field. */
export function keyOf(field: FieldSpec): string {
  return field.at ?? field.key
}

/** Kinds of component that have a place and a sign in the pictures. */
export const componentKinds = [
  'site',
  'room',
  'utility',
  'generator',
  'switchgear',
  'ups',
  'feed',
  'cooling',
  'network',
  'hosts',
  'store',
  'database',
  'cache',
  'queue',
  'identity',
  'monitor',
  'service',
  'tool',
  'channel',
  'procedure',
  'team',
  'barrier',
  'component',
] as const

/** The forms of the sections that are written as forms alone. */
export const formSpecs = {
  components: {
    fields: [
      { key: 'title', kind: 'text' },
      { key: 'kind', kind: 'word', of: componentKinds },
      { key: 'in', kind: 'name', of: 'components' },
      { key: 'needs', kind: 'condition' },
      { key: 'count', kind: 'count' },
      { key: 'recovery', kind: 'ways' },
      { key: 'sources', kind: 'names', of: 'sources' },
    ],
    more: [
      { key: 'about', kind: 'text', several: true },
      { key: 'holdup', kind: 'duration' },
      { key: 'full', kind: 'condition' },
      { key: 'standby-for', kind: 'name', of: 'components' },
      { key: 'initial', kind: 'choice', words: 'initials' },
      { key: 'repair', kind: 'work' },
      { key: 'users', kind: 'count' },
      { key: 'priority', kind: 'count' },
      { key: 'copies', kind: 'value' },
      { key: 'works', kind: 'line', pattern: /^\d+(\.\d+)?\s*%$/ },
      { key: 'basis', kind: 'value' },
    ],
  },
  events: {
    fields: [
      { key: 'title', kind: 'text' },
      { key: 'at', kind: 'line' },
      { key: 'after', kind: 'name', of: 'events' },
      { key: 'delay', kind: 'duration' },
      { key: 'destroy', kind: 'names', of: 'components' },
      { key: 'cut', kind: 'names', of: 'components' },
      { key: 'release', kind: 'names', of: 'components' },
      { key: 'mend', at: 'repair', kind: 'names', of: 'components' },
      { key: 'sources', kind: 'names', of: 'sources' },
    ],
    more: [
      { key: 'fail', kind: 'value' },
      { key: 'unless', kind: 'condition' },
      { key: 'when', kind: 'condition' },
      { key: 'chance', kind: 'line', pattern: /^\d+(\.\d+)?\s*%$/ },
      { key: 'basis', kind: 'value' },
    ],
  },
  quantities: {
    fields: [
      { key: 'title', kind: 'text' },
      { key: 'value', kind: 'duration' },
      { key: 'basis', kind: 'value' },
    ],
    more: [],
  },
  ifs: {
    fields: [
      { key: 'title', kind: 'text', hint: 'if-title' },
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
