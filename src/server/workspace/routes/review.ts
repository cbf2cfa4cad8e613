import {
  type AgendaItem,
  type Answer as AnswerBody,
  answerAnonymously,
  answerRound,
  closeRound,
  listRounds,
  listSignOffs,
  openRound,
  proposeAgenda,
  type Round as RoundBody,
  type SignOff as SignOffBody,
  signOff,
  withdrawSignOff,
} from '../../../api/review.js'
import type { Round, Answer as StoredAnswer } from '../../../store/rounds.js'
import type { SignOff } from '../../../store/signOffs.js'
import { type Answer, callerOf, caseOf } from '../environment.js'
import { Refused } from '../refused.js'
import { serverLimits } from '../security/limits.js'
import type { Workspace } from '../workspace.js'

/** Review rounds with their answers, and signing off. */
export function reviewRoutes(answer: Answer, workspace: Workspace): void {
  roundRoutes(answer, workspace)
  signOffRoutes(answer, workspace)
}

function roundRoutes(answer: Answer, workspace: Workspace): void {
  const { store, rooms } = workspace

  answer(listRounds, async context => {
    const { id } = caseOf(context)
    const rounds: RoundBody[] = []
    for (const round of await store.rounds.list(id)) rounds.push(await roundBody(workspace, id, round))
    return context.json({ rounds }, 200)
  })

  answer(proposeAgenda, async context => {
    const room = await rooms.open(caseOf(context).id)
    const items = await room.render('agenda', {})
    if (items === null) throw new Refused(409, 'case-has-errors')
    return context.json({ items }, 200)
  })

  answer(openRound, async context => {
    const { id } = caseOf(context)
    const { title, items } = context.req.valid('json')
    const userId = callerOf(context).user.id
    const round = await store.rounds.open(id, { title, userId, items })
    await store.audit.append({
      actor: userId,
      action: 'round.opened',
      caseId: id,
      details: { round: round.id },
    })
    return context.json(await roundBody(workspace, id, round), 201)
  })

  answer(answerRound, async context => {
    const { id } = caseOf(context)
    const { round } = context.req.valid('param')
    const { item, text, role } = context.req.valid('json')
    const userId = callerOf(context).user.id
    const known = new Set((await store.rounds.answersOf(id, round, userId)).map(given => given.id))
    await store.rounds.answer(id, round, item, { kind: 'role', userId, role, text })
    const made = (await store.rounds.answersOf(id, round, userId)).find(given => !known.has(given.id))
    return context.json({ id: made?.id ?? '', item, text, role }, 201)
  })

  answer(answerAnonymously, async context => {
    // Nothing here may say who answers, or when: no audit, no notice, no count by account, and nothing in the log.
    const { id } = caseOf(context)
    const { round } = context.req.valid('param')
    const { item, text } = context.req.valid('json')
    const given = await store.rounds.answers(id, round)
    if (given.length >= serverLimits.anonymousAnswers) throw new Refused(409, 'too-many-answers')
    await store.rounds.answer(id, round, item, { kind: 'anonymous', text })
    return context.body(null, 204)
  })

  answer(closeRound, async context => {
    const { id } = caseOf(context)
    const { round } = context.req.valid('param')
    const userId = callerOf(context).user.id
    const closed = await store.rounds.close(id, round, userId)
    await store.audit.append({ actor: userId, action: 'round.closed', caseId: id, details: { round } })
    return context.json(await roundBody(workspace, id, closed), 200)
  })
}

/** A round with what may be seen of its answers: those under a role as they come, anonymous ones when it is closed. */
async function roundBody({ store }: Workspace, caseId: string, round: Round): Promise<RoundBody> {
  const closed = round.closedAtMs !== null
  const answers = await store.rounds.answers(caseId, round.id)
  return {
    id: round.id,
    title: round.title,
    state: closed ? 'closed' : 'open',
    openedMs: round.openedAtMs,
    closedMs: round.closedAtMs,
    items: round.items.map(({ id, item }) => ({ ...(item as AgendaItem), id })),
    answers: answers.filter(({ kind }) => closed || kind !== 'anonymous').map(answerBody),
  }
}

function answerBody({ id, itemId, text, role }: StoredAnswer): AnswerBody {
  return { id, item: itemId, text, role }
}

function signOffRoutes(answer: Answer, workspace: Workspace): void {
  const { store, rooms } = workspace

  answer(listSignOffs, async context => {
    const { id } = caseOf(context)
    const [given, members, one] = await Promise.all([
      store.signOffs.list(id),
      store.members.ofCase(id),
      store.cases.get(id),
    ])
    const head = one?.headRevision ?? 0
    const bodies: SignOffBody[] = []
    for (const signed of given) bodies.push(await signOffBody(workspace, signed, head))
    const roles = [...new Set(members.flatMap(({ signOffRoles }) => signOffRoles))].sort()
    return context.json({ signOffs: bodies, roles, head }, 200)
  })

  answer(signOff, async context => {
    const { id } = caseOf(context)
    const { role, revision, note } = context.req.valid('json')
    const userId = callerOf(context).user.id
    const member = await store.members.get(id, userId)
    if (!member?.signOffRoles.includes(role)) throw new Refused(403, 'signs-not-as', { role }, 'role')
    const signed = await store.signOffs.sign(id, { revision, role, userId, note })
    await store.audit.append({
      actor: userId,
      action: 'sign-off.given',
      caseId: id,
      details: { signOff: signed.id, role, revision },
    })
    const head = (await store.cases.get(id))?.headRevision ?? revision
    rooms.notice(id, 'sign-offs')
    return context.json(await signOffBody(workspace, signed, head), 201)
  })

  answer(withdrawSignOff, async context => {
    const { id: caseId } = caseOf(context)
    const { id } = context.req.valid('param')
    const userId = callerOf(context).user.id
    await store.signOffs.withdraw(caseId, id, userId)
    await store.audit.append({
      actor: userId,
      action: 'sign-off.withdrawn',
      caseId,
      details: { signOff: id },
    })
    return context.body(null, 204)
  })
}

async function signOffBody({ store }: Workspace, signed: SignOff, head: number): Promise<SignOffBody> {
  const user = await store.users.get(signed.userId)
  return {
    id: signed.id,
    revision: signed.revision,
    role: signed.role,
    by: { user: signed.userId, name: user?.name ?? signed.userId },
    atMs: signed.atMs,
    note: signed.note,
    withdrawnMs: signed.withdrawnAtMs,
    revisionsSince: head - signed.revision,
  }
}
