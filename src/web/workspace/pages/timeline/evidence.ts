import type { OpenCase } from '../../case/openCase.js'
import { sayRefusal } from '../../case/refusal.js'
import { say } from '../../pieces/status.js'
import { api } from '../../session/session.js'
import { fileSource } from './factEdits.js'
import { listOf, mapOf } from './loose.js'

/** The words that uploading needs. */
export interface EvidenceWords {
  readonly uploading: (name: string) => string
  readonly uploaded: (name: string) => string
  readonly notUploaded: (name: string) => string
}

/** A path under `evidence/` that no file of the case has. */
export function evidencePath(name: string, taken: ReadonlySet<string>): string {
  const plain =
    name
      .normalize('NFC')
      .replace(/[^\p{L}\p{M}\p{Nd}._-]+/gu, '-')
      .replace(/^[.-]+/, '') || 'file'
  const dot = plain.lastIndexOf('.')
  const [stem, end] = dot > 0 ? [plain.slice(0, dot), plain.slice(dot)] : [plain, '']
  let path = `evidence/${plain}`
  for (let number = 2; taken.has(path); number++) path = `evidence/${stem}-${number}${end}`
  return path
}

/** Uploads files, and makes each a source of a fact. */
export async function addEvidence(
  open: OpenCase,
  fact: string,
  files: readonly File[],
  words: EvidenceWords,
): Promise<void> {
  for (const file of files) {
    const taken = new Set(open.files.peek().map(({ path }) => path))
    const path = evidencePath(file.name, taken)
    const done = say(words.uploading(file.name))
    const asked = await api.ask('put', '/api/cases/{case}/file', {
      params: { case: open.id },
      query: { path, ifMatch: 'none' },
      bytes: file,
    })
    done()
    if ('refused' in asked) {
      say(asked.refused.message || words.notUploaded(file.name), { look: 'wrong' })
      continue
    }
    const written = open.written.peek()
    const source = fileSource(path, new Set(written.entries('sources').map(({ id }) => id)))
    const before = mapOf(written.entries('facts').find(({ id }) => id === fact)?.value)
    const isLinked = sayRefusal(
      open.edit([
        ...source.edits,
        { kind: 'set', path: ['facts', fact, 'sources'], value: [...listOf(before.sources), source.id] },
      ]),
    )
    if (isLinked) say(words.uploaded(file.name))
  }
}
