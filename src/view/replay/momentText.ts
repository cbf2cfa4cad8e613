import type { ServiceOutcome } from '../../assess/assessment.js'
import type { Moment } from '../../assess/moments.js'
import type { Change } from '../../engine/history.js'
import { eventPath } from '../eventPath.js'
import type { Replayed, Report } from '../report.js'

/** One line under a moment's heading. The voice chooses its colour: `record` is ink, `model` blue, `changed` green. */
export interface MomentLine {
  readonly voice: 'record' | 'model' | 'changed'
  readonly text: string
  /** The fact it speaks of, for a link. */
  readonly fact: string | null
}

/** A moment of the replay in words: when, what happens, why. */
export interface MomentText {
  /** Null before the first event. */
  readonly timeMs: number | null
  readonly when: string
  /** Short, for the tick. */
  readonly tick: string
  /** Whether a new day begins with this moment. */
  readonly newDay: boolean
  readonly since: string
  readonly title: string
  readonly titleVoice: 'record' | 'model'
  /** Places of the case that its time comes from, with spaces between. */
  readonly from: string
  readonly lines: readonly MomentLine[]
  /** What caused the change of a service, back to the event: nearest first. */
  readonly because: readonly string[]
}

/** A run is put into words once; it belongs to one report. */
const KNOWN = new WeakMap<Replayed, readonly MomentText[]>()

/** The moments of a run in words; the first is the system before anything happened. */
export function momentTexts(report: Report, replayed: Replayed): readonly MomentText[] {
  const before = KNOWN.get(replayed)
  if (before !== undefined) return before
  const { words } = report
  const texts: MomentText[] = [
    {
      timeMs: null,
      when: words.replay.before,
      tick: words.replay.before,
      newDay: false,
      since: '',
      title: words.replay.beforeTitle,
      titleVoice: 'model',
      from: 'components',
      lines: [],
      because: [],
    },
  ]
  let previous: number | null = null
  for (const moment of replayed.moments) {
    texts.push(momentText(report, replayed, moment, previous))
    previous = moment.timeMs
  }
  KNOWN.set(replayed, texts)
  return texts
}

function momentText(report: Report, replayed: Replayed, moment: Moment, previous: number | null): MomentText {
  const { clock, words, document } = report
  const { timeMs } = moment
  const newDay = previous === null || clock.midnight(previous) !== clock.midnight(timeMs)
  const events = moment.events.map(id => report.text(replayed.document.events?.[id]?.title) || id)
  const lines: MomentLine[] = []
  let title = ''
  let titleVoice: MomentText['titleVoice'] = 'record'
  const facts = moment.facts.filter(id => document.facts?.[id] !== undefined)
  if (events.length > 0) title = sentences(events)
  for (const id of facts) {
    const text = report.text(document.facts?.[id]?.text)
    if (title === '') title = text
    else if (text !== title) lines.push({ voice: 'record', text, fact: id })
    lines.push(...verdictLines(report, id))
  }
  const changes = serviceChanges(report, moment)
  if (title === '') {
    title = changes[0] ?? ''
    titleVoice = 'model'
    changes.shift()
  }
  for (const text of changes) lines.push({ voice: 'model', text, fact: null })
  lines.push(...differences(report, replayed, timeMs))
  const dayAlone = isOfDay(report, moment, facts)
  return {
    timeMs,
    when: dayAlone
      ? clock.day(timeMs)
      : previous !== null && !newDay
        ? clock.time(timeMs)
        : clock.dayTime(timeMs),
    tick: dayAlone ? '' : clock.time(timeMs),
    newDay: newDay || dayAlone,
    since:
      previous === null || timeMs === previous || dayAlone
        ? ''
        : words.replay.since(clock.duration(timeMs - previous)),
    title: capital(title),
    titleVoice,
    from: writtenAt(report, moment, facts),
    lines,
    because: because(report, replayed, moment),
  }
}

/** Events and facts of a moment where there are any; else what changed, whose rules brought it about. */
function writtenAt(report: Report, moment: Moment, facts: readonly string[]): string {
  const told = [...moment.events.map(id => eventPath(report, id)), ...facts.map(id => `facts/${id}/at`)]
  const changed = [...new Set(moment.changes.map(({ component }) => `components/${component}`))]
  return (told.length > 0 ? told : changed).join(' ')
}

/** A time of this width is that of a day: the hour in its middle is nobody's. */
const ALMOST_A_DAY = 23 * 3_600_000
const MINUTE = 60_000

/** Whether all that a moment has are facts of which only the day is known, or that it was by the end of a day. */
function isOfDay(report: Report, moment: Moment, facts: readonly string[]): boolean {
  if (facts.length === 0 || moment.events.length > 0) return false
  const { clock } = report
  return facts.every(id => {
    const time = report.facts.find(fact => fact.id === id)?.time
    if (time === undefined || time.toMs === null) return false
    if (time.fromMs === null) return clock.midnight(time.toMs + MINUTE) > time.toMs
    return time.toMs - time.fromMs >= ALMOST_A_DAY
  })
}

/** How the model stands to a fact: one line for each thing that the fact says. */
function verdictLines(report: Report, fact: string): MomentLine[] {
  const { words, clock, model } = report
  const lines: MomentLine[] = []
  for (const outcome of model?.fidelity.facts ?? []) {
    if (outcome.id !== fact || (outcome.kind !== 'test' && outcome.kind !== 'bound')) continue
    if (outcome.verdict === 'not-modelled' || outcome.verdict === 'agrees') continue
    const text =
      outcome.simulatedMs === null || outcome.errorMs === null
        ? words.replay.modelHasNone
        : words.replay.modelHas(
            `${clock.dayTime(outcome.simulatedMs)} (${outcome.errorMs > 0 ? '+' : ''}${clock.duration(outcome.errorMs)})`,
          )
    lines.push({ voice: 'model', text: `${report.title(outcome.component)}: ${text}`, fact: null })
  }
  return lines
}

/** Which services went down, became impaired or came back at a moment, in the model. */
function serviceChanges(report: Report, moment: Moment): string[] {
  const { words, model } = report
  const services = new Set(model?.services ?? [])
  const down: string[] = []
  const impaired: string[] = []
  const back: string[] = []
  for (const { component, standing, standingBefore } of moment.changes) {
    if (!services.has(component) || standing === standingBefore) continue
    const list = standing === 'down' ? down : standing === 'impaired' ? impaired : back
    list.push(report.title(component))
  }
  const say = (names: string[], words: (names: string) => string) =>
    names.length === 0 ? [] : [words(listed(report, names))]
  return [
    ...say(down, words.replay.goesDown),
    ...say(impaired, words.replay.impaired),
    ...say(back, words.replay.back),
  ]
}

/** With ifs: which services stand otherwise at that time than without them. */
function differences(report: Report, replayed: Replayed, timeMs: number): MomentLine[] {
  const { words, model } = report
  if (model === null || replayed.ifs.length === 0) return []
  const isDown = (outcome: ServiceOutcome | undefined) =>
    outcome?.down.some(({ fromMs, toMs, open }) => fromMs <= timeMs && (timeMs < toMs || open)) ?? false
  const after = new Map(
    model.judge(replayed.ifs).verdicts.map(({ component, after }) => [component, after] as const),
  )
  const differing = model.services.filter(
    id => after.has(id) && isDown(model.outcome(id)) !== isDown(after.get(id)),
  )
  const named = (down: boolean) =>
    differing.filter(id => isDown(model.outcome(id)) === down).map(report.title)
  const line = (names: readonly string[], say: (names: string) => string): MomentLine[] =>
    names.length === 0 ? [] : [{ voice: 'changed', text: say(listed(report, names)), fact: null }]
  return [...line(named(true), words.replay.spared), ...line(named(false), words.replay.burdened)]
}

const MOST_NAMES = 6

/** Names in a row, the rest counted. */
function listed(report: Report, names: readonly string[]): string {
  const shown = names.length > MOST_NAMES ? names.slice(0, MOST_NAMES - 1) : names
  const more = names.length - shown.length
  return [...shown, ...(more > 0 ? [report.words.replay.more(more)] : [])].join(', ')
}

/** Of a longer chain the first three and the last are said. */
const MOST_CAUSES = 5
const CHAIN_LIMIT = 64

/** Follows the cause of a service's change back to the event that began it. */
function because(report: Report, replayed: Replayed, moment: Moment): string[] {
  const services = new Set(report.model?.services ?? [])
  const component = moment.changes.find(
    change => services.has(change.component) && change.standing !== change.standingBefore,
  )?.component
  if (component === undefined) return []
  const index = replayed.indexOf.get(component)
  let change = replayed.run.changes.findLast(one => one.timeMs <= moment.timeMs && one.component === index)
  const names: string[] = []
  while (change !== undefined && names.length < CHAIN_LIMIT) {
    const next: Change | undefined = causeOf(replayed, change)
    if (next === undefined) {
      const ended = endOf(report, replayed, change)
      if (ended !== '') names.push(ended)
      break
    }
    const id = idOf(replayed, next.component)
    names.push(report.text(replayed.document.components?.[id]?.title) || id)
    change = next
  }
  return names.length > MOST_CAUSES ? [...names.slice(0, MOST_CAUSES - 2), '…', names.at(-1)!] : names
}

function causeOf(replayed: Replayed, change: Change): Change | undefined {
  const { cause } = change
  if (cause.kind !== 'loss' && cause.kind !== 'holdup' && cause.kind !== 'return') return undefined
  const last = cause.changes.at(-1)
  return last === undefined ? undefined : replayed.run.changes[last]
}

/** Where a chain of causes ends: an event, or work that was finished. */
function endOf(report: Report, replayed: Replayed, change: Change): string {
  const { cause } = change
  if (cause.kind === 'event') return eventTitle(report, replayed, cause.event)
  if (cause.kind === 'return' && cause.event !== null) return eventTitle(report, replayed, cause.event)
  if (cause.kind !== 'work') return ''
  const work = replayed.run.works[cause.work]
  if (work === undefined) return ''
  const id = idOf(replayed, work.component)
  const written = replayed.document.components?.[id]
  const recovery = written?.recovery
  const way = Array.isArray(recovery) ? recovery[work.way] : recovery
  const name = typeof way === 'object' ? report.text((way as { title?: never }).title) : ''
  return report.words.replay.workDone(report.text(written?.title) || id, name)
}

function eventTitle(report: Report, replayed: Replayed, event: number): string {
  const id = replayed.scenario.eventIds[event] ?? ''
  return report.text(replayed.document.events?.[id]?.title) || id
}

const idOf = (replayed: Replayed, component: number) => replayed.ids[component] ?? ''

const sentences = (parts: readonly string[]) => parts.join('. ')
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
