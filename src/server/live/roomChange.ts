import * as Y from 'yjs'
import { type SharedCase, sharedFiles, sharedText } from '../../collaboration/sharedCase.js'
import { changed, smallestChange, type TextChange } from '../../collaboration/textChange.js'
import type { FileChanges } from '../../files/caseEdit.js'
import { byPath, roleOf } from '../../files/caseFile.js'
import { limits } from '../../model/limits.js'
import { checkPath } from '../../store/casePath.js'
import { StoreRefusal } from '../../store/storeRefusal.js'
import type { AttachmentInfo, CaseFiles } from './caseTexts.js'

/** One thing that a program or a route does to the files of a case. */
export type RoomChange =
  /** Stretches of texts, one after another, as `editCase` gives them. */
  | { readonly kind: 'texts'; readonly changes: readonly FileChanges[] }
  /** A text, made or replaced; of one that is there only what differs is changed. */
  | { readonly kind: 'write'; readonly path: string; readonly text: string }
  /** Bytes that the store has already. */
  | { readonly kind: 'attach'; readonly path: string; readonly sha256: string; readonly size: number }
  | { readonly kind: 'remove'; readonly path: string }
  | { readonly kind: 'move'; readonly from: string; readonly to: string }

/** Why none of the changes was made. */
export interface RoomRefusal {
  readonly code:
    | 'bad-path'
    | 'no-such-file'
    | 'taken'
    | 'bad-text'
    | 'file-too-large'
    | 'case-too-large'
    | 'too-many-files'
    | 'attachment-too-large'
    | 'attachments-too-large'
  readonly path: string
  readonly limit?: number
}

/** What is to be done to the document and to the attachments, so that the files are as planned. */
export interface PlannedChange {
  readonly edits: readonly { readonly path: string; readonly changes: readonly TextChange[] }[]
  readonly made: readonly { readonly path: string; readonly text: string }[]
  readonly removed: readonly string[]
  readonly attached: readonly AttachmentInfo[]
  readonly detached: readonly string[]
  /** Paths of all files that are other than before. */
  readonly changed: readonly string[]
}

/** Works out what changes do to the files, without doing it: all of them, or why not. */
export function planChange(files: CaseFiles, changes: readonly RoomChange[]): PlannedChange | RoomRefusal {
  const plan = new Plan(files)
  for (const change of changes) {
    const refusal = plan.take(change)
    if (refusal !== null) return refusal
  }
  return plan.tooMuch() ?? plan.outcome()
}

/** Makes a planned change of texts in a document, in one transaction. */
export function makeChange(shared: SharedCase, planned: PlannedChange, origin: unknown = null): void {
  shared.transact(() => {
    const files = sharedFiles(shared)
    for (const path of planned.removed) files.delete(path)
    for (const { path, text } of planned.made) files.set(path, new Y.Text(text))
    for (const { path, changes } of planned.edits) {
      const text = sharedText(shared, path)!
      for (const { from, to, insert } of changes) {
        if (to > from) text.delete(from, to - from)
        if (insert !== '') text.insert(from, insert)
      }
    }
  }, origin)
}

/** Whether the store takes a file by this path. */
function isCasePath(path: string): boolean {
  try {
    checkPath(path)
    return true
  } catch (refusal) {
    if (refusal instanceof StoreRefusal) return false
    throw refusal
  }
}

class Plan {
  readonly #files: CaseFiles
  /** Texts and attachments as they will be; a text that is only edited keeps its stretches. */
  readonly #texts = new Map<string, string>()
  readonly #edits = new Map<string, TextChange[]>()
  readonly #made = new Set<string>()
  readonly #attachments = new Map<string, AttachmentInfo>()

  constructor(files: CaseFiles) {
    this.#files = files
    for (const { path, text } of files.texts) this.#texts.set(path, text as string)
    for (const file of files.attachments) this.#attachments.set(file.path, file)
  }

  take(change: RoomChange): RoomRefusal | null {
    switch (change.kind) {
      case 'texts':
        return this.#stretches(change.changes)
      case 'write':
        return this.#write(change.path, change.text)
      case 'attach':
        return this.#attach(change)
      case 'remove':
        if (this.#drop(change.path)) return null
        return { code: 'no-such-file', path: change.path }
      case 'move':
        return this.#move(change.from, change.to)
    }
  }

  #stretches(all: readonly FileChanges[]): RoomRefusal | null {
    for (const { path, changes } of all) {
      for (const change of changes) {
        const text = this.#texts.get(path)
        if (text === undefined) return { code: 'no-such-file', path }
        if (!fits(text, change)) return { code: 'bad-text', path }
        this.#edit(path, text, change)
      }
    }
    return null
  }

  #edit(path: string, text: string, change: TextChange): void {
    this.#texts.set(path, changed(text, change))
    const edits = this.#edits.get(path)
    if (edits === undefined) this.#edits.set(path, [change])
    else edits.push(change)
  }

  #write(path: string, text: string): RoomRefusal | null {
    if (/\p{Cs}/u.test(text) || roleOf(path) === 'attachment') return { code: 'bad-text', path }
    const before = this.#texts.get(path)
    if (before === undefined) {
      if (!isCasePath(path)) return { code: 'bad-path', path }
      this.#attachments.delete(path)
      this.#texts.set(path, text)
      this.#made.add(path)
      return null
    }
    const change = smallestChange(before, text)
    if (change !== null) this.#edit(path, before, change)
    return null
  }

  #attach({ path, sha256, size }: AttachmentInfo): RoomRefusal | null {
    if (!isCasePath(path)) return { code: 'bad-path', path }
    if (size > limits.attachmentBytes)
      return { code: 'attachment-too-large', path, limit: limits.attachmentBytes }
    if (this.#texts.has(path)) this.#drop(path)
    this.#attachments.set(path, { path, sha256, size })
    return null
  }

  #drop(path: string): boolean {
    this.#edits.delete(path)
    this.#made.delete(path)
    return this.#texts.delete(path) || this.#attachments.delete(path)
  }

  #move(from: string, to: string): RoomRefusal | null {
    if (!isCasePath(to)) return { code: 'bad-path', path: to }
    if (this.#texts.has(to) || this.#attachments.has(to)) return { code: 'taken', path: to }
    const text = this.#texts.get(from)
    const attachment = this.#attachments.get(from)
    if (text === undefined && attachment === undefined) return { code: 'no-such-file', path: from }
    // What a file is depends on its place: evidence is kept as bytes, everything else that is UTF-8 as text.
    const intoEvidence = roleOf(to) === 'attachment'
    const outOfEvidence = roleOf(from) === 'attachment' && !intoEvidence
    if (outOfEvidence || (intoEvidence && text !== undefined)) return { code: 'bad-path', path: to }
    this.#drop(from)
    if (text !== undefined) return this.#write(to, text)
    this.#attachments.set(to, { ...attachment!, path: to })
    return null
  }

  /** A file beside a folder of the same name can be in no folder on a disk. */
  #clash(): string | null {
    const paths = [...this.#texts.keys(), ...this.#attachments.keys()]
    const all = new Set(paths)
    for (const path of paths) {
      for (let end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
        if (all.has(path.slice(0, end))) return path
      }
    }
    return null
  }

  tooMuch(): RoomRefusal | null {
    const clash = this.#clash()
    if (clash !== null) return { code: 'taken', path: clash }
    if (this.#texts.size + this.#attachments.size > limits.files) {
      return { code: 'too-many-files', path: '.', limit: limits.files }
    }
    let total = 0
    for (const [path, text] of this.#texts) {
      const size = this.#files.text(path) === text ? this.#files.info(path)!.size : Buffer.byteLength(text)
      if (size > limits.fileBytes) return { code: 'file-too-large', path, limit: limits.fileBytes }
      total += size
      if (total > limits.caseBytes) return { code: 'case-too-large', path, limit: limits.caseBytes }
    }
    let attached = 0
    for (const { path, size } of this.#attachments.values()) {
      attached += size
      if (attached > limits.attachmentsBytes) {
        return { code: 'attachments-too-large', path, limit: limits.attachmentsBytes }
      }
    }
    return null
  }

  outcome(): PlannedChange {
    const made = [...this.#made].map(path => ({ path, text: this.#texts.get(path)! }))
    const edits = [...this.#edits].filter(([path]) => !this.#made.has(path))
    const removed = this.#files.texts
      .map(({ path }) => path)
      .filter(path => !this.#texts.has(path) && !this.#made.has(path))
    const before = new Map(this.#files.attachments.map(file => [file.path, file]))
    const attached = [...this.#attachments.values()].filter(file => before.get(file.path) !== file)
    const detached = [...before.keys()].filter(path => !this.#attachments.has(path))
    const paths = [
      ...made.map(({ path }) => path),
      ...edits.map(([path]) => path),
      ...removed,
      ...attached.map(({ path }) => path),
      ...detached,
    ]
    return {
      edits: edits.map(([path, changes]) => ({ path, changes })),
      made: made.sort(byPath),
      removed,
      attached,
      detached,
      changed: [...new Set(paths)].sort(),
    }
  }
}

/** Whether a stretch lies in a text, begins and ends beside whole characters, and brings whole characters. */
function fits(text: string, { from, to, insert }: TextChange): boolean {
  return (
    from >= 0 &&
    from <= to &&
    to <= text.length &&
    !splits(text, from) &&
    !splits(text, to) &&
    !/\p{Cs}/u.test(insert)
  )
}

function splits(text: string, at: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1)) && at > 0
}
