import type { ImportInput, ImportNote } from './draft.js'
import { importLimits } from './importLimits.js'
import { importNote } from './importNote.js'

/** The text of a file, and what has to be said of it. Null where it is none. */
export interface TextFile {
  readonly path: string
  readonly text: string | null
  readonly notes: readonly ImportNote[]
}

/**
 * Reads a file as text: UTF-8, UTF-16 where a byte order mark says so, else the Korean encoding that spreadsheets still
 * write (windows-949, which the encoding standard calls euc-kr), and says that it did. Never throws.
 */
export function readTextFile(file: ImportInput['files'][number]): TextFile {
  const { path, bytes } = file
  const refused = (code: string, values: ImportNote['values'] = {}): TextFile => ({
    path,
    text: null,
    notes: [importNote(code, 'error', path, values)],
  })
  if (bytes.length === 0) return refused('empty-file')
  if (bytes.length > importLimits.textBytes)
    return refused('text-too-large', { limit: importLimits.textBytes })
  const marked = encodingOfMark(bytes)
  const text = decoded(bytes, marked ?? 'utf-8')
  if (text !== null) {
    if (marked === null && text.includes('\0')) return refused('not-text')
    return text.trim() === '' ? refused('empty-file') : { path, text, notes: [] }
  }
  const korean = bytes.includes(0) ? null : decoded(bytes, 'euc-kr')
  if (korean === null) return refused('not-text')
  return {
    path,
    text: korean,
    notes: [importNote('legacy-encoding', 'warning', path, { encoding: 'EUC-KR' })],
  }
}

function encodingOfMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
}

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
