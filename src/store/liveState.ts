import { inTransaction, type StoreContext } from './context.js'
import { notify } from './notices.js'

/** What is known of a case while it happens, beside its timeline. */
export interface LiveState {
  /** When the next update is promised for. */
  readonly expectedUpdateAtMs: number | null
  /** Roles on duty and who has them now, as people wrote it. */
  readonly duties: Readonly<Record<string, string>>
  /** Null where nothing was ever set. */
  readonly changedAtMs: number | null
}

export interface LiveStates {
  get(caseId: string): Promise<LiveState>
  /** Changes what is given; `duties` as a whole. */
  set(
    caseId: string,
    change: {
      readonly expectedUpdateAtMs?: number | null
      readonly duties?: Readonly<Record<string, string>>
    },
  ): Promise<LiveState>
}

export function openLiveStates(context: StoreContext): LiveStates {
  const read = async ({ query }: StoreContext, caseId: string): Promise<LiveState> => {
    const row = await query
      .selectFrom('live_states')
      .selectAll()
      .where('case_id', '=', caseId)
      .executeTakeFirst()
    return {
      expectedUpdateAtMs: row?.expected_update_at ?? null,
      duties: row === undefined ? {} : (JSON.parse(row.duties) as Record<string, string>),
      changedAtMs: row?.changed_at ?? null,
    }
  }
  return {
    get: caseId => read(context, caseId),

    set: (caseId, { expectedUpdateAtMs, duties }) =>
      inTransaction(context, async context => {
        const { query, nowMs } = context
        const set = {
          changed_at: nowMs(),
          ...(expectedUpdateAtMs === undefined ? {} : { expected_update_at: expectedUpdateAtMs }),
          ...(duties === undefined ? {} : { duties: JSON.stringify(duties) }),
        }
        await query
          .insertInto('live_states')
          .values({ case_id: caseId, expected_update_at: null, duties: '{}', ...set })
          .onConflict(conflict => conflict.column('case_id').doUpdateSet(set))
          .execute()
        await notify(context, 'live', caseId)
        return read(context, caseId)
      }),
  }
}
