import type { Text } from '../model/case.js'
import type { CasePath } from '../model/problem.js'
import type { Cast } from './cast.js'
import type { DraftComponents } from './draftComponents.js'
import type { DraftEvents } from './draftEvents.js'
import type { SharedQuantities } from './draftQuantities.js'
import type { QuestionId } from './questionPlan.js'

/** What is open: a question that has no answer (by its id), or something that the draft had to assume beside the answers. */
export type OpenCode =
  | QuestionId
  | 'hands'
  | 'other-needs'
  | 'second-needs'
  | 'switch-over'
  | 'carried'
  | 'beside-use'
  | 'loose'
  | 'kept'
  | 'before-start'

export interface OpenPoint {
  readonly code: OpenCode
  /** What it is about. */
  readonly title: Text
  /** Where the assumption stands in the draft. */
  readonly path: CasePath
}

/** The parts of a draft that an open point may lead to. */
export interface Drafted {
  readonly components: DraftComponents
  readonly quantities: SharedQuantities
  readonly events: DraftEvents
}

/** Every assumption that an answer could replace, in the order of the questions. */
export function openPoints(cast: Cast, { components, quantities, events }: Drafted): readonly OpenPoint[] {
  const { service, main, place, part, tools, team, second } = cast
  const at: Readonly<Record<QuestionId, { readonly title: Text; readonly path: CasePath }>> = {
    services: { title: service.title, path: ['components', service.id] },
    trigger: { title: service.title, path: ['events', events.trigger] },
    'trigger-at': { title: service.title, path: ['events', events.trigger, 'at'] },
    needs: { title: service.title, path: ['components', main.id, 'needs'] },
    part: { title: part.title, path: ['events', events.trigger] },
    place: { title: service.title, path: ['components', place.id] },
    beside: { title: place.title, path: ['components', place.id] },
    tools: { title: service.title, path: ['components', main.id, 'recovery', 'needs'] },
    'tools-place': { title: tools[0]?.title ?? '', path: ['components', tools[0]?.id ?? '', 'in'] },
    people: { title: service.title, path: ['components', team.id] },
    takes: { title: service.title, path: ['quantities', quantities.restart] },
    second: { title: service.title, path: ['components', service.id, 'needs'] },
    'supply-back': { title: service.title, path: ['events', events.back] },
  }
  const points: OpenPoint[] = Object.entries(at)
    .filter(([id]) => cast.asked(id as QuestionId) && !cast.known(id as QuestionId))
    .map(([id, where]) => ({ code: id as QuestionId, ...where }))
  const add = (code: OpenCode, title: Text, path: CasePath) => void points.push({ code, title, path })
  if (cast.beforeStart) add('before-start', service.title, ['case', 'start'])
  if (cast.known('people') && !cast.handsKnown) add('hands', team.title, ['components', team.id, 'count'])
  for (const other of cast.others) {
    if (Object.hasOwn(components, other.id)) {
      add('other-needs', other.title, ['components', other.id, 'needs'])
    }
  }
  if (second !== null && quantities.switchOver !== null) {
    add('second-needs', second.place.title, ['components', second.standby.id])
    add('switch-over', second.place.title, ['quantities', quantities.switchOver])
  }
  if (cast.gap !== null) {
    const holder = cast.power?.id
    const path =
      holder === undefined ? ['quantities', quantities.carriesOn ?? ''] : ['components', holder, 'holdup']
    add('carried', service.title, path)
  }
  for (const thing of cast.beside) add('beside-use', thing.title, ['components', thing.id])
  for (const thing of cast.loose) add('loose', thing.title, ['components', thing.id])
  const described = [service, ...cast.others, ...cast.base, ...tools].filter(
    ({ id, known }) => known !== null && known.kind !== null && !Object.hasOwn(components, id),
  )
  for (const thing of new Set(described)) add('kept', thing.title, ['components', thing.id])
  return points
}
