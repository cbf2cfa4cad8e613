import type { StoreContext } from './context.js'
import { sha256 } from './hash.js'
import { StoreRefusal } from './storeRefusal.js'

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
  // Touching the row that is there keeps it from being swept before this transaction refers to it.
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

/** Forgets bytes that nothing refers to any more. */
export async function sweepBlobs({ query }: StoreContext): Promise<void> {
  await query
    .deleteFrom('blobs')
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('revision_changes').select('path').whereRef('blob_hash', '=', 'blobs.hash'))),
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('case_files').select('path').whereRef('blob_hash', '=', 'blobs.hash'))),
    )
    .execute()
}
