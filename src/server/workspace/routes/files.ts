import { editCase, listFiles, moveFile, readFile, removeFile, writeFile } from '../../../api/cases.js'
import type { CaseEdit } from '../../../files/caseEdit.js'
import { roleOf } from '../../../files/caseFile.js'
import type { CaseRoom } from '../../live/caseRoom.js'
import { changeRoom, editRoom } from '../editRoom.js'
import { type Answer, caseOf, writerOf } from '../environment.js'
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
    await changeRoom(room, writerOf(context), files => {
      const before = files.info(path)?.sha256 ?? 'none'
      if (ifMatch !== undefined && ifMatch !== before) {
        return new Refused(409, 'file-changed', { path }, 'ifMatch')
      }
      return kept === null ? [{ kind: 'write', path, text: text! }] : [{ kind: 'attach', path, ...kept }]
    })
    return context.json(await infoOf(room, path), 200)
  })

  answer(removeFile, async context => {
    const { path } = context.req.valid('query')
    const room = await rooms.open(caseOf(context).id)
    await changeRoom(room, writerOf(context), () => [{ kind: 'remove', path }])
    return context.body(null, 204)
  })

  answer(moveFile, async context => {
    const { from, to } = context.req.valid('json')
    const target = casePath(to, 'to')
    const room = await rooms.open(caseOf(context).id)
    await changeRoom(room, writerOf(context), () => [{ kind: 'move', from, to: target }])
    return context.json(await infoOf(room, target), 200)
  })

  answer(editCase, async context => {
    const { edits } = context.req.valid('json')
    const room = await rooms.open(caseOf(context).id)
    const edit = { kind: 'many', edits: edits as readonly CaseEdit[] } as const
    const changed = await editRoom(room, writerOf(context), edit)
    return context.json({ changed }, 200)
  })
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
