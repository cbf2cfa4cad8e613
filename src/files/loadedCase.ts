import type { CaseDocument, Language } from '../model/case.js'
import type { CompiledCase } from '../model/compiled.js'
import type { CaseFile } from './caseFile.js'
import type { Diagnostic } from './diagnostic.js'
import type { MergedCase } from './mergedCase.js'

/** A narrative, as Markdown. */
export interface Narrative {
  readonly path: string
  readonly text: string
}

/** A file under `evidence/`. */
export interface Attachment {
  readonly path: string
  readonly bytes: Uint8Array
}

/** A case read from its files, with everything that is wrong with it. */
export interface LoadedCase {
  /** The name of its folder. */
  readonly id: string
  /** Null where files cannot be read or have the wrong shape. */
  readonly document: CaseDocument | null
  /** Null where the document has errors, and where it has no components. */
  readonly compiled: CompiledCase | null
  /** Errors and warnings, by file, line and column. */
  readonly problems: readonly Diagnostic[]
  readonly narratives: Readonly<Partial<Record<Language, Narrative>>>
  /** By path. */
  readonly attachments: readonly Attachment[]
  /** As they were given, by path. */
  readonly files: readonly CaseFile[]
  /** Where each part of the document is written. */
  readonly merged: MergedCase
}
