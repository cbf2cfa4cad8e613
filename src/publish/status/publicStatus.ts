import { type BoardState, type Boards, openBoards } from '../../assess/board.js'
import type { CaseDocument, Fact, Text } from '../../model/case.js'
import { type FactTime, parseFactTime, parseInstant } from '../../model/time.js'
import { isTimezone } from '../../model/timezone.js'
import { sha256 } from '../checksums.js'
import { withhold } from '../withhold.js'

/** When something was, in UTC milliseconds; null where a side is open. */
export interface PublicTime {
  readonly fromEpochMs: number | null
  readonly toEpochMs: number | null
  /** One instant, to order by. */
  readonly epochMs: number
}

/** A service as the public sees it. */
export interface PublicService {
  readonly title: Text
  readonly state: BoardState
  /** `40%`, where the state is said so. */
  readonly share: string | null
  readonly since: PublicTime | null
}

/** One line of the history: an announcement, or a service that came into another state. */
export type PublicEntry = {
  /** Stable, and made so that it tells nothing: ids of facts are internal. */
  readonly key: string
  readonly at: PublicTime
} & (
  | { readonly kind: 'announcement'; readonly text: Text }
  | {
      readonly kind: 'change'
      readonly title: Text
      readonly state: BoardState
      readonly share: string | null
    }
)

/** All that the status page and its feed are made of; what is not in here cannot leave. */
export interface PublicStatus {
  readonly title: Text
  readonly organisation: Text | null
  readonly contact: string | null
  readonly timezone: string
  readonly startEpochMs: number
  readonly nowEpochMs: number
  readonly nextUpdateEpochMs: number | null
  /** The worst state of any service. */
  readonly overall: BoardState
  /** Worst first. */
  readonly services: readonly PublicService[]
  /** Newest first. */
  readonly entries: readonly PublicEntry[]
}

/** Times of which the history tells changes: the newest. */
const HISTORY_MOMENTS = 400
/** Lines of the history that are kept: the newest. */
export const HISTORY_ENTRIES = 200

/**
 * What of a case may be seen by everybody while the incident goes on: how its services stand and stood, and facts of phase
 * `communication` that are no claims. Withheld facts are taken out first, so that no state comes from one. Facts that lie in the future are left
 * for later. Of a case without a model every name that facts give a state to counts as a service.
 */
export function publicStatus(
  caseId: string,
  written: CaseDocument,
  nowEpochMs: number,
  nextUpdateEpochMs: number | null,
): PublicStatus {
  const { document } = withhold(written)
  const head = document.case
  const timezone = isTimezone(head.timezone) ? head.timezone : 'UTC'
  const begun = parseInstant(head.start, { timezone, startEpochMs: 0 })
  const startEpochMs = 'epochMs' in begun ? begun.epochMs : nowEpochMs
  const boards = openBoards(document)
  const { rows } = boards.at(nowEpochMs)
  const services = rows.map(
    ({ title, state, written: said, since, sinceMs }): PublicService => ({
      title,
      state,
      share: shareOf(said),
      since: sinceMs === null ? null : { ...since, epochMs: sinceMs },
    }),
  )
  services.sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state))
  const entries = entriesOf(caseId, document, boards, { timezone, startEpochMs, nowEpochMs })
  return {
    title: head.title,
    organisation: head.organisation ?? null,
    contact: head.contact ?? null,
    timezone,
    startEpochMs,
    nowEpochMs,
    nextUpdateEpochMs:
      nextUpdateEpochMs !== null && nextUpdateEpochMs > nowEpochMs ? nextUpdateEpochMs : null,
    overall: worstOf(services),
    services,
    entries,
  }
}

/** For the public what is back comes before what nobody has spoken of. */
const ORDER: readonly BoardState[] = ['down', 'impaired', 'up', 'unknown']

function worstOf(services: readonly PublicService[]): BoardState {
  return services[0]?.state ?? 'unknown'
}

const shareOf = (written: string): string | null => (/^\d+(?:\.\d+)?%$/.test(written) ? written : null)

/** What is claimed by somebody is a fact about what was said, not something told to the public. */
const isAnnounced = (fact: Fact) => fact.phase === 'communication' && fact['claimed-by'] === undefined

/** Announcements, and each change of a service's state: where it differs from the one before. */
function entriesOf(
  caseId: string,
  document: CaseDocument,
  boards: Boards,
  frame: { readonly timezone: string; readonly startEpochMs: number; readonly nowEpochMs: number },
): readonly PublicEntry[] {
  const entries: PublicEntry[] = []
  for (const [id, fact] of Object.entries(document.facts ?? {})) {
    if (fact.scenario !== undefined && fact.scenario !== 'main') continue
    const read = parseFactTime(fact.at, frame)
    if ('code' in read) continue
    const at = publicTime(read, frame.startEpochMs)
    if (at.epochMs <= frame.nowEpochMs && isAnnounced(fact)) {
      entries.push({ kind: 'announcement', key: keyOf(caseId, 'announcement', id), at, text: fact.text })
    }
  }
  entries.push(...changesIn(caseId, boards, frame.nowEpochMs))
  return entries
    .map((entry, place) => ({ entry, place }))
    .sort((a, b) => b.entry.at.epochMs - a.entry.at.epochMs || a.place - b.place)
    .slice(0, HISTORY_ENTRIES)
    .map(({ entry }) => entry)
}

/** The board is asked at each moment of the record, so that the history and the board cannot disagree. */
function changesIn(caseId: string, { at, moments }: Boards, nowEpochMs: number): PublicEntry[] {
  const before = new Map<string, string>()
  const entries: PublicEntry[] = []
  for (const moment of moments.filter(time => time <= nowEpochMs).slice(-HISTORY_MOMENTS)) {
    for (const { component, title, state, written, since, sinceMs, fact } of at(moment).rows) {
      const share = shareOf(written)
      const now = JSON.stringify([state, share])
      if (fact === null || sinceMs === null || before.get(component) === now) continue
      before.set(component, now)
      const key = keyOf(caseId, 'change', JSON.stringify([component, fact]))
      entries.push({ kind: 'change', key, at: { ...since, epochMs: sinceMs }, title, state, share })
    }
  }
  return entries
}

function keyOf(caseId: string, kind: string, id: string): string {
  return sha256(JSON.stringify([caseId, kind, id])).slice(0, 32)
}

function publicTime({ fromMs, toMs }: FactTime, startEpochMs: number): PublicTime {
  const from = fromMs === null ? null : startEpochMs + fromMs
  const to = toMs === null ? null : startEpochMs + toMs
  const epochMs = from === null ? (to ?? startEpochMs) : to === null ? from : Math.round((from + to) / 2)
  return { fromEpochMs: from, toEpochMs: to, epochMs }
}
