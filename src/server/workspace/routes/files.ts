import { editCase, listFiles, moveFile, readFile, removeFile, writeFile } from '../../../api/cases.js'
import type { CaseEdit } from '../../../files/caseEdit.js'
import { roleOf } from '../../../files/caseFile.js'
import { editCase as editFiles } from '../../../files/editCase.js'
import type { Language } from '../../../model/case.js'
import { editRefusal } from '../../../words/edits/editWords.js'
import type { CaseRoom } from '../../live/caseRoom.js'
import type { RoomRefusal } from '../../live/roomChange.js'
import { type Answer, callerOf, caseOf } from '../environment.js'
import { Refused } from '../refused.js'
import { casePath } from '../security/casePaths.js'
import { dataPolicy } from '../security/contentSecurityPolicy.js'
import type { Workspace } from '../workspace.js'

/** Pictures that cannot carry a script: they may be shown. Everything else is handed out to be kept. */
const pictures: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
}

/** The files of a case, and edits in the words of the case. All changes go through the room, beside who writes there. */
export function fileRoutes(answer: Answer, workspace: Workspace): void {
  const { store, rooms } = workspace

  answer(listFiles, async context => {
    const room = await rooms.open(caseOf(context).id)
    const files = await room.files()
    return context.json({ files: files.infos() }, 200)
  })

  answer(readFile, async context => {
    const { path } = context.req.valid('query')
    const room = await rooms.open(caseOf(context).id)
    const files = await room.files()
    const info = files.info(path)
    if (info === null) throw new Refused(404, 'no-such-file', { path }, 'path')
    const text = files.text(path)
    const bytes = text === null ? await store.blobs.read(info.sha256) : Buffer.from(text)
    if (bytes === null) throw new Refused(404, 'no-such-file', { path }, 'path')
    return fileResponse(path, bytes, info.sha256)
  })

  answer(writeFile, async context => {
    const { ifMatch, path: wanted } = context.req.valid('query')
    const path = casePath(wanted, 'path')
    const room = await rooms.open(caseOf(context).id)
    const bytes = new Uint8Array(await context.req.arrayBuffer())
    const text = roleOf(path) === 'attachment' ? null : textOf(bytes)
    const kept = text === null ? await room.keepBlob(bytes) : null
    const result = await room.change({ id: callerOf(context).user.id }, files => {
      const before = files.info(path)?.sha256 ?? 'none'
      if (ifMatch !== undefined && ifMatch !== before) return { refused: 'file-changed' as const }
      return kept === null ? [{ kind: 'write', path, text: text! }] : [{ kind: 'attach', path, ...kept }]
    })
    if ('refused' in result) {
      if (result.refused === 'file-changed') throw new Refused(409, 'file-changed', { path }, 'ifMatch')
      throw roomRefused(result.refused)
    }
    return context.json(await infoOf(room, path), 200)
  })

  answer(removeFile, async context => {
    const { path } = context.req.valid('query')
    const room = await rooms.open(caseOf(context).id)
    const result = await room.change({ id: callerOf(context).user.id }, () => [{ kind: 'remove', path }])
    if ('refused' in result) throw roomRefused(result.refused)
    return context.body(null, 204)
  })

  answer(moveFile, async context => {
    const { from, to } = context.req.valid('json')
    const target = casePath(to, 'to')
    const room = await rooms.open(caseOf(context).id)
    const result = await room.change({ id: callerOf(context).user.id }, () => [
      { kind: 'move', from, to: target },
    ])
    if ('refused' in result) throw roomRefused(result.refused)
    return context.json(await infoOf(room, target), 200)
  })

  answer(editCase, async context => {
    const { edits } = context.req.valid('json')
    const room = await rooms.open(caseOf(context).id)
    const changed = await editRoom(room, {
      edits: edits as readonly CaseEdit[],
      userId: callerOf(context).user.id,
      language: context.var.language,
    })
    return context.json({ changed }, 200)
  })
}

/** Makes edits in a room, all or none. Gives the paths of the files that are other than before. */
export async function editRoom(
  room: CaseRoom,
  {
    edits,
    userId,
    language,
  }: { readonly edits: readonly CaseEdit[]; readonly userId: string; readonly language: Language },
): Promise<string[]> {
  const result = await room.change({ id: userId }, files => {
    const edited = editFiles(files.texts, { kind: 'many', edits }, room.reader)
    return 'refused' in edited
      ? { refused: { edit: edited.refused } }
      : [{ kind: 'texts', changes: edited.changes }]
  })
  if (!('refused' in result)) return [...result.changed]
  const { refused } = result
  if (!('edit' in refused)) throw roomRefused(refused)
  const reason = editRefusal(refused.edit, language)
  throw new Refused(409, 'edit-refused', { reason, code: refused.edit.code }, 'edits')
}

/** Why a room made none of the changes, as the API says it. */
export function roomRefused({ code, path, limit }: RoomRefusal): Refused {
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

async function infoOf(room: CaseRoom, path: string) {
  const info = (await room.files()).info(path)
  // Somebody may have taken it away since.
  if (info === null) throw new Refused(404, 'no-such-file', { path })
  return info
}

/** Bytes of a file, so that nothing in them runs where the workspace's cookie is. */
export function fileResponse(path: string, bytes: Uint8Array, sha256: string): Response {
  const name = path.split('/').at(-1) ?? 'file'
  const type = pictures[name.split('.').at(-1)?.toLowerCase() ?? '']
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': type ?? 'application/octet-stream',
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      'Content-Security-Policy': dataPolicy,
      ETag: `"${sha256}"`,
    },
  })
}

/** Text where bytes are UTF-8 that comes out as it went in, else null. */
function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}
