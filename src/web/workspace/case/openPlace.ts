import type { CasePath } from '../../../model/problem.js'
import { casePath, navigate } from '../router/router.js'

/** Something of a case that can be looked at: an entry, with the field that is meant; or a place in a file's text. */
export type CasePlace =
  | { readonly kind: 'entry'; readonly path: CasePath }
  | { readonly kind: 'text'; readonly file: string; readonly line?: number; readonly column?: number }

/** The page on which the entries of a section are written. */
const pageOfSection: Readonly<Record<string, string>> = {
  facts: 'timeline',
  sources: 'timeline',
  components: 'system',
  events: 'system',
  quantities: 'system',
  scenarios: 'system',
  ifs: 'ifs',
  shortcomings: 'shortcomings',
  objectives: 'objectives',
  actions: 'actions',
}

/**
 * The address of a place: `/cases/ID/timeline/FACT?field=at` for an entry, `/cases/ID/files/PATH?line=3&column=5` for a text.
 * What has no page of its own is shown as text, where `fallback` says where that is.
 */
export function placeAddress(id: string, place: CasePlace, fallback?: CasePlace & { kind: 'text' }): string {
  if (place.kind === 'entry') {
    const [section, entry, ...field] = place.path.map(String)
    const page = pageOfSection[section ?? '']
    if (page !== undefined) {
      // Ids may repeat between sections, so a page that shows several is told which.
      const query = new URLSearchParams()
      if (section !== 'facts' && ['timeline', 'system'].includes(page)) query.set('section', section ?? '')
      if (field.length > 0) query.set('field', field.join('.'))
      const path = entry === undefined ? casePath(id, page) : casePath(id, page, entry)
      return query.size === 0 ? path : `${path}?${query}`
    }
    return fallback === undefined ? casePath(id, 'files') : placeAddress(id, fallback)
  }
  const query = new URLSearchParams()
  if (place.line !== undefined) query.set('line', String(place.line))
  if (place.column !== undefined) query.set('column', String(place.column))
  const path = casePath(id, 'files', place.file)
  return query.size === 0 ? path : `${path}?${query}`
}

/** Shows a place. */
export function openPlace(id: string, place: CasePlace): void {
  navigate(placeAddress(id, place))
}
