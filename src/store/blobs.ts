import type { ExpressionBuilder } from 'kysely'
import type { StoreContext } from './context.js'
import { sha256 } from './hash.js'
import { StoreRefusal } from './storeRefusal.js'
import type { Tables } from './tables.js'

/** Bytes by their sha256, each kept once. */
export interface Blobs {
  /** Null where there are none by that hash. */
  read(hash: string): Promise<Uint8Array | null>
  /** Of those that are there, their sizes. */
  sizes(hashes: readonly string[]): Promise<Map<string, number>>
}

export function openBlobs({ query }: StoreContext): Blobs {
  return {
    async read(hash) {
      const row = await query.selectFrom('blobs').select('bytes').where('hash', '=', hash).executeTakeFirst()
      return row?.bytes ?? null
    },

    async sizes(hashes) {
      if (hashes.length === 0) return new Map()
      const rows = await query
        .selectFrom('blobs')
        .select(['hash', 'size'])
        .where('hash', 'in', [...new Set(hashes)])
        .execute()
      return new Map(rows.map(({ hash, size }) => [hash, size]))
    },
  }
}

/** Keeps bytes, unless they are kept already, and gives their hash. */
export async function putBlob({ query }: StoreContext, bytes: Uint8Array): Promise<string> {
  const hash = sha256(bytes)
  // Touching the row that is there keeps it from being forgotten before this transaction refers to it.
  await query
    .insertInto('blobs')
    .values({ hash, size: bytes.length, bytes })
    .onConflict(conflict => conflict.column('hash').doUpdateSet({ size: bytes.length }))
    .execute()
  return hash
}

/** The bytes of a blob that something refers to. */
export async function blobBytes(context: StoreContext, hash: string): Promise<Uint8Array> {
  const bytes = await openBlobs(context).read(hash)
  if (bytes === null) throw new StoreRefusal('no-such-file', { hash })
  return bytes
}

/** The hashes of all bytes that a case refers to, now or in a revision. */
export async function blobsOf({ query }: StoreContext, caseId: string): Promise<string[]> {
  const rows = await query
    .selectFrom('revision_changes')
    .select('blob_hash')
    .where('case_id', '=', caseId)
    .where('blob_hash', 'is not', null)
    .union(query.selectFrom('case_files').select('blob_hash').where('case_id', '=', caseId))
    .execute()
  return rows.map(({ blob_hash }) => blob_hash!)
}

/** The hashes of all bytes that nothing refers to: of attachments that were replaced before any revision, say. */
export async function strayBlobs({ query }: StoreContext): Promise<string[]> {
  const rows = await query.selectFrom('blobs').select('hash').where(isStray).orderBy('hash').execute()
  return rows.map(({ hash }) => hash)
}

/** Hashes that are asked about at once. */
const pageHashes = 1_000

/** Forgets those of some bytes that nothing refers to. */
export async function forgetBlobs({ query }: StoreContext, hashes: readonly string[]): Promise<void> {
  for (let from = 0; from < hashes.length; from += pageHashes) {
    const page = hashes.slice(from, from + pageHashes)
    await query.deleteFrom('blobs').where('hash', 'in', page).where(isStray).execute()
  }
}

function isStray({ and, not, exists, selectFrom }: ExpressionBuilder<Tables, 'blobs'>) {
  return and([
    not(exists(selectFrom('revision_changes').select('path').whereRef('blob_hash', '=', 'blobs.hash'))),
    not(exists(selectFrom('case_files').select('path').whereRef('blob_hash', '=', 'blobs.hash'))),
  ])
}
