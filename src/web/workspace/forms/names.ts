import type { Language, Text } from '../../../model/case.js'
import { idProblem } from '../../../model/identifier.js'
import { textIn } from '../../../model/text.js'
import type { WrittenCase } from '../case/writtenCase.js'
import type { Choice } from '../pieces/combobox.js'
import type { NamedSection } from './fieldSpec.js'

/** The entries of a section as choices: what they are called, and their ids. */
export function choicesOf(
  written: WrittenCase,
  section: NamedSection,
  language: Language,
): readonly Choice[] {
  const from = section === 'services' ? 'components' : section
  return written
    .entries(from)
    .filter(({ value }) => section !== 'services' || (value as { kind?: unknown } | null)?.kind === 'service')
    .map(({ id, value }) => {
      const called = titleOf(value, language)
      return called === '' ? { value: id } : { value: id, label: called, note: id }
    })
}

/** The components that a condition may speak of: those of the system, and those that ifs add to it. */
export function everyComponent(written: WrittenCase): ReadonlyMap<string, unknown> {
  const known = new Map(written.entries('components').map(({ id, value }) => [id, value]))
  for (const { value } of written.entries('ifs')) {
    const { components } = (value ?? {}) as { readonly components?: unknown }
    if (typeof components !== 'object' || components === null) continue
    for (const [id, added] of Object.entries(components)) if (!known.has(id)) known.set(id, added)
  }
  return known
}

/** What an entry is called in a language: its title or text; empty where it has none. */
export function titleOf(value: unknown, language: Language): string {
  const { title, text } = (value ?? {}) as { readonly title?: unknown; readonly text?: unknown }
  const called = title ?? text
  if (typeof called === 'string') return called
  return typeof called === 'object' && called !== null ? textIn(called as Text, language) : ''
}

/** A fresh id from the words that an entry is called by, without accents; else the section and a number. Not among `taken`. */
export function freshId(title: string, fallback: string, taken: ReadonlySet<string>): string {
  const words = title
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{Nd}]+/gu, '-')
    .replace(/^\P{L}+|-+$/gu, '')
    .toLowerCase()
    .split('-')
    .slice(0, 6)
    .join('-')
  const isNamed = words !== '' && idProblem(words.slice(0, 60)) === null
  const base = isNamed ? words.slice(0, 60) : fallback
  if (isNamed && !taken.has(base)) return base
  for (let count = isNamed ? 2 : 1; ; count++) if (!taken.has(`${base}-${count}`)) return `${base}-${count}`
}
