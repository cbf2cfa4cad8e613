/**
 * The directory at the end of a zip file (PKWARE APPNOTE 6.3, sections 4.3.12 and 4.3.16). What is read here is what the
 * archive says of itself, and nothing of it is believed: sizes are counted again when an entry is unpacked.
 */
export interface ZipEntry {
  /** As it is written, in the encoding that fits. */
  readonly name: string
  /** 0: stored, 8: deflated. Others are not read. */
  readonly method: number
  readonly encrypted: boolean
  readonly symbolicLink: boolean
  readonly crc32: number
  readonly packedBytes: number
  /** Where the entry's own header begins. */
  readonly offset: number
}

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const endBytes = 22
const entryHeaderBytes = 46
/** The comment after the directory may be so long. */
const longestComment = 0xffff
const unixHost = 3
const linkType = 0o120000
const typeMask = 0o170000

/** Whether bytes begin as a zip file does: with an entry, or with the end of an empty one. */
export function isZip(bytes: Uint8Array): boolean {
  return (
    bytes.length >= endBytes &&
    bytes[0] === 0x50 &&
    bytes[1] === 0x4b &&
    ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6))
  )
}

/** The entries that the directory lists, up to one more than `atMost`, or null where there is no directory to be read. */
export function readZipDirectory(bytes: Uint8Array, atMost: number): readonly ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  if (end === null) return null
  const entries: ZipEntry[] = []
  let at = view.getUint32(end + 16, true)
  const count = view.getUint16(end + 10, true)
  for (let read = 0; read < count && read <= atMost; read++) {
    if (at + entryHeaderBytes > end || view.getUint32(at, true) !== entrySignature) return null
    const nameBytes = view.getUint16(at + 28, true)
    const next =
      at + entryHeaderBytes + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    if (next > end) return null
    const flags = view.getUint16(at + 8, true)
    const mode = view.getUint32(at + 38, true) >>> 16
    entries.push({
      name: nameOf(bytes.subarray(at + entryHeaderBytes, at + entryHeaderBytes + nameBytes)),
      method: view.getUint16(at + 10, true),
      encrypted: (flags & 0x2041) !== 0,
      symbolicLink: view.getUint8(at + 5) === unixHost && (mode & typeMask) === linkType,
      crc32: view.getUint32(at + 16, true),
      packedBytes: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    })
    at = next
  }
  return entries
}

/** The packed bytes of an entry, or null where its own header is not where the directory says. */
export function packedBytesOf(bytes: Uint8Array, entry: ZipEntry): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { offset, packedBytes } = entry
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== 0x04034b50) return null
  const from = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  return from + packedBytes > bytes.length ? null : bytes.subarray(from, from + packedBytes)
}

function endOf(view: DataView): number | null {
  const lowest = Math.max(0, view.byteLength - endBytes - longestComment)
  for (let at = view.byteLength - endBytes; at >= lowest; at--) {
    if (view.getUint32(at, true) === endSignature) return at
  }
  return null
}

/** UTF-8 where it is that, else what Korean Windows writes, else byte by byte. */
function nameOf(bytes: Uint8Array): string {
  for (const encoding of ['utf-8', 'euc-kr']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // The next encoding is tried.
    }
  }
  return String.fromCharCode(...bytes)
}
