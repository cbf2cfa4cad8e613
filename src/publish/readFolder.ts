import {
  closeSync,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs'
import { basename, join, relative, resolve, sep } from 'node:path'
import { type CaseFile, roleOf } from '../files/caseFile.js'
import { atFile } from '../files/diagnose.js'
import type { Diagnostic } from '../files/diagnostic.js'
import { limits } from '../model/limits.js'

/** The files of a case as they lie on a disk, and what kept others from being read. */
export interface CaseFolder {
  /** The name of the folder; of a single file its name without the ending. */
  readonly id: string
  readonly files: readonly CaseFile[]
  readonly problems: readonly Diagnostic[]
}

/** Bounds of what is read, by name: those of the model unless a test says otherwise. */
export type FolderLimits = {
  readonly [Name in
    | 'fileBytes'
    | 'caseBytes'
    | 'attachmentBytes'
    | 'attachmentsBytes'
    | 'files'
    | 'folderDepth']: number
}

/**
 * Reads the files of a case: those that roleOf gives a role, no others. Nothing is followed out of the folder, nothing is read
 * beyond the limits, and a file that is no text is handed over as bytes. Never throws on what lies there; only a
 * path that cannot be opened at all is a fault of the environment, and throws.
 */
export function readCaseFolder(path: string, bounds: FolderLimits = limits): CaseFolder {
  const full = resolve(path)
  const reading = new Reading(realpathSync(full), bounds)
  if (statSync(full).isDirectory()) reading.folder('', 0)
  else return reading.single(full)
  return { id: basename(full), files: reading.files, problems: reading.problems }
}

class Reading {
  readonly files: CaseFile[] = []
  readonly problems: Diagnostic[] = []
  readonly #root: string
  readonly #bounds: FolderLimits
  #textBytes = 0
  #attachmentBytes = 0
  #seen = 0

  constructor(root: string, bounds: FolderLimits) {
    this.#root = root
    this.#bounds = bounds
  }

  single(full: string): CaseFolder {
    this.#text(basename(full), this.#root)
    return { id: basename(full).replace(/\.ya?ml$/, ''), files: this.files, problems: this.problems }
  }

  /** Reads a folder of the case by its path inside it. */
  folder(inside: string, depth: number): void {
    if (depth > this.#bounds.folderDepth) {
      this.problems.push(atFile('folders-too-deep', inside, { limit: this.#bounds.folderDepth }))
      return
    }
    let names: string[]
    try {
      names = readdirSync(join(this.#root, inside)).sort()
    } catch (fault) {
      this.#unreadable(inside === '' ? '.' : inside, fault)
      return
    }
    for (const name of names) {
      if (name.startsWith('.')) continue
      const path = inside === '' ? name : `${inside}/${name}`
      this.#seen++
      if (this.#seen > this.#bounds.files) {
        if (this.#seen === this.#bounds.files + 1) {
          this.problems.push(atFile('too-many-files', '.', { limit: this.#bounds.files }))
        }
        return
      }
      this.#entry(path, depth)
    }
  }

  #entry(path: string, depth: number): void {
    const full = join(this.#root, path)
    try {
      const isLink = lstatSync(full).isSymbolicLink()
      if (isLink && !this.#staysInside(full)) {
        if (roleOf(path) !== 'other' || !/\.[a-z]+$/i.test(path)) {
          this.problems.push(atFile('link-out-of-folder', path, { path }))
        }
        return
      }
      const kind = statSync(full)
      if (kind.isDirectory()) {
        // A link to a folder inside may lead round in a circle.
        if (isLink) this.problems.push(atFile('link-to-folder', path, { path }, 'warning'))
        else this.folder(path, depth + 1)
        return
      }
      const role = roleOf(path)
      if (role === 'other') return
      if (!kind.isFile()) this.problems.push(atFile('not-a-file', path, { path }))
      else if (role === 'attachment') this.#attachment(path, full)
      else if (role === 'misnamed') this.files.push({ path, text: '' })
      else this.#text(path, full)
    } catch (fault) {
      this.#unreadable(path, fault)
    }
  }

  #text(path: string, full: string): void {
    const { fileBytes, caseBytes } = this.#bounds
    const bytes = readAtMost(full, fileBytes)
    if (bytes === null) {
      this.problems.push(atFile('file-too-large', path, { limit: fileBytes }))
      return
    }
    this.#textBytes += bytes.length
    if (this.#textBytes > caseBytes) {
      this.problems.push(atFile('case-too-large', path, { limit: caseBytes }))
      return
    }
    this.files.push({ path, text: decoded(bytes) ?? bytes })
  }

  #attachment(path: string, full: string): void {
    const { attachmentBytes, attachmentsBytes } = this.#bounds
    const bytes = readAtMost(full, attachmentBytes)
    this.#attachmentBytes += bytes?.length ?? 0
    if (bytes === null) this.problems.push(atFile('file-too-large', path, { limit: attachmentBytes }))
    else if (this.#attachmentBytes > attachmentsBytes) {
      this.problems.push(atFile('attachments-too-large', path, { limit: attachmentsBytes }))
    } else this.files.push({ path, text: bytes })
  }

  #staysInside(full: string): boolean {
    const target = realpathSync(full)
    const inside = relative(this.#root, target)
    return inside !== '..' && !inside.startsWith(`..${sep}`) && resolve(inside) !== inside
  }

  #unreadable(path: string, fault: unknown): void {
    const reason = (fault as NodeJS.ErrnoException).code ?? String(fault)
    this.problems.push(atFile('unreadable-file', path, { path, reason }))
  }
}

/** The bytes of a file, or null where it has more than `limit`: of such a file nothing is read. */
function readAtMost(path: string, limit: number): Uint8Array | null {
  const file = openSync(path, 'r')
  try {
    const { size } = fstatSync(file)
    if (size > limit) return null
    const bytes = new Uint8Array(size)
    let filled = 0
    while (filled < size) {
      const count = readSync(file, bytes, filled, size - filled, filled)
      if (count === 0) break
      filled += count
    }
    return bytes.subarray(0, filled)
  } finally {
    closeSync(file)
  }
}

/** Text where the bytes are UTF-8, else null. */
function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
