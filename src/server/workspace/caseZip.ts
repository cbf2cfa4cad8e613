import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import { type CaseFile, roleOf } from '../../files/caseFile.js'
import { readArchive } from '../../interop/archive/readArchive.js'
import { fileOf } from '../../store/revisions.js'
import { Refused } from './refused.js'
import { casePath } from './security/casePaths.js'

/** Every file has this time, so that the same case gives the same archive. */
const entryTime = new Date(1980, 0, 1)

/** A case folder as a zip, a file at a time: whoever reads slowly keeps little in memory. */
export function caseZip(
  folder: string,
  files: Iterable<() => Promise<CaseFile>>,
): ReadableStream<Uint8Array> {
  const waiting = files[Symbol.iterator]()
  let zip: Zip
  return new ReadableStream<Uint8Array>({
    start(controller) {
      zip = new Zip((fault, bytes, last) => {
        if (fault) controller.error(fault)
        else {
          if (bytes.length > 0) controller.enqueue(bytes)
          if (last) controller.close()
        }
      })
    },
    async pull() {
      const next = waiting.next()
      if (next.done) {
        zip.end()
        return
      }
      const { path, text } = await next.value()
      // Evidence is mostly packed already.
      const entry =
        roleOf(path) === 'attachment'
          ? new ZipPassThrough(`${folder}/${path}`)
          : new ZipDeflate(`${folder}/${path}`)
      entry.mtime = entryTime
      zip.add(entry)
      entry.push(typeof text === 'string' ? Buffer.from(text) : text, true)
    },
  })
}

/**
 * The files of a case in a zip, byte for byte. Its one outer folder, if there is one, is left out, and so is what plays no
 * part in a case. Refuses what cannot be unpacked within the limits and names that lead elsewhere.
 */
export function filesInZip(bytes: Uint8Array): CaseFile[] {
  const { input, notes } = readArchive(bytes, '')
  const fault = notes.find(({ severity }) => severity === 'error')
  if (fault !== undefined) {
    const large = /large|many|bomb/.test(fault.code)
    throw large ? new Refused(413, 'archive-too-large') : new Refused(400, 'bad-archive')
  }
  const unsafe = notes.find(({ code }) => code === 'archive-unsafe-name' || code === 'archive-link')
  if (unsafe !== undefined) {
    throw new Refused(400, 'bad-path', { path: String(unsafe.values.entry ?? '') })
  }
  const outer = outerFolder(input.files.map(({ path }) => path))
  const files = input.files
    .map(({ path, bytes }) => ({ path: path.slice(outer.length), bytes }))
    .filter(({ path }) => roleOf(path) !== 'other')
    .map(({ path, bytes }) => fileOf(casePath(path, 'body'), bytes))
  if (!files.some(({ path }) => roleOf(path) === 'yaml')) throw new Refused(400, 'empty-archive')
  return files
}

/** `kakao-2022/` where everything lies in that folder, else nothing. */
function outerFolder(paths: readonly string[]): string {
  const [first = ''] = paths
  const folder = first.slice(0, first.indexOf('/') + 1)
  const isCaseFolder = folder === 'evidence/'
  return folder !== '' && !isCaseFolder && paths.every(path => path.startsWith(folder)) ? folder : ''
}
