import type { StoreContext } from './context.js'
import { sha256 } from './hash.js'
import { StoreRefusal } from './storeRefusal.js'

/** A file as it was imported, with names and all: internal evidence. No export of a case has it, only a backup. */
export interface Original {
  readonly hash: string
  readonly name: string
  readonly mediaType: string
  readonly size: number
  readonly batchId: string | null
  readonly atMs: number
}

export interface Originals {
  /** Keeps a file by its hash; once, however often it is given. */
  add(
    caseId: string,
    original: Pick<Original, 'name' | 'mediaType' | 'batchId'> & { readonly bytes: Uint8Array },
  ): Promise<Original>
  list(caseId: string): Promise<Original[]>
  /** Refuses `no-such-original`. */
  read(caseId: string, hash: string): Promise<Original & { readonly bytes: Uint8Array }>
}

const columns = ['hash', 'name', 'media_type', 'size', 'batch_id', 'at'] as const

export function openOriginals({ query, nowMs }: StoreContext): Originals {
  const one = (caseId: string, hash: string) =>
    query.selectFrom('originals').where('case_id', '=', caseId).where('hash', '=', hash)
  return {
    async add(caseId, { bytes, name, mediaType, batchId }) {
      const hash = sha256(bytes)
      await query
        .insertInto('originals')
        .values({
          case_id: caseId,
          hash,
          name,
          media_type: mediaType,
          size: bytes.length,
          bytes,
          batch_id: batchId,
          at: nowMs(),
        })
        .onConflict(conflict => conflict.columns(['case_id', 'hash']).doNothing())
        .execute()
      return originalOf(await one(caseId, hash).select(columns).executeTakeFirstOrThrow())
    },

    async list(caseId) {
      const rows = await query
        .selectFrom('originals')
        .select(columns)
        .where('case_id', '=', caseId)
        .orderBy('at')
        .orderBy('hash')
        .execute()
      return rows.map(originalOf)
    },

    async read(caseId, hash) {
      const row = await one(caseId, hash)
        .select([...columns, 'bytes'])
        .executeTakeFirst()
      if (row === undefined) throw new StoreRefusal('no-such-original')
      return { ...originalOf(row), bytes: row.bytes }
    },
  }
}

function originalOf(row: {
  hash: string
  name: string
  media_type: string
  size: number
  batch_id: string | null
  at: number
}): Original {
  return {
    hash: row.hash,
    name: row.name,
    mediaType: row.media_type,
    size: row.size,
    batchId: row.batch_id,
    atMs: row.at,
  }
}
