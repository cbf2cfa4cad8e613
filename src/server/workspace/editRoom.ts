import type { CaseEdit } from '../../files/caseEdit.js'
import type { CaseDocument, Language } from '../../model/case.js'
import { editRefusal } from '../../words/edits/editWords.js'
import type { CaseRoom } from '../live/caseRoom.js'
import type { CaseFiles } from '../live/caseTexts.js'
import type { RoomChange, RoomRefusal } from '../live/roomChange.js'
import { Refused } from './refused.js'

/** Who changes a case, and the language that they are told in why they cannot. */
export interface CaseWriter {
  readonly userId: string
  readonly language: Language
}

/**
 * Changes the files of a case while nobody else does. `work` sees the files as they are then, and gives the changes or why
 * there are none. Gives the paths of the files that are other than before; throws Refused.
 */
export async function changeRoom(
  room: CaseRoom,
  { userId }: Pick<CaseWriter, 'userId'>,
  work: (files: CaseFiles) => readonly RoomChange[] | Refused,
): Promise<string[]> {
  const result = await room.change({ id: userId }, files => {
    const made = work(files)
    return made instanceof Refused ? { refused: made } : made
  })
  return changedBy(result)
}

/** Makes an edit in a case, or none of it. Throws Refused. */
export function editRoom(room: CaseRoom, writer: CaseWriter, edit: CaseEdit): Promise<string[]> {
  return proposeToRoom(room, writer, async () => edit)
}

/** Makes the edit that `work` draws from the document as it is when the edit is made. Throws Refused. */
export function editDocument(
  room: CaseRoom,
  writer: CaseWriter,
  work: (document: CaseDocument) => CaseEdit | Refused,
): Promise<string[]> {
  return proposeToRoom(room, writer, async files => {
    const document = await room.documentOf(files)
    return document === null ? new Refused(409, 'case-has-errors') : work(document)
  })
}

/** Edits are worked out beside the thread that answers requests, and anew where somebody wrote meanwhile. */
async function proposeToRoom(
  room: CaseRoom,
  { userId, language }: CaseWriter,
  work: (files: CaseFiles) => Promise<CaseEdit | Refused>,
): Promise<string[]> {
  const result = await room.propose<Refused>({ id: userId }, async files => {
    const edit = await work(files)
    if (edit instanceof Refused) return { refused: edit }
    const edited = await room.edited(files, edit)
    if (!('refused' in edited)) return edited.changes
    const reason = editRefusal(edited.refused, language)
    return { refused: new Refused(409, 'edit-refused', { reason, code: edited.refused.code }, 'edits') }
  })
  return changedBy(result)
}

function changedBy(
  result: { readonly changed: readonly string[] } | { readonly refused: Refused | RoomRefusal },
): string[] {
  if (!('refused' in result)) return [...result.changed]
  throw result.refused instanceof Refused ? result.refused : roomRefused(result.refused)
}

/** Why a room made none of the changes, as the API says it. */
function roomRefused({ code, path, limit }: RoomRefusal): Refused {
  const values = { path, ...(limit === undefined ? {} : { limit }) }
  switch (code) {
    case 'bad-path':
      return new Refused(400, 'bad-path', values)
    case 'bad-text':
      return new Refused(400, 'not-a-text', values)
    case 'no-such-file':
      return new Refused(404, 'no-such-file', values)
    case 'taken':
      return new Refused(409, 'path-taken', values)
    case 'attachment-too-large':
      return new Refused(413, 'file-too-large', values)
    default:
      return new Refused(413, code, values)
  }
}
