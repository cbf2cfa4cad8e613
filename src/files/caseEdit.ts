import type { CasePath } from '../model/problem.js'
import type { CaseFile } from './caseFile.js'

/** Where an entry comes to stand among its neighbours; without either at the end. */
export interface Beside {
  readonly before?: string
  readonly after?: string
}

/** One change of a case. Paths are those of its document. */
export type CaseEdit =
  /** A value for a place: a new one, or another one. A list may be appended to at its length. */
  | { readonly kind: 'set'; readonly path: CasePath; readonly value: unknown }
  /** A new entry of a map, at a place among the others. */
  | ({ readonly kind: 'insert'; readonly path: CasePath; readonly value: unknown } & Beside)
  /** Takes a place away, and the comment lines directly above it, which speak of it. */
  | { readonly kind: 'remove'; readonly path: CasePath }
  /** Another key. Of an entry of a section all references change with it, in every file, the narratives included. */
  | { readonly kind: 'rename'; readonly path: CasePath; readonly to: string }
  /** An entry of a section, with its comments, to another place in it, or into another YAML file of the case. */
  | ({ readonly kind: 'move'; readonly path: CasePath; readonly file?: string } & Beside)
  /** One after another; where one is refused, none is made. */
  | { readonly kind: 'many'; readonly edits: readonly CaseEdit[] }

/** Why an edit was not made. Its words are in `words/edits/`. */
export type EditRefusal =
  /** The file cannot be read as YAML. */
  | { readonly code: 'unreadable'; readonly file: string }
  /** Nothing stands there, or what is around it is no map or list. */
  | { readonly code: 'no-such-place'; readonly path: CasePath }
  /** The place is written once and used in several places (`*alias`): a change would reach all of them. */
  | { readonly code: 'shared'; readonly path: CasePath }
  /** Another entry has the name. */
  | { readonly code: 'taken'; readonly id: string }
  /** The name cannot be an id. */
  | { readonly code: 'not-an-id'; readonly id: string }
  /** The case has no such YAML file to move something into. */
  | { readonly code: 'no-such-file'; readonly file: string }

/** A stretch of a text, in UTF-16 units, and what takes its place. */
export interface TextChange {
  readonly from: number
  readonly to: number
  readonly insert: string
}

/** What changes in one file: one change after another, each in the text that those before it left. */
export interface FileChanges {
  readonly path: string
  readonly changes: readonly TextChange[]
}

/** The files after the edit, all of them, and what changed in which; none where everything was so already. */
export type EditResult =
  | { readonly files: readonly CaseFile[]; readonly changes: readonly FileChanges[] }
  | { readonly refused: EditRefusal }
