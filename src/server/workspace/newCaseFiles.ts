import { stringify } from 'yaml'
import type { CaseFile } from '../../files/caseFile.js'
import type { Language } from '../../model/case.js'

/** What a case begins with. */
export interface CaseBeginning {
  readonly title: string
  readonly timezone: string
  /** `2022-10-15 15:19` on the clocks of that zone. */
  readonly start: string
  readonly languages: readonly Language[]
}

/** How long what is watched lasts, until somebody says otherwise. */
const firstHorizon = '1d'

/** The files of a case of which nothing is known yet but when and where: it can be read at once, and written on. */
export function newCaseFiles({ title, timezone, start, languages }: CaseBeginning): CaseFile[] {
  const titles = Object.fromEntries(languages.map(language => [language, title]))
  const head = { case: { title: titles, timezone, start, horizon: firstHorizon, languages: [...languages] } }
  return [
    { path: 'case.yaml', text: stringify(head, { lineWidth: 110 }) },
    { path: 'timeline.yaml', text: 'facts: {}\n' },
  ]
}

/** What a case calls itself, in one language: the wanted one where it has it. */
export function titleOf(document: unknown, language: Language): string | null {
  const title = field(field(document, 'case'), 'title')
  if (typeof title === 'string') return title
  const found = [language, 'ko', 'en']
    .map(wanted => field(title, wanted))
    .find(text => typeof text === 'string')
  return typeof found === 'string' ? found : null
}

function field(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
  return (value as Readonly<Record<string, unknown>>)[name]
}
