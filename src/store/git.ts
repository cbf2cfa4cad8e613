import { blobBytes } from './blobs.js'
import type { StoreContext } from './context.js'
import { openRevisions, type Revision } from './revisions.js'
import { StoreRefusal } from './storeRefusal.js'
import { openUsers } from './users.js'

/** The branch that the history goes to. */
const branch = 'refs/heads/main'

/** Addresses are nobody's: `.invalid` is kept free for that (RFC 2606). */
const addressDomain = 'manil.invalid'

const program = { name: 'Manil', address: `workspace@${addressDomain}` }

interface Person {
  readonly name: string
  readonly address: string
}

/**
 * The revisions of a case as commits, in the language of `git fast-import`: each with its files to the byte, its time,
 * message, kind and hash. The same history gives the same bytes, and so the same commits, as long as its authors are
 * called the same. People are called by their names here; addresses are made up. Refuses `no-such-case`.
 *
 *     git init --initial-branch=main case && git -C case fast-import < stream && git -C case checkout
 */
export async function* exportGit(context: StoreContext, caseId: string): AsyncGenerator<Uint8Array> {
  const row = await context.query.selectFrom('cases').selectAll().where('id', '=', caseId).executeTakeFirst()
  if (row === undefined) throw new StoreRefusal('no-such-case', { case: caseId })
  const names = new Map((await openUsers(context).list()).map(({ id, name }) => [id, name]))
  const marks = new Map<string, number>()
  yield text('feature done\n')
  for (let number = 1; number <= row.head_revision; number++) {
    const revision = await openRevisions(context).get(caseId, number)
    const changes = await changesOf(context, caseId, number)
    for (const { blob_hash } of changes) {
      if (blob_hash === null || marks.has(blob_hash)) continue
      marks.set(blob_hash, marks.size + 1)
      const bytes = await blobBytes(context, blob_hash)
      yield text(`blob\nmark :${marks.get(blob_hash)}\ndata ${bytes.length}\n`)
      yield bytes
      yield text('\n')
    }
    yield text(commit(revision, names))
    // A file may take the place of a folder: what goes, goes first.
    for (const { path, blob_hash } of changes) if (blob_hash === null) yield text(`D ${quoted(path)}\n`)
    for (const { path, blob_hash } of changes) {
      if (blob_hash !== null) yield text(`M 100644 :${marks.get(blob_hash)} ${quoted(path)}\n`)
    }
    yield text('\n')
  }
  yield text('done\n')
}

function changesOf({ query }: StoreContext, caseId: string, number: number) {
  return query
    .selectFrom('revision_changes')
    .select(['path', 'blob_hash'])
    .where('case_id', '=', caseId)
    .where('number', '=', number)
    .orderBy('path')
    .execute()
}

function commit(revision: Revision, names: ReadonlyMap<string, string>): string {
  const people = revision.authors.map(id => person(id, names))
  const seconds = Math.floor(revision.atMs / 1000)
  const message = Buffer.from(messageOf(revision, people.slice(1)))
  return [
    `commit ${branch}`,
    `author ${signature(people[0] ?? program, seconds)}`,
    `committer ${signature(program, seconds)}`,
    `data ${message.length}`,
    message,
    '',
  ].join('\n')
}

function messageOf({ number, message, kind, hash }: Revision, others: readonly Person[]): string {
  const subject = message.trim() === '' ? `${kind} (${number})` : message.trim()
  const trailers = [
    `Manil-Revision: ${number}`,
    `Manil-Kind: ${kind}`,
    `Manil-Hash: ${hash}`,
    ...others.map(({ name, address }) => `Co-authored-by: ${name} <${address}>`),
  ]
  return `${subject}\n\n${trailers.join('\n')}\n`
}

function signature({ name, address }: Person, seconds: number): string {
  return `${name} <${address}> ${seconds} +0000`
}

/** Somebody as git writes people: without the marks that end a name, and never without a name. */
function person(id: string, names: ReadonlyMap<string, string>): Person {
  const name = (names.get(id) ?? '').replace(/[<>\p{Cc}]/gu, ' ').trim()
  return { name: name === '' ? id : name, address: `${id}@${addressDomain}` }
}

/** A path as fast-import reads it: in quotes, with the bytes of UTF-8 as they are. */
function quoted(path: string): string {
  return `"${path.replace(/["\\]/g, '\\$&')}"`
}

function text(line: string): Uint8Array {
  return Buffer.from(line)
}
