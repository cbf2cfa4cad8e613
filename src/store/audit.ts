import { inTransaction, type StoreContext } from './context.js'
import { sha256 } from './hash.js'
import type { AuditTable } from './tables.js'

/**
 * One thing that was done. Nothing in it tells of a single anonymous answer: not that there was one, nor when.
 */
export interface AuditEntry {
  /** Counts up from 1 without gaps. */
  readonly number: number
  readonly atMs: number
  /** Who did it; null: the program itself. */
  readonly actor: string | null
  /** `case.created`, `member.set`, … */
  readonly action: string
  readonly caseId: string | null
  readonly details: Readonly<Record<string, unknown>>
  /** Of this entry and, through it, of all before. */
  readonly hash: string
}

export interface Audit {
  /**
   * Adds an entry. Entries are made one after the other: inside a longer transaction this belongs at its end, since
   * all others wait from here on.
   */
  append(entry: Pick<AuditEntry, 'actor' | 'action' | 'caseId' | 'details'>): Promise<AuditEntry>
  /** Newest first; of one case, or of everything (null); at most `limit` before `beforeNumber`. */
  list(caseId: string | null, limit: number, beforeNumber?: number): Promise<AuditEntry[]>
}

/** The hash of an entry: of everything in it and the hash before it, in this order, as JSON. */
export function auditHash(row: Omit<AuditTable, 'hash'>): string {
  return sha256(
    JSON.stringify([row.previous_hash, row.number, row.at, row.actor, row.action, row.case_id, row.details]),
  )
}

export function openAudit(context: StoreContext): Audit {
  return {
    append: ({ actor, action, caseId, details }) =>
      inTransaction(context, async ({ query, nowMs }) => {
        const head = await query
          .selectFrom('chain_heads')
          .selectAll()
          .where('name', '=', 'audit')
          .forUpdate()
          .executeTakeFirstOrThrow()
        const row = {
          number: head.number + 1,
          at: nowMs(),
          actor,
          action,
          case_id: caseId,
          details: JSON.stringify(details),
          previous_hash: head.hash,
        }
        const hash = auditHash(row)
        await query
          .insertInto('audit')
          .values({ ...row, hash })
          .execute()
        await query
          .updateTable('chain_heads')
          .set({ number: row.number, hash })
          .where('name', '=', 'audit')
          .execute()
        return entryOf({ ...row, hash })
      }),

    async list(caseId, limit, beforeNumber) {
      const rows = await context.query
        .selectFrom('audit')
        .selectAll()
        .$if(caseId !== null, some => some.where('case_id', '=', caseId))
        .$if(beforeNumber !== undefined, some => some.where('number', '<', beforeNumber!))
        .orderBy('number', 'desc')
        .limit(limit)
        .execute()
      return rows.map(entryOf)
    },
  }
}

function entryOf(row: AuditTable): AuditEntry {
  return {
    number: row.number,
    atMs: row.at,
    actor: row.actor,
    action: row.action,
    caseId: row.case_id,
    details: JSON.parse(row.details) as Record<string, unknown>,
    hash: row.hash,
  }
}
