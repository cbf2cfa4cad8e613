import type { CaseDocument, Text } from '../../../model/case.js'

/** An id that may be written at a place, and what it is called. */
export interface KnownName {
  readonly id: string
  readonly title: string
}

type Section = 'components' | 'sources' | 'facts' | 'ifs' | 'actions' | 'events' | 'scenarios' | 'quantities'

/** What the field of this name refers to. */
const referred: Readonly<Record<string, Section>> = {
  needs: 'components',
  full: 'components',
  when: 'components',
  unless: 'components',
  in: 'components',
  'standby-for': 'components',
  component: 'components',
  destroy: 'components',
  fail: 'components',
  cut: 'components',
  release: 'components',
  sources: 'sources',
  fitted: 'facts',
  knowing: 'facts',
  disputes: 'facts',
  ifs: 'ifs',
  brings: 'ifs',
  requires: 'ifs',
  excludes: 'ifs',
  actions: 'actions',
  after: 'events',
  scenario: 'scenarios',
  takes: 'quantities',
  holdup: 'quantities',
  delay: 'quantities',
  behind: 'quantities',
}

/** Ids whose keys are those of components: states, and crews. */
const keyed = new Set(['changes', 'shows'])

/** The ids that a value at a path may name, or none where it names nothing. */
export function namesForValue(
  document: CaseDocument,
  path: readonly string[],
  language: 'ko' | 'en',
): readonly KnownName[] {
  const field = path.findLast(part => part !== '#') ?? ''
  // An event's `repair` is a list of components; a component's is work.
  const section = field === 'repair' && path.includes('events') ? 'components' : referred[field]
  if (path.length < 3 || section === undefined) return []
  return namesIn(document, section, language)
}

/** The ids that a key at a path may be, or none where keys are fixed. */
export function namesForKey(
  document: CaseDocument,
  path: readonly string[],
  language: 'ko' | 'en',
): readonly KnownName[] {
  const field = path.at(-1) ?? ''
  if (keyed.has(field)) return namesIn(document, 'components', language)
  if (field === 'crew') {
    return namesIn(document, 'components', language).filter(
      ({ id }) => document.components?.[id]?.kind === 'team',
    )
  }
  const patched = path[0] === 'ifs' && path.length === 3 ? path[2] : undefined
  if (patched === 'components' || patched === 'events' || patched === 'quantities') {
    return namesIn(document, patched, language)
  }
  return []
}

/** The ids of a section with their titles, in the order of the case. */
export function namesIn(
  document: CaseDocument,
  section: Section,
  language: 'ko' | 'en',
): readonly KnownName[] {
  return Object.entries(document[section] ?? {}).map(([id, entry]) => {
    const text = 'text' in entry ? entry.text : 'title' in entry ? entry.title : undefined
    return { id, title: inLanguage(text as Text | undefined, language) }
  })
}

function inLanguage(text: Text | undefined, language: 'ko' | 'en'): string {
  if (text === undefined || typeof text === 'string') return text ?? ''
  return text[language] ?? text.ko ?? text.en ?? ''
}
