import { newId, type StoreContext } from './context.js'
import { StoreRefusal } from './storeRefusal.js'
import type { WebhooksTable } from './tables.js'

/** An address that a machine posts to while something happens. The store knows the hash of its secret only. */
export interface Webhook {
  readonly id: string
  readonly caseId: string
  readonly name: string
  /** What is posted: a format of `interop/`. */
  readonly format: string
  readonly createdBy: string | null
  readonly createdAtMs: number
  /** Days since 1970; null before the first use. */
  readonly lastUsedDay: number | null
}

export interface Webhooks {
  create(
    webhook: Pick<Webhook, 'caseId' | 'name' | 'format' | 'createdBy'> & { readonly secretHash: string },
  ): Promise<Webhook>
  /** The one with that secret, or null. Notes the day of its use. */
  find(secretHash: string): Promise<Webhook | null>
  list(caseId: string): Promise<Webhook[]>
  /** Refuses `no-such-webhook`. */
  remove(caseId: string, id: string): Promise<void>
}

const dayMs = 86_400_000

export function openWebhooks(context: StoreContext): Webhooks {
  const { query, nowMs } = context
  return {
    async create({ secretHash, ...webhook }) {
      const made: Webhook = { ...webhook, id: newId(context), createdAtMs: nowMs(), lastUsedDay: null }
      await query
        .insertInto('webhooks')
        .values({
          id: made.id,
          case_id: made.caseId,
          name: made.name,
          format: made.format,
          secret_hash: secretHash,
          created_by: made.createdBy,
          created_at: made.createdAtMs,
          last_used_day: null,
        })
        .execute()
      return made
    },

    async find(secretHash) {
      const row = await query
        .selectFrom('webhooks')
        .selectAll()
        .where('secret_hash', '=', secretHash)
        .executeTakeFirst()
      if (row === undefined) return null
      const today = Math.floor(nowMs() / dayMs)
      if (row.last_used_day !== today) {
        await query.updateTable('webhooks').set({ last_used_day: today }).where('id', '=', row.id).execute()
      }
      return webhookOf({ ...row, last_used_day: today })
    },

    async list(caseId) {
      const rows = await query
        .selectFrom('webhooks')
        .selectAll()
        .where('case_id', '=', caseId)
        .orderBy('created_at')
        .orderBy('id')
        .execute()
      return rows.map(webhookOf)
    },

    async remove(caseId, id) {
      const done = await query
        .deleteFrom('webhooks')
        .where('case_id', '=', caseId)
        .where('id', '=', id)
        .executeTakeFirst()
      if (done.numDeletedRows === 0n) throw new StoreRefusal('no-such-webhook')
    },
  }
}

function webhookOf(row: WebhooksTable): Webhook {
  return {
    id: row.id,
    caseId: row.case_id,
    name: row.name,
    format: row.format,
    createdBy: row.created_by,
    createdAtMs: row.created_at,
    lastUsedDay: row.last_used_day,
  }
}
