import { Readable } from 'node:stream'
import {
  exportHistory,
  keepRevision,
  listRevisions,
  type Revision as RevisionBody,
  readChanges,
  restoreRevision,
} from '../../../api/cases.js'
import { roleOf } from '../../../files/caseFile.js'
import { exportGit } from '../../../store/git.js'
import { fileOf, type Revision } from '../../../store/revisions.js'
import { workspaceServerWords } from '../../../words/workspaceServer/workspaceServerWords.js'
import type { CaseFiles } from '../../live/caseTexts.js'
import type { RoomChange } from '../../live/roomChange.js'
import { changesBetween } from '../changesBetween.js'
import { changeRoom } from '../editRoom.js'
import { type Answer, callerOf, caseOf, writerOf } from '../environment.js'
import { Refused } from '../refused.js'
import type { Workspace } from '../workspace.js'

/** What a case was: its revisions, what changed between them, and going back. */
export function revisionRoutes(answer: Answer, workspace: Workspace): void {
  const { store, rooms, settings } = workspace

  answer(exportHistory, context => {
    const { id } = caseOf(context)
    const stream = Readable.toWeb(Readable.from(exportGit(store.context, id), { objectMode: false }))
    return new Response(stream as ReadableStream<Uint8Array>, {
      headers: {
        'Content-Type': 'application/octet-stream',
        'Content-Disposition': `attachment; filename="${id}.git-fast-import"`,
      },
    })
  })

  answer(listRevisions, async context => {
    const { id } = caseOf(context)
    const { before, limit } = context.req.valid('query')
    const found = await store.revisions.list(id, limit, before)
    const names = await namesOf(workspace, found)
    const revisions: RevisionBody[] = []
    for (const revision of found) revisions.push(await bodyOf(workspace, id, revision, names))
    return context.json({ revisions }, 200)
  })

  answer(keepRevision, async context => {
    const { id } = caseOf(context)
    const room = await rooms.open(id)
    const { message } = context.req.valid('json')
    const kept = await room.keepRevision({ id: callerOf(context).user.id }, message)
    return context.json(await bodyOf(workspace, id, kept, await namesOf(workspace, [kept])), 200)
  })

  answer(restoreRevision, async context => {
    const { id } = caseOf(context)
    const { number } = context.req.valid('param')
    const user = { id: callerOf(context).user.id }
    const room = await rooms.open(id)
    // What is there now stays a revision, so that going back can be gone back from.
    await room.keepRevision(user, '')
    const tree = await store.revisions.tree(id, number)
    const wanted = await filesAt(workspace, tree)
    await changeRoom(room, writerOf(context), files => changesTo(files, wanted))
    const { revisions } = workspaceServerWords(settings.language)
    const kept = await room.keepRevision(user, revisions.restored(number))
    return context.json(await bodyOf(workspace, id, kept, await namesOf(workspace, [kept])), 200)
  })

  answer(readChanges, async context => {
    const { id } = caseOf(context)
    const { from, to: wanted } = context.req.valid('query')
    const [head] = await store.revisions.list(id, 1)
    const to = wanted ?? head?.number ?? 0
    const [before, after] = await Promise.all(
      [from, to].map(number => (number === 0 ? [] : store.revisions.files(id, number))),
    )
    return context.json({ from, to, ...changesBetween(before!, after!) }, 200)
  })
}

/** A file of a revision: a text, or bytes that the store has. */
type WantedFile =
  | { readonly path: string; readonly text: string }
  | { readonly path: string; readonly sha256: string; readonly size: number }

async function filesAt({ store }: Workspace, tree: ReadonlyMap<string, string>): Promise<WantedFile[]> {
  const wanted: WantedFile[] = []
  for (const [path, hash] of tree) {
    const bytes = await store.blobs.read(hash)
    if (bytes === null) throw new Refused(404, 'no-such-file', { path })
    const { text } = roleOf(path) === 'attachment' ? { text: bytes } : fileOf(path, bytes)
    wanted.push(typeof text === 'string' ? { path, text } : { path, sha256: hash, size: bytes.length })
  }
  return wanted
}

/** What makes the files of a room those of a revision, each text by its smallest change. */
function changesTo(files: CaseFiles, wanted: readonly WantedFile[]): RoomChange[] {
  const kept = new Set(wanted.map(({ path }) => path))
  const gone = files.infos().filter(({ path }) => !kept.has(path))
  return [
    ...gone.map(({ path }) => ({ kind: 'remove' as const, path })),
    ...wanted.map(file =>
      'text' in file ? { kind: 'write' as const, ...file } : { kind: 'attach' as const, ...file },
    ),
  ]
}

async function namesOf(
  { store }: Workspace,
  revisions: readonly Revision[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(revisions.flatMap(({ authors }) => authors))]
  const users = await Promise.all(ids.map(id => store.users.get(id)))
  return new Map(users.flatMap(user => (user === null ? [] : [[user.id, user.name]])))
}

async function bodyOf(
  { store }: Workspace,
  caseId: string,
  { number, atMs, authors, message, hash }: Revision,
  names: ReadonlyMap<string, string>,
): Promise<RevisionBody> {
  const changes = await store.revisions.changes(caseId, number - 1, number)
  return {
    number,
    atMs,
    authors: authors.map(id => names.get(id) ?? id),
    message,
    changed: changes.map(({ path }) => path),
    hash,
  }
}
