/** Formats that facts come in. `paste` is text as people write it: Markdown, or lines from anywhere. */
export type ImportFormat =
  | 'slack'
  | 'pagerduty'
  | 'alertmanager'
  | 'statuspage'
  | 'google-cloud'
  | 'table'
  | 'paste'

/** What is imported: one file, or the files of a folder or an archive. Paths are inside it, with `/`. */
export interface ImportInput {
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[]
}

/** What an import is read against. */
export interface ImportFrame {
  /** IANA zone that times without one are read in. */
  readonly timezone: string
  /** UTC milliseconds of the case's start: years and days that a text leaves out are found near it. Null: not known. */
  readonly startEpochMs: number | null
  /** Names and handles, lower case, and the role that takes their place: `{ 'hana.kim': 'on-call engineer' }`. */
  readonly roles?: Readonly<Record<string, string>>
  /** Components of the case, so that a label or a service's name that matches one becomes `changes`. */
  readonly components?: readonly { readonly id: string; readonly titles: readonly string[] }[]
}

/**
 * When a draft says it was. Both ends are UTC milliseconds; equal where the source is exact, and where one side is open: of
 * `by` and `after` both are the bound that is known.
 */
export interface DraftTime {
  readonly fromEpochMs: number
  readonly toEpochMs: number
  /** As the source wrote it. */
  readonly written: string
  /** As a fact's `at:` in the frame's zone: `2022-10-15 15:30`, `2022-10-15 15:30 .. 15:42`, `by …`, `… ± 5m`. */
  readonly at: string
}

/** What deserves a look before a draft is accepted. */
export type DraftFlag =
  /** `of` is the key of an earlier draft, or `fact:<id>` of a fact of the case, that says the same of the same time. */
  | { readonly code: 'duplicate'; readonly of: string }
  /** The source's clock seems wrong by so much: it disagrees with others, or runs against its own order. */
  | { readonly code: 'clock-skew'; readonly byMs: number }
  | { readonly code: 'missing-zone'; readonly assumed: string }
  | { readonly code: 'missing-year'; readonly assumed: number }
  | { readonly code: 'missing-date'; readonly assumed: string }
  /** No time could be read. */
  | { readonly code: 'missing-time' }
  /** Clocks were set back and showed this time twice, or forward and never did. */
  | { readonly code: 'ambiguous-time' }
  /** A machine repeating itself, joins and leaves, reactions alone: folded, not dropped. */
  | {
      readonly code: 'noise'
      readonly why: 'bot' | 'repeat' | 'membership' | 'empty'
      /** Key of the draft that this one is folded under. */
      readonly of?: string
    }
  /** Others of the same machine are folded under this one: so many in all, the last at that instant (UTC milliseconds). */
  | { readonly code: 'repeated'; readonly count: number; readonly lastEpochMs: number }
  | { readonly code: 'edited' }
  /** Something that looks like a secret or an address was taken out of the text. */
  | { readonly code: 'redacted'; readonly what: 'secret' | 'address' | 'phone' }

/** A fact to be, as an import found it. Nothing enters the timeline before somebody accepts it. */
export interface Draft {
  /** The same original in the same format has the same key, so that importing twice adds nothing. */
  readonly key: string
  /** Null where no time could be read. */
  readonly time: DraftTime | null
  /** Plain text, names and handles replaced. */
  readonly text: string
  /** Who wrote it, as a role or a pseudonym, or which machine: shown beside the draft, no part of a fact. */
  readonly by?: string
  /** Fields of a fact that the source gives. Ids of components are those of the case where one matches, else left out. */
  readonly phase?: string
  readonly changes?: Readonly<Record<string, string | number>>
  /** The organisation that says so. */
  readonly claimedBy?: string
  readonly flags: readonly DraftFlag[]
  /** Key of the draft that began the thread. */
  readonly thread?: string
  readonly origin: DraftOrigin
}

/** Where a draft comes from, word for word: internal evidence, never published. */
export interface DraftOrigin {
  readonly format: ImportFormat
  /** The file, and the place in it that a person finds: `general/2022-10-15.json message 12`, `report.md line 30`. */
  readonly place: string
  /** The original as it stands, with names. */
  readonly original: string
  /** Address in the system that it comes from, where it has one. Only http(s). */
  readonly link?: string
  /** Written by a machine: an alert, a bot. */
  readonly byMachine?: true
}

/** Something an import has to say. `code` has a sentence in `words/interop/`. */
export interface ImportNote {
  readonly code: string
  readonly severity: 'error' | 'warning'
  /** File, and line where there are lines (from 1); null where the input as a whole is meant. */
  readonly path: string | null
  readonly line: number | null
  readonly values: Readonly<Record<string, string | number>>
}

/** What an import gives: drafts in the order of time (those without a time last), and what could not be read. */
export interface ImportResult {
  readonly format: ImportFormat
  readonly drafts: readonly Draft[]
  readonly notes: readonly ImportNote[]
  /** Whom a text called what: kept as internal evidence, so that a role can be put in later. */
  readonly people: readonly { readonly original: string; readonly replacement: string }[]
}
