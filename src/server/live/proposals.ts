import type { SharedCase } from '../../collaboration/sharedCase.js'
import type { FileChanges } from '../../files/caseEdit.js'
import { roleOf } from '../../files/caseFile.js'
import type { CaseFiles } from './caseTexts.js'
import { NotKept, type Writer } from './notKept.js'
import { makeChange, planChange, type RoomChange, type RoomRefusal } from './roomChange.js'

/** Works changes of texts out from files, or says why there are none. It may be asked again with newer files. */
export type Proposal<Refused> = (
  files: CaseFiles,
) => Promise<readonly FileChanges[] | { readonly refused: Refused }>

export type ProposalResult<Refused> =
  | { readonly changed: readonly string[] }
  | { readonly refused: Refused | RoomRefusal }

/** What proposals need of the room that they are made in. */
export interface ProposalRoom {
  /** The files of now, when they are kept. */
  files(): Promise<CaseFiles>
  change<Refused>(
    user: Writer | null,
    work: (files: CaseFiles) => readonly RoomChange[] | { readonly refused: Refused },
  ): Promise<ProposalResult<Refused>>
  /** The files of now and a document of their own that makes them, when they are kept. */
  copy(): Promise<{ readonly files: CaseFiles; readonly shared: SharedCase }>
  has(path: string): boolean
  /** Takes an update made in a copy; resolves when it is kept. */
  insert(update: Uint8Array, user: Writer | null): Promise<void>
}

/** How often a proposal is worked out in the hope that nobody writes meanwhile; then it is made beside what they write. */
const undisturbedTries = 3

/** Proposals of one case that wait for their turn. */
const mostProposals = 200

const stale = Symbol('stale')

/** Whether what a proposal may have read is as it was: all of the model and the record, and the texts that it changes. */
function isStillSo(read: CaseFiles, now: CaseFiles, wanted: readonly FileChanges[]): boolean {
  if (read === now) return true
  const touched = new Set(wanted.map(({ path }) => path))
  return (
    read.texts.length === now.texts.length &&
    read.texts.every(
      ({ path, text }, index) =>
        now.texts[index]?.path === path &&
        (now.texts[index].text === text || (roleOf(path) !== 'yaml' && !touched.has(path))),
    )
  )
}

/** Changes that take longer to work out than others may wait, one after the other: each would disturb the others. */
export class Proposals {
  readonly #room: ProposalRoom
  #waiting = 0
  #last: Promise<unknown> = Promise.resolve()

  constructor(room: ProposalRoom) {
    this.#room = room
  }

  make<Refused>(user: Writer | null, work: Proposal<Refused>): Promise<ProposalResult<Refused>> {
    if (this.#waiting >= mostProposals) return Promise.reject(new NotKept('contended'))
    this.#waiting++
    const result = this.#last
      .then(() => this.#undisturbed(user, work))
      .finally(() => {
        this.#waiting--
      })
    this.#last = result.catch(() => {})
    return result
  }

  async #undisturbed<Refused>(
    user: Writer | null,
    work: Proposal<Refused>,
  ): Promise<ProposalResult<Refused>> {
    for (let tries = 0; tries < undisturbedTries; tries++) {
      const read = await this.#room.files()
      const wanted = await work(read)
      if ('refused' in wanted) return wanted
      const result = await this.#room.change<Refused | typeof stale>(user, files =>
        isStillSo(read, files, wanted) ? [{ kind: 'texts', changes: wanted }] : { refused: stale },
      )
      if (!('refused' in result)) return result
      if (result.refused !== stale) return { refused: result.refused }
    }
    return this.#beside(user, work)
  }

  /**
   * Where others write all the time, a proposal is made in a copy of the document, as somebody writes on a page: what they
   * wrote meanwhile stands beside it.
   */
  async #beside<Refused>(user: Writer | null, work: Proposal<Refused>): Promise<ProposalResult<Refused>> {
    const { files, shared } = await this.#room.copy()
    const wanted = await work(files)
    if ('refused' in wanted) return wanted
    const planned = planChange(files, [{ kind: 'texts', changes: wanted }])
    if ('code' in planned) return { refused: planned }
    const gone = planned.changed.find(path => !this.#room.has(path))
    if (gone !== undefined) return { refused: { code: 'no-such-file', path: gone } }
    const made: Uint8Array[] = []
    shared.on('update', (update: Uint8Array) => made.push(update))
    makeChange(shared, planned)
    for (const update of made) await this.#room.insert(update, user)
    return { changed: planned.changed }
  }
}
