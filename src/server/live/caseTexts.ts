import { createHash } from 'node:crypto'
import * as Y from 'yjs'
import type { CaseFileInfo } from '../../api/cases.js'
import { type SharedCase, sharedFiles } from '../../collaboration/sharedCase.js'
import { byPath, type CaseFile } from '../../files/caseFile.js'

/** A file that is not in the shared document: evidence, and what is no UTF-8. Its bytes are a blob of the store. */
export interface AttachmentInfo {
  readonly path: string
  readonly size: number
  readonly sha256: string
}

/** The files of a case at one moment. Nothing in it changes afterwards. */
export class CaseFiles {
  /** By path. Only texts. */
  readonly texts: readonly CaseFile[]
  /** By path. */
  readonly attachments: readonly AttachmentInfo[]
  readonly #infos: (path: string, text: string) => CaseFileInfo
  #version: string | null = null

  constructor(
    texts: readonly CaseFile[],
    attachments: readonly AttachmentInfo[],
    infos: (path: string, text: string) => CaseFileInfo,
  ) {
    this.texts = texts
    this.attachments = attachments
    this.#infos = infos
  }

  /** The text of a file; null where there is none by that path, or only bytes. */
  text(path: string): string | null {
    const text = this.texts.find(file => file.path === path)?.text
    return typeof text === 'string' ? text : null
  }

  /** What a list of files says of one. */
  info(path: string): CaseFileInfo | null {
    const text = this.text(path)
    if (text !== null) return this.#infos(path, text)
    const attachment = this.attachments.find(file => file.path === path)
    return attachment === undefined ? null : { ...attachment, kind: 'bytes' }
  }

  /** All files by path. */
  infos(): CaseFileInfo[] {
    const texts = this.texts.map(({ path, text }) => this.#infos(path, text as string))
    const bytes = this.attachments.map(file => ({ ...file, kind: 'bytes' as const }))
    return [...texts, ...bytes].sort((a, b) => (a.path < b.path ? -1 : 1))
  }

  /** A hash that is another exactly when a file is another; the same in every process. */
  get version(): string {
    if (this.#version === null) {
      const hash = createHash('sha256')
      for (const { path, kind, sha256 } of this.infos()) hash.update(`${kind} ${sha256} ${path}\n`)
      this.#version = hash.digest('hex')
    }
    return this.#version
  }
}

/**
 * The texts of a shared document as strings, with their sizes and hashes. Making a string of a long text takes
 * milliseconds, so each is made once after it changed.
 */
export class CaseTexts {
  readonly #shared: SharedCase
  readonly #texts = new Map<string, string>()
  readonly #sizes = new Map<string, number>()
  readonly #hashes = new Map<string, { readonly text: string; readonly info: CaseFileInfo }>()
  #attachments: readonly AttachmentInfo[] = []
  #files: CaseFiles | null = null

  constructor(shared: SharedCase) {
    this.#shared = shared
    shared.on('afterTransaction', (transaction: Y.Transaction) => {
      for (const [type, keys] of transaction.changed) {
        if (type instanceof Y.Text) this.#forget(type._item?.parentSub ?? null)
        else for (const key of keys) this.#forget(key)
      }
    })
  }

  set attachments(attachments: readonly AttachmentInfo[]) {
    this.#attachments = [...attachments].sort((a, b) => (a.path < b.path ? -1 : 1))
    this.#files = null
  }

  get attachments(): readonly AttachmentInfo[] {
    return this.#attachments
  }

  /** The files as the document has them now. */
  files(): CaseFiles {
    if (this.#files === null) {
      const texts: CaseFile[] = []
      for (const [path, text] of sharedFiles(this.#shared)) {
        if (!(text instanceof Y.Text)) continue
        let string = this.#texts.get(path)
        if (string === undefined) {
          string = text.toString()
          this.#texts.set(path, string)
        }
        texts.push({ path, text: string })
      }
      this.#files = new CaseFiles(texts.sort(byPath), this.#attachments, (path, text) =>
        this.#info(path, text),
      )
    }
    return this.#files
  }

  /** Bytes of a text in UTF-8; 0 where there is none. */
  size(path: string): number {
    let size = this.#sizes.get(path)
    if (size === undefined) {
      size = Buffer.byteLength(this.files().text(path) ?? '')
      this.#sizes.set(path, size)
    }
    return size
  }

  /** Bytes of all texts. */
  totalSize(): number {
    let total = 0
    for (const path of sharedFiles(this.#shared).keys()) total += this.size(path)
    return total
  }

  /** Says what an update made of a text's size, so that it need not be counted again letter by letter. */
  resized(path: string, size: number): void {
    this.#sizes.set(path, size)
  }

  #info(path: string, text: string): CaseFileInfo {
    const known = this.#hashes.get(path)
    if (known?.text === text) return known.info
    const bytes = Buffer.from(text)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const info: CaseFileInfo = { path, kind: 'text', size: bytes.length, sha256 }
    this.#hashes.set(path, { text, info })
    return info
  }

  #forget(path: string | null): void {
    this.#files = null
    if (path === null) return
    this.#texts.delete(path)
    this.#sizes.delete(path)
  }
}
