import { parse } from 'yaml'
import { causeChain } from '../../src/engine/causes.js'
import type { Interval, Run } from '../../src/engine/history.js'
import { downIntervals } from '../../src/engine/levels.js'
import { recoveryPath } from '../../src/engine/recoveryPath.js'
import { run } from '../../src/engine/run.js'
import { type Why, why } from '../../src/engine/why.js'
import type { CaseDocument, CaseEvent } from '../../src/model/case.js'
import { compileCase } from '../../src/model/compile.js'
import type { CompiledCase } from '../../src/model/compiled.js'
import { formatDuration, parseDuration } from '../../src/model/duration.js'

/** A case around components and events, compiled as the product does. Throws where the compiler finds an error. */
export function compiled(
  sections: Pick<CaseDocument, 'components' | 'events'>,
  horizon = '30d',
): CompiledCase {
  const head = { title: 'A case', timezone: 'UTC', start: '2022-10-15 00:00', horizon }
  const { compiled: made, problems } = compileCase({ case: head, ...sections })
  if (made === null) throw new Error(`the compiler refuses it: ${JSON.stringify(problems)}`)
  return made
}

/** The run of a compiled case. Throws where it reaches a bound. */
export function ran({ main }: CompiledCase): Run {
  const result = run(main.system, main.scenario)
  if (!result.ok) throw new Error(`the run ends in ${JSON.stringify(result.error)}`)
  return result.run
}

/** A run in the words of a test. Times are durations from the start; an event is `#` and its place. */
export interface Story {
  /** `10m db 0` */
  readonly changes: readonly string[]
  /** `0m-10m cut feed #1`, for the first time that a component is down. */
  path(id: string): string[]
  /** `db needs [feed cut #0]` */
  why(id: string, at: string): string
  /** What a change, written as in `changes`, follows from. */
  chain(change: string): {
    changes: readonly string[]
    events: readonly number[]
    works: string[]
    holdups: string[]
  }
}

/**
 * Runs components, written as in a case but without their kind, under events such as `+10m cut grid`,
 * `+0m fail hosts=4, db` or `after 0 +5m destroy room; release grid`.
 */
export function story(components: string, ...events: readonly string[]): Story {
  return storyUntil('30d', components, ...events)
}

/** As `story`, watched until a horizon. */
export function storyUntil(horizon: string, components: string, ...events: readonly string[]): Story {
  const written = parse(components) as Record<string, object | null>
  const made = compiled(
    {
      components: Object.fromEntries(
        Object.entries(written).map(([id, component]) => [id, { kind: 'component', ...component }]),
      ),
      events: Object.fromEntries(events.map((event, place) => [`e${place}`, eventOf(event)])),
    },
    horizon,
  )
  const { ids } = made
  const history = ran(made)
  const changes = history.changes.map(each => `${time(each.timeMs)} ${ids[each.component]} ${each.level}`)
  return {
    changes,
    chain: change => {
      const found = causeChain(history, changes.indexOf(change))
      return {
        changes: found.changes.map(each => changes[each]!),
        events: found.events,
        works: found.works.map(each => `${history.works[each]!.kind} ${ids[history.works[each]!.component]}`),
        holdups: found.holdups.map(each => ids[each]!),
      }
    },
    path: id => stepsOf(history, ids, ids.indexOf(id), downIntervals(history, ids.indexOf(id))[0]!),
    why: (id, at) => answerOf(why(history, ids.indexOf(id), parseDuration(at)!.medianMs), ids),
  }
}

function eventOf(text: string): CaseEvent {
  const [, follows, at, acts] = /^(?:after (\d+) )?\+(\S+) (.*)$/.exec(text)!
  const event: Record<string, unknown> =
    follows === undefined ? { at: `+${at}` } : { after: `e${follows}`, delay: at }
  for (const act of acts!.split('; ')) {
    const [, verb, objects] = /^(\w+) (.*)$/.exec(act)!
    const list = objects!.split(', ')
    event[verb!] = verb === 'fail' ? Object.fromEntries(list.map(amountOf)) : list
  }
  return event
}

function amountOf(text: string): [string, string | number] {
  const [id, amount] = text.split('=')
  return [id!, amount === undefined ? 'all' : Number(amount)]
}

function stepsOf(history: Run, ids: readonly string[], component: number, interval: Interval): string[] {
  return recoveryPath(history, component, interval).map(step => {
    const event = step.event === null ? '' : ` #${step.event}`
    const team = step.team === null ? '' : ` ${ids[step.team]}=${step.units}`
    return `${time(step.fromMs)}-${time(step.toMs)} ${step.kind} ${ids[step.component]}${event}${team}`
  })
}

function answerOf(answer: Why, ids: readonly string[]): string {
  const event = answer.event === null ? '' : ` #${answer.event}`
  const crew =
    answer.crew === null ? '' : ` ${ids[answer.crew.team]} ${answer.crew.available}/${answer.crew.needed}`
  const because = answer.because.map(each => answerOf(each, ids)).join(', ')
  return `${ids[answer.component]} ${answer.reason}${event}${crew}${because && ` [${because}]`}${answer.again ? ' again' : ''}`
}

function time(ms: number): string {
  return ms === 0 ? '0m' : formatDuration(ms)
}
