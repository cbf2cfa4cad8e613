import { inTransaction, newId, type StoreContext, type TransactionContext } from './context.js'
import { notify } from './notices.js'
import { shuffled } from './shuffle.js'
import { StoreRefusal } from './storeRefusal.js'
import type { AnswersTable, RoundsTable } from './tables.js'

/** A round of review: an agenda, and answers until it closes. */
export interface Round {
  readonly id: string
  readonly title: string
  readonly openedBy: string | null
  readonly openedAtMs: number
  readonly closedBy: string | null
  readonly closedAtMs: number | null
  readonly items: readonly AgendaItem[]
}

/** One thing to be answered. `item` is JSON of the server's own. */
export interface AgendaItem {
  readonly id: string
  readonly item: unknown
}

/** An answer: with its writer, under a role (the writer is kept and shown to nobody), or without any trace of one. */
export type NewAnswer =
  | { readonly kind: 'named'; readonly userId: string; readonly text: string }
  | { readonly kind: 'role'; readonly userId: string; readonly role: string; readonly text: string }
  | { readonly kind: 'anonymous'; readonly text: string }

export interface Answer {
  readonly id: string
  readonly itemId: string
  readonly kind: NewAnswer['kind']
  readonly userId: string | null
  readonly role: string | null
  readonly text: string
  readonly atMs: number | null
}

export interface Rounds {
  /** Newest first. */
  list(caseId: string): Promise<Round[]>
  /** Refuses `no-such-round`. */
  get(caseId: string, id: string): Promise<Round>
  open(
    caseId: string,
    round: { title: string; userId: string | null; items: readonly unknown[] },
  ): Promise<Round>
  /** Refuses `no-such-round`, `no-such-item`, `round-closed`. */
  answer(caseId: string, roundId: string, itemId: string, answer: NewAnswer): Promise<void>
  /** Refuses `no-such-round`, `round-closed`. */
  close(caseId: string, id: string, userId: string | null): Promise<Round>
  /** All answers of a round, shuffled anew each time. Whether they may be seen yet is the caller's to know. */
  answers(caseId: string, roundId: string): Promise<Answer[]>
  /** The answers that somebody gave with a name or under a role. Anonymous ones are nobody's. */
  answersOf(caseId: string, roundId: string, userId: string): Promise<Answer[]>
}

/**
 * How an anonymous answer is kept apart from whoever wrote it. Its row has no account, address or time, and its id is
 * chance. That is not enough: rows lie in the order in which they came, and carry the number of their transaction. So
 * each new anonymous answer takes all of its round's out and puts all of them back in random order, in one
 * transaction: afterwards place (`ctid`) and transaction (`xmin`) are those of one moment, and say nothing of any one.
 * Nothing about single answers is written to the audit log, and no notice is sent.
 *
 * What remains: the text itself; that the last of the answers came in the transaction before some other; and, for who
 * has the disk, what PostgreSQL has not yet overwritten (dead rows until vacuum, its log until it is recycled).
 */
export function openRounds(context: StoreContext): Rounds {
  const { query } = context
  const get = async (caseId: string, id: string) => {
    const row = await query
      .selectFrom('rounds')
      .selectAll()
      .where('case_id', '=', caseId)
      .where('id', '=', id)
      .executeTakeFirst()
    if (row === undefined) throw new StoreRefusal('no-such-round')
    return (await withItems(context, caseId, [row]))[0]!
  }
  const answersOf = (caseId: string, roundId: string) =>
    query.selectFrom('answers').selectAll().where('case_id', '=', caseId).where('round_id', '=', roundId)

  return {
    async list(caseId) {
      const rows = await query
        .selectFrom('rounds')
        .selectAll()
        .where('case_id', '=', caseId)
        .orderBy('opened_at', 'desc')
        .orderBy('id')
        .execute()
      return withItems(context, caseId, rows)
    },
    get,

    open: (caseId, { title, userId, items }) =>
      inTransaction(context, async context => {
        const { query, nowMs } = context
        const round = {
          case_id: caseId,
          id: newId(context),
          title,
          opened_by: userId,
          opened_at: nowMs(),
          closed_by: null,
          closed_at: null,
        }
        const agenda = items.map((item, position) => ({
          case_id: caseId,
          round_id: round.id,
          id: newId(context),
          position,
          item: JSON.stringify(item ?? null),
        }))
        await query.insertInto('rounds').values(round).execute()
        if (agenda.length > 0) await query.insertInto('agenda_items').values(agenda).execute()
        await notify(context, 'rounds', caseId)
        return (await withItems(context, caseId, [round]))[0]!
      }),

    answer: (caseId, roundId, itemId, answer) =>
      inTransaction(context, async context => {
        await lockOpen(context, caseId, roundId)
        const item = await context.query
          .selectFrom('agenda_items')
          .select('id')
          .where('case_id', '=', caseId)
          .where('round_id', '=', roundId)
          .where('id', '=', itemId)
          .executeTakeFirst()
        if (item === undefined) throw new StoreRefusal('no-such-item')
        const place = { id: newId(context), case_id: caseId, round_id: roundId, item_id: itemId }
        if (answer.kind === 'anonymous') {
          const nobody = { kind: answer.kind, user_id: null, role: null, text: answer.text, at: null }
          await addAmongAnonymous(context, { ...place, ...nobody })
        } else {
          const role = answer.kind === 'role' ? answer.role : null
          const { kind, userId, text } = answer
          const row = { ...place, kind, user_id: userId, role, text, at: context.nowMs() }
          await context.query.insertInto('answers').values(row).execute()
          // Those under a role are seen at once; of anonymous ones nobody is told anything.
          await notify(context, 'rounds', caseId)
        }
      }),

    close: (caseId, id, userId) =>
      inTransaction(context, async context => {
        const row = await lockOpen(context, caseId, id)
        const closed = { closed_by: userId, closed_at: context.nowMs() }
        await context.query
          .updateTable('rounds')
          .set(closed)
          .where('case_id', '=', caseId)
          .where('id', '=', id)
          .execute()
        await notify(context, 'rounds', caseId)
        return (await withItems(context, caseId, [{ ...row, ...closed }]))[0]!
      }),

    async answers(caseId, roundId) {
      return shuffled(context, await answersOf(caseId, roundId).execute()).map(answerOf)
    },

    async answersOf(caseId, roundId, userId) {
      const rows = await answersOf(caseId, roundId)
        .where('user_id', '=', userId)
        .orderBy('at')
        .orderBy('id')
        .execute()
      return rows.map(answerOf)
    },
  }
}

async function addAmongAnonymous(context: TransactionContext, row: AnswersTable): Promise<void> {
  const { query } = context
  const others = await query
    .deleteFrom('answers')
    .where('case_id', '=', row.case_id)
    .where('round_id', '=', row.round_id)
    .where('kind', '=', 'anonymous')
    .returningAll()
    .execute()
  // One statement a row: the parameters of a statement are counted, and answers of a round are few.
  for (const one of shuffled(context, [...others, row])) {
    await query.insertInto('answers').values(one).execute()
  }
}

async function lockOpen({ query }: TransactionContext, caseId: string, id: string): Promise<RoundsTable> {
  const row = await query
    .selectFrom('rounds')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw new StoreRefusal('no-such-round')
  if (row.closed_at !== null) throw new StoreRefusal('round-closed')
  return row
}

async function withItems(
  { query }: StoreContext,
  caseId: string,
  rows: readonly RoundsTable[],
): Promise<Round[]> {
  const items = await query
    .selectFrom('agenda_items')
    .select(['round_id', 'id', 'item'])
    .where('case_id', '=', caseId)
    .orderBy('position')
    .execute()
  return rows.map(row => ({
    id: row.id,
    title: row.title,
    openedBy: row.opened_by,
    openedAtMs: row.opened_at,
    closedBy: row.closed_by,
    closedAtMs: row.closed_at,
    items: items
      .filter(item => item.round_id === row.id)
      .map(({ id, item }) => ({ id, item: JSON.parse(item) as unknown })),
  }))
}

function answerOf(row: AnswersTable): Answer {
  return {
    id: row.id,
    itemId: row.item_id,
    kind: row.kind,
    userId: row.user_id,
    role: row.role,
    text: row.text,
    atMs: row.at,
  }
}
