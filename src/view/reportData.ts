import type { CaseDocument, Language } from '../model/case.js'

/** A file of `evidence/`, published beside the page; small pictures are inside it. */
export interface Attachment {
  readonly path: string
  readonly sha256: string
  readonly bytes: number
  readonly dataUrl: string | null
}

/**
 * Everything that a published page carries for its living parts. The engine runs on `document` in the page, so nothing
 * that a run computes is in here, and no picture either: both are made from it.
 */
export interface ReportData {
  readonly caseId: string
  readonly language: Language
  /** Languages in which the report exists, with the address of each page relative to this one. */
  readonly editions: readonly { readonly language: Language; readonly href: string }[]
  /** What is withheld has been taken out already. */
  readonly document: CaseDocument
  readonly attachments: readonly Attachment[]
  readonly withheld: readonly {
    readonly id: string
    readonly section: string
    readonly reason: string
    readonly until: string | null
    readonly at: string | null
  }[]
  /** SHA-256 of the case's files, and the program's version. */
  readonly checksum: string
  readonly version: string
}
