import type { CaseEvent } from '../model/case.js'
import { type CasePath, type Problem, warning } from '../model/problem.js'
import type { Rule } from './rule.js'

const acts = ['destroy', 'fail', 'cut', 'release', 'repair'] as const

/** An event that does nothing: others may come after it, but nothing in the system changes by it. */
export const eventWithoutAct: Rule = ({ document }) => [
  ...idle(document.events ?? {}, ['events']),
  ...Object.entries(document.scenarios ?? {}).flatMap(([id, { events }]) =>
    idle(events, ['scenarios', id, 'events']),
  ),
]

function idle(events: Readonly<Record<string, CaseEvent>>, path: CasePath): readonly Problem[] {
  return Object.entries(events)
    .filter(([, event]) => acts.every(act => event[act] === undefined))
    .map(([id]) => warning('event-without-act', [...path, id], { id }, { atKey: true }))
}
