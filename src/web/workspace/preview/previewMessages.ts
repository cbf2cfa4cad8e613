import type { Language } from '../../../model/case.js'

/** To the worker: the texts of a case, and the language of the report that is meant. */
export interface PreviewRequest {
  readonly number: number
  readonly caseId: string
  readonly language: Language
  readonly texts: readonly (readonly [path: string, text: string])[]
}

/** From the worker: HTML without scripts; null while there is nothing to show. */
export interface PreviewAnswer {
  readonly number: number
  readonly html: string | null
}
