import type { NamedSection } from '../model/eachReference.js'

/** A place in a narrative at which a directive names an entry. Offsets into its text. */
export interface NamedInText {
  readonly section: NamedSection
  readonly id: string
  readonly from: number
  readonly to: number
  /** Whether it is written `{#id}`, short for `{id=id}`. */
  readonly isShort: boolean
}

/** What a directive names in its `[ ]`. */
const labels: Readonly<Record<string, NamedSection>> = {
  fact: 'facts',
  source: 'sources',
  duration: 'components',
  verdict: 'components',
}

/** What a directive names in its `{ }`: `if="a, b"`, `id=a`. */
const attributes: Readonly<Record<string, Readonly<Record<string, NamedSection>>>> = {
  verdict: { if: 'ifs', scenario: 'scenarios' },
  duration: { scenario: 'scenarios' },
  fidelity: { scenario: 'scenarios' },
  if: { id: 'ifs' },
  replay: { scenario: 'scenarios' },
  recovery: { scenario: 'scenarios' },
  'recovery-path': { of: 'components', scenario: 'scenarios' },
  scenario: { id: 'scenarios' },
}

const directive = /::?([a-z][a-z-]*)(\[[^\]\n]*\])?(\{[^}\n]*\})?/g
const attribute = /([\w-]+)\s*=\s*("[^"]*"|'[^']*'|[^\s}"']+)|#([^\s#}]+)/g

/** The entries that the directives of a narrative name, wherever in its text they stand. */
export function namedInNarrative(text: string): readonly NamedInText[] {
  const found: NamedInText[] = []
  for (const { 0: whole, 1: name = '', 2: label, 3: braces, index } of text.matchAll(directive)) {
    const inLabel = labels[name]
    if (label !== undefined && inLabel !== undefined) {
      const id = label.slice(1, -1).trim()
      const from = index + whole.indexOf('[') + label.indexOf(id)
      if (id !== '') found.push({ section: inLabel, id, from, to: from + id.length, isShort: false })
    }
    if (braces === undefined) continue
    const start = index + whole.length - braces.length
    for (const { 0: written, 1: key = 'id', 2: value, 3: short, index: at } of braces.matchAll(attribute)) {
      const section = attributes[name]?.[key]
      const content = short ?? value
      if (section === undefined || content === undefined) continue
      const from = start + at + written.length - content.length
      for (const { 0: id, index: place } of content.matchAll(/[^\s,"']+/g)) {
        const range = { from: from + place, to: from + place + id.length }
        found.push({ section, id, ...range, isShort: short !== undefined })
      }
    }
  }
  return found
}
