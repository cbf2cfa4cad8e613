import type { CaseDocument, Language } from '../model/case.js'

/** A component's place in a picture, in SVG units from the top left. Containers hold others. */
export interface Placed {
  readonly component: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly container: boolean
  /** 0 for the outermost. */
  readonly depth: number
}

/** A need drawn as a line: from what is needed to what needs it. */
export interface Line {
  readonly from: string
  readonly to: string
  /** `needs` to stay up, `recovery` to come back. */
  readonly of: 'needs' | 'recovery'
  readonly points: readonly (readonly [number, number])[]
}

/** One drawing of the system, laid out when the report is published. */
export interface Layout {
  readonly width: number
  readonly height: number
  readonly columns: readonly {
    readonly key: 'power' | 'servers' | 'platform' | 'services'
    readonly x: number
    /** Baseline of its heading. */
    readonly y: number
  }[]
  readonly placed: readonly Placed[]
  readonly lines: readonly Line[]
}

/** A file of `evidence/`, published beside the page; small pictures are inside it. */
export interface Attachment {
  readonly path: string
  readonly sha256: string
  readonly bytes: number
  readonly dataUrl: string | null
}

/**
 * Everything that a published page carries for its living parts. The engine runs on `document` in the page, so nothing
 * that a run computes is in here.
 */
export interface ReportData {
  readonly caseId: string
  readonly language: Language
  /** Languages in which the report exists, with the address of each page relative to this one. */
  readonly editions: readonly { readonly language: Language; readonly href: string }[]
  /** What is withheld has been taken out already. */
  readonly document: CaseDocument
  readonly layout: { readonly wide: Layout; readonly tall: Layout } | null
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
