import type { CaseDocument, Fact, Text } from '../model/case.js'
import { parseState } from '../model/state.js'
import { type FactTime, parseFactTime, parseInstant } from '../model/time.js'
import { isTimezone } from '../model/timezone.js'

/** How a service stands as far as the record tells. */
export type BoardState = 'up' | 'impaired' | 'down' | 'unknown'

/** One service on the board. Times are UTC milliseconds. */
export interface BoardRow {
  readonly component: string
  readonly title: Text
  readonly state: BoardState
  /** As the fact writes it: `down`, `40%`, `at least 12000`. Empty where no fact tells. */
  readonly written: string
  /** When this state began: both ends of what is known; null where a side is open. */
  readonly since: { readonly fromEpochMs: number | null; readonly toEpochMs: number | null }
  /** One instant for it, or null where no fact tells. */
  readonly sinceMs: number | null
  /** The fact that tells the state. */
  readonly fact: string | null
  /** The last fact that speaks of it, which may only confirm the state. */
  readonly lastFact: string | null
  /** Another fact disputes the one that tells. */
  readonly disputed: boolean
}

/** How things stood at a time. */
export interface Board {
  /** UTC milliseconds; null: as the record ends. */
  readonly atEpochMs: number | null
  /** Down first, then impaired, then what is not known, then up; within each in the order of the document. */
  readonly rows: readonly BoardRow[]
}

/** What one fact says of one component. */
interface Saying {
  readonly fact: string
  readonly mode: 'changes' | 'shows'
  readonly written: string | number
  readonly from: number | null
  readonly to: number | null
  /** One instant, to order by. */
  readonly instant: number
}

/**
 * The board of services from the timeline alone: no model is run, and none is needed. Services are the components of that kind;
 * of a case without any, whatever its facts give a state to. A fact tells from the time it names on; among facts of one time the
 * last in the document tells.
 */
export function boardOf(document: CaseDocument, atEpochMs: number | null = null): Board {
  return openBoards(document).at(atEpochMs)
}

/** A timeline read once, for the boards of several times. */
export interface Boards {
  readonly at: (epochMs: number | null) => Board
  /** Times of the facts that give a state, UTC milliseconds, each once, in order. */
  readonly moments: readonly number[]
}

/** Reads the timeline of a case for boards. */
export function openBoards(document: CaseDocument): Boards {
  const sayings = sayingsIn(document)
  const disputed = disputedIn(document.facts ?? {})
  const services = servicesOf(document, sayings)
  const rank = ({ state }: BoardRow) => ORDER.indexOf(state)
  return {
    at: atEpochMs => {
      const rows = services.map(component => {
        const told = (sayings.get(component) ?? []).filter(
          ({ instant }) => atEpochMs === null || instant <= atEpochMs,
        )
        return rowOf(component, told, document, disputed)
      })
      return { atEpochMs, rows: rows.sort((a, b) => rank(a) - rank(b)) }
    },
    moments: [...new Set(services.flatMap(id => (sayings.get(id) ?? []).map(({ instant }) => instant)))].sort(
      (a, b) => a - b,
    ),
  }
}

const ORDER: readonly BoardState[] = ['down', 'impaired', 'unknown', 'up']

/** Components that the board shows, in the order of the document. */
function servicesOf(document: CaseDocument, sayings: ReadonlyMap<string, unknown>): string[] {
  const services = Object.entries(document.components ?? {})
    .filter(([, { kind }]) => kind === 'service')
    .map(([id]) => id)
  return services.length > 0 ? services : [...sayings.keys()]
}

function rowOf(
  component: string,
  told: readonly Saying[],
  document: CaseDocument,
  disputed: ReadonlySet<string>,
): BoardRow {
  const described = document.components?.[component]
  const title = described?.title ?? component
  const count = described?.count ?? null
  let telling: Saying | null = null
  let state: BoardState = 'unknown'
  let from: number | null = null
  let to: number | null = null
  for (const saying of told) {
    const next = stateOf(saying.written, count)
    const same = telling !== null && next === state && String(saying.written) === String(telling.written)
    // Said again of a state that holds already: it began when it was said first.
    if (same) continue
    // What is shown was so already: it began after the fact before it, at the latest now.
    from = saying.mode === 'changes' ? saying.from : (telling?.instant ?? null)
    to = saying.mode === 'changes' ? saying.to : (saying.to ?? saying.from)
    state = next
    telling = saying
  }
  return {
    component,
    title,
    state,
    written: telling === null ? '' : String(telling.written),
    since: { fromEpochMs: from, toEpochMs: to },
    sinceMs: telling === null ? null : telling.instant,
    fact: telling?.fact ?? null,
    lastFact: told.at(-1)?.fact ?? null,
    disputed: telling !== null && disputed.has(telling.fact),
  }
}

/** A number of units is `up` or `impaired` only where the case says how many there are; a percentage needs no number. */
function stateOf(written: string | number, count: number | null): BoardState {
  const percent =
    typeof written === 'string' ? /^(?:at least\s+)?(\d+(?:\.\d+)?)\s*%$/i.exec(written.trim()) : null
  if (percent !== null) {
    const share = Number(percent[1])
    return share > 100 ? 'unknown' : share === 0 ? 'down' : share === 100 ? 'up' : 'impaired'
  }
  const state = parseState(written, count ?? Number.MAX_SAFE_INTEGER)
  if ('code' in state) return 'unknown'
  if (state.level !== null) return state.level
  const units = state.exactly ?? state.atLeast ?? 0
  if (units === 0) return state.exactly === undefined ? 'unknown' : 'down'
  if (count === null) return 'unknown'
  return units >= count ? 'up' : 'impaired'
}

/** What facts of the main scenario say, by component, in the order of time. */
function sayingsIn(document: CaseDocument): ReadonlyMap<string, readonly Saying[]> {
  const { timezone, start } = document.case
  const sayings = new Map<string, Saying[]>()
  if (!isTimezone(timezone)) return sayings
  const begun = parseInstant(start, { timezone, startEpochMs: 0 })
  const startEpochMs = 'epochMs' in begun ? begun.epochMs : 0
  for (const [id, fact] of Object.entries(document.facts ?? {})) {
    if (fact.scenario !== undefined && fact.scenario !== 'main') continue
    const time = parseFactTime(fact.at, { timezone, startEpochMs })
    if ('code' in time) continue
    for (const mode of ['changes', 'shows'] as const) {
      for (const [component, written] of Object.entries(fact[mode] ?? {})) {
        const known = sayings.get(component)
        const saying = { fact: id, mode, written, ...epochsOf(time, startEpochMs) }
        if (known === undefined) sayings.set(component, [saying])
        else known.push(saying)
      }
    }
  }
  for (const of of sayings.values()) of.sort((a, b) => a.instant - b.instant)
  return sayings
}

function epochsOf({ fromMs, toMs }: FactTime, startEpochMs: number) {
  const from = fromMs === null ? null : startEpochMs + fromMs
  const to = toMs === null ? null : startEpochMs + toMs
  const instant = from === null ? (to ?? startEpochMs) : to === null ? from : Math.round((from + to) / 2)
  return { from, to, instant }
}

/** Facts that dispute another, or are disputed. */
function disputedIn(facts: Readonly<Record<string, Fact>>): ReadonlySet<string> {
  const found = new Set<string>()
  for (const [id, { disputes }] of Object.entries(facts)) {
    const others = [disputes ?? []].flat()
    if (others.length > 0) found.add(id)
    for (const other of others) found.add(other)
  }
  return found
}
