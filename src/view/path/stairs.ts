import type { Interval } from '../../engine/history.js'
import { recoveryPath, type Step } from '../../engine/recoveryPath.js'
import { pathWords } from '../../words/paths/pathWords.js'
import { eventPath } from '../eventPath.js'
import { withRequired } from '../ifs/combination.js'
import { recordOf, type ServiceRecord } from '../recovery/serviceRecord.js'
import type { Replayed, Report } from '../report.js'

/** One step of the staircase. Steps are contiguous; with the gaps they add up to the recorded outage. */
export interface Stair {
  readonly fromMs: number
  readonly toMs: number
  readonly label: string
  /** `model`: a step of the model's recovery path; `gap`: what the model does not explain. */
  readonly kind: 'model' | 'gap'
  /** Places of the case that its length comes from, with spaces between. */
  readonly from: string
  /** Ifs that alone remove this step, or shorten it, with what then remains. */
  readonly removedBy: readonly string[]
  readonly shortenedBy: readonly { readonly id: string; readonly leftMs: number }[]
}

/** The outage of one service: what the model's hours were spent on, and what the record says. */
export interface Staircase {
  readonly component: string
  readonly stairs: readonly Stair[]
  readonly interval: Interval
  readonly record: ServiceRecord | null
}

/** A run of steps of one kind of one component; batches of one recovery are one. */
interface Stretch {
  readonly key: string
  readonly fromMs: number
  toMs: number
  readonly first: Step
  units: number
}

const LEAST_NOTE_MS = 60_000

/** The staircase of a service's last outage in the baseline, or null where the model does not have it down. */
export function staircaseOf(report: Report, component: string): Staircase | null {
  const { model } = report
  if (model === null) return null
  const replayed = model.replay([])
  const interval = lastOutage(report, component)
  const index = replayed.indexOf.get(component)
  if (interval === null || index === undefined) return null
  const stretches = merged(replayed, recoveryPath(replayed.run, index, interval))
  if (stretches.length > mostStairs) return shortened(report, component, interval, replayed, stretches)
  const others = report.ifs.map(id => ({ id, left: remaining(report, component, withRequired(report, id)) }))
  const stairs = stretches.map((stretch): Stair => {
    const length = stretch.toMs - stretch.fromMs
    const effects = others.map(({ id, left }) => ({
      id,
      leftMs: left === null ? length : (left.get(stretch.key) ?? 0),
    }))
    return {
      fromMs: stretch.fromMs,
      toMs: stretch.toMs,
      label: begun(labelOf(report, replayed, stretch)),
      kind: 'model',
      from: writtenAt(report, replayed, stretch.first),
      removedBy: effects.filter(({ leftMs }) => leftMs === 0).map(({ id }) => id),
      shortenedBy: effects.filter(
        ({ leftMs }) => leftMs > 0 && length - leftMs > Math.max(LEAST_NOTE_MS, length * 0.05),
      ),
    }
  })
  const record = recordOf(report, component)
  return { component, stairs: withGaps(report, stairs, interval, record), interval, record }
}

/** Steps that a staircase draws; of a longer path the longest are drawn, and what lies between two of them is one step. */
export const mostStairs = 40

/** A staircase of a path of very many steps: it still adds up, and its table says how many are taken together. No ifs are tried on it. */
function shortened(
  report: Report,
  component: string,
  interval: Interval,
  replayed: Replayed,
  stretches: readonly Stretch[],
): Staircase {
  const length = (stretch: Stretch) => stretch.toMs - stretch.fromMs
  const longest = new Set([...stretches].sort((a, b) => length(b) - length(a)).slice(0, mostStairs / 2 - 1))
  const stairs: Stair[] = []
  let between: Stretch[] = []
  const add = (fromMs: number, toMs: number, label: string, from: string) =>
    stairs.push({ fromMs, toMs, label, kind: 'model', from, removedBy: [], shortenedBy: [] })
  const close = () => {
    const [first, last] = [between[0], between.at(-1)]
    if (first !== undefined && last !== undefined)
      add(first.fromMs, last.toMs, report.words.path.steps(between.length), '')
    between = []
  }
  for (const stretch of stretches) {
    if (!longest.has(stretch)) {
      between.push(stretch)
      continue
    }
    close()
    add(
      stretch.fromMs,
      stretch.toMs,
      begun(labelOf(report, replayed, stretch)),
      writtenAt(report, replayed, stretch.first),
    )
  }
  close()
  const record = recordOf(report, component)
  return { component, stairs: withGaps(report, stairs, interval, record), interval, record }
}

function lastOutage(report: Report, component: string): Interval | null {
  const intervals = report.model?.outcome(component).down ?? []
  return intervals.reduce<Interval | null>(
    (longest, one) =>
      longest === null || one.toMs - one.fromMs > longest.toMs - longest.fromMs ? one : longest,
    null,
  )
}

const keyOf = (replayed: Replayed, step: Step) =>
  `${idOf(replayed, step.component)} ${step.kind} ${step.way} ${step.event ?? ''}`

/** With some ifs: how long each kind of step still takes; an empty map where the service does not go down. */
function remaining(
  report: Report,
  component: string,
  ifs: readonly string[],
): ReadonlyMap<string, number> | null {
  const replayed = report.model?.replay(ifs)
  const index = replayed?.indexOf.get(component)
  const verdict = report.model?.judge(ifs).verdicts.find(one => one.component === component)
  if (replayed === undefined || replayed.failed || index === undefined || verdict === undefined) return null
  const left = new Map<string, number>()
  for (const interval of verdict.after.down) {
    for (const step of recoveryPath(replayed.run, index, interval)) {
      const key = keyOf(replayed, step)
      left.set(key, (left.get(key) ?? 0) + step.toMs - step.fromMs)
    }
  }
  return left
}

/** Steps of the same work one after the other become one. */
function merged(replayed: Replayed, steps: readonly Step[]): Stretch[] {
  const stretches: Stretch[] = []
  for (const step of steps) {
    if (step.toMs <= step.fromMs) continue
    const key = keyOf(replayed, step)
    const last = stretches.at(-1)
    if (last !== undefined && last.key === key) {
      last.toMs = step.toMs
      last.units += step.units
    } else stretches.push({ key, fromMs: step.fromMs, toMs: step.toMs, first: step, units: step.units })
  }
  return stretches
}

/** A step in words. A way of recovery that the case names is said by its name: that is what the time went into. */
/** A row's name begins with a capital letter, where the language has them. */
const begun = (label: string) => label.slice(0, 1).toLocaleUpperCase('en') + label.slice(1)

function labelOf(report: Report, replayed: Replayed, { first, units }: Stretch): string {
  const id = idOf(replayed, first.component)
  const component = titleIn(report, replayed, id)
  if (first.kind === 'recovery') {
    const recovery = replayed.document.components?.[id]?.recovery
    const way = Array.isArray(recovery) ? recovery[first.way] : recovery
    const title = typeof way === 'object' && way !== null && 'title' in way ? report.text(way.title) : ''
    if (title !== '') return report.words.path.way(component, title)
  }
  return pathWords(report.language).step({
    kind: first.kind,
    component,
    event: first.event === null ? null : eventTitle(report, replayed, first.event),
    team: first.team === null ? null : titleIn(report, replayed, idOf(replayed, first.team)),
    units: first.kind === 'crew' ? first.units : units,
  })
}

function titleIn(report: Report, replayed: Replayed, id: string): string {
  return report.text(replayed.document.components?.[id]?.title) || id
}

/** Hatched steps where record and model begin or end apart. */
function withGaps(
  report: Report,
  stairs: readonly Stair[],
  interval: Interval,
  record: ServiceRecord | null,
): Stair[] {
  if (record === null) return [...stairs]
  const { words } = report
  const gap = (fromMs: number, toMs: number, label: string): Stair => ({
    fromMs,
    toMs,
    label,
    kind: 'gap',
    from: record.facts.map(id => `facts/${id}/at`).join(' '),
    removedBy: [],
    shortenedBy: [],
  })
  const endMs = record.end.kind === 'after' ? null : record.end.toMs
  const all = [...stairs]
  if (record.ownStart && interval.fromMs - record.startMs >= LEAST_NOTE_MS)
    all.unshift(gap(record.startMs, interval.fromMs, words.path.gap))
  if (!interval.open && endMs !== null && endMs - interval.toMs >= LEAST_NOTE_MS) {
    const within = record.end.kind === 'by' || (record.end.fromMs ?? 0) <= interval.toMs
    all.push(gap(interval.toMs, endMs, within ? words.path.withinPrecision : words.path.gap))
  }
  return all
}

function eventTitle(report: Report, replayed: Replayed, event: number): string {
  const id = replayed.scenario.eventIds[event] ?? ''
  return report.text(replayed.document.events?.[id]?.title) || id
}

/** Where the length of a step is written: of work its way, of a wait the team, of what an event ended the event. */
function writtenAt(report: Report, replayed: Replayed, { component, kind, way, event, team }: Step): string {
  const id = idOf(replayed, component)
  const eventId = event === null ? undefined : replayed.scenario.eventIds[event]
  if (eventId !== undefined) return eventPath(report, eventId)
  if (kind === 'crew' && team !== null) return `components/${idOf(replayed, team)}/count components/${id}`
  if (kind === 'hold') return `components/${id}/holdup`
  if (kind === 'repair') return `components/${id}/repair/takes`
  if (kind !== 'recovery') return `components/${id}`
  const recovery = replayed.document.components?.[id]?.recovery
  const one = Array.isArray(recovery) ? recovery[way] : recovery
  const field = Array.isArray(recovery) ? `recovery/${way}/takes` : 'recovery/takes'
  const takes = typeof one === 'object' && one !== null && 'takes' in one ? String(one.takes) : ''
  const shared = Object.hasOwn(replayed.document.quantities ?? {}, takes) ? ` quantities/${takes}/value` : ''
  return `components/${id}/${field}${shared}`
}

function idOf(replayed: Replayed, component: number): string {
  return replayed.ids[component] ?? ''
}
