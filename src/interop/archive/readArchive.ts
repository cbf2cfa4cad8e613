import { Inflate } from 'fflate'
import type { ImportInput, ImportNote } from '../draft.js'
import { importLimits } from '../importLimits.js'
import { fewNotes, importNote } from '../importNote.js'
import { crc32 } from './crc32.js'
import { isZip, packedBytesOf, readZipDirectory, type ZipEntry } from './zipDirectory.js'

/** Bounds of what is unpacked, by name: those of an import unless a test says otherwise. */
export type ArchiveLimits = {
  readonly [Name in 'archiveBytes' | 'archiveEntries' | 'entryBytes' | 'unpackedBytes']: number
}

/** What an archive held, and what of it was left out. */
export interface ArchiveContents {
  readonly input: ImportInput
  readonly notes: readonly ImportNote[]
}

/** So much is unpacked at a time: deflate can make a thousandfold of it, which must still fit in memory. */
const stepBytes = 4096

/**
 * Unpacks a zip file into memory. Sizes are counted while it is unpacked, whatever the headers say, and what goes beyond
 * a limit ends the reading. Names that lead out of the archive, links, entries under a password and archives within are
 * left out and noted; of two entries with one name the first counts.
 */
export function readArchive(
  bytes: Uint8Array,
  path: string,
  limits: ArchiveLimits = importLimits,
): ArchiveContents {
  const refused = (code: string, values: ImportNote['values'] = {}): ArchiveContents => ({
    input: { files: [] },
    notes: [importNote(code, 'error', path, values)],
  })
  if (bytes.length > limits.archiveBytes) return refused('archive-too-large', { limit: limits.archiveBytes })
  const entries = readZipDirectory(bytes, limits.archiveEntries)
  if (entries === null) return refused('archive-unreadable')
  if (entries.length > limits.archiveEntries) {
    return refused('archive-too-many-entries', { limit: limits.archiveEntries })
  }
  const files: { path: string; bytes: Uint8Array }[] = []
  const notes: ImportNote[] = []
  const seen = new Set<string>()
  let unpackedBytes = 0
  for (const entry of entries) {
    const inside = entry.name.replaceAll('\\', '/').replace(/^(\.\/)+/, '')
    if (inside === '' || inside.endsWith('/') || isSystemFile(inside)) continue
    const reason = reasonToLeave(entry, inside, seen)
    if (reason !== null) {
      const severity = reason === 'archive-encrypted' ? 'error' : 'warning'
      notes.push(importNote(reason, severity, path, { entry: shownName(inside) }))
      continue
    }
    seen.add(inside)
    const unpacked = unpack(bytes, entry, Math.min(limits.entryBytes, limits.unpackedBytes - unpackedBytes))
    if (unpacked === 'too-large') {
      return refused('archive-bomb', { entry: shownName(inside), limit: limits.entryBytes })
    }
    if (unpacked === 'damaged') {
      notes.push(importNote('archive-damaged', 'error', path, { entry: shownName(inside) }))
      continue
    }
    unpackedBytes += unpacked.length
    if (isZip(unpacked)) {
      notes.push(importNote('archive-nested', 'warning', path, { entry: shownName(inside) }))
    } else files.push({ path: inside, bytes: unpacked })
  }
  if (files.length === 0 && notes.length === 0) return refused('archive-empty')
  return { input: { files }, notes: fewNotes(notes) }
}

/** What systems leave in archives for themselves. */
function isSystemFile(inside: string): boolean {
  return inside.startsWith('__MACOSX/') || /(^|\/)(\.DS_Store|Thumbs\.db)$/.test(inside)
}

/** Why an entry is left out: the code of a note, or null where it is read. */
function reasonToLeave(entry: ZipEntry, inside: string, seen: ReadonlySet<string>): string | null {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a name with one is no name.
  if (/^\/|^[A-Za-z]:|(^|\/)\.\.(\/|$)|[\u0000-\u001f]/.test(inside)) return 'archive-unsafe-name'
  if (entry.symbolicLink) return 'archive-link'
  if (entry.encrypted) return 'archive-encrypted'
  if (entry.method !== 0 && entry.method !== 8) return 'archive-method'
  return seen.has(inside) ? 'archive-duplicate' : null
}

function unpack(bytes: Uint8Array, entry: ZipEntry, atMost: number): Uint8Array | 'too-large' | 'damaged' {
  const packed = packedBytesOf(bytes, entry)
  if (packed === null) return 'damaged'
  const unpacked = entry.method === 0 ? packed : inflated(packed, atMost)
  if (typeof unpacked === 'string') return unpacked
  if (unpacked.length > atMost) return 'too-large'
  return crc32(unpacked) === entry.crc32 ? unpacked.slice() : 'damaged'
}

function inflated(packed: Uint8Array, atMost: number): Uint8Array | 'too-large' | 'damaged' {
  const parts: Uint8Array[] = []
  let size = 0
  const stream = new Inflate(part => {
    size += part.length
    if (size <= atMost) parts.push(part)
  })
  try {
    for (let at = 0; at < packed.length || at === 0; at += stepBytes) {
      stream.push(packed.subarray(at, at + stepBytes), at + stepBytes >= packed.length)
      if (size > atMost) return 'too-large'
    }
  } catch {
    return 'damaged'
  }
  const whole = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** A name out of an archive as it may be shown. */
function shownName(name: string): string {
  return name.replace(/\p{C}/gu, '\ufffd').slice(0, 200)
}
