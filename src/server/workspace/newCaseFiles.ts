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
