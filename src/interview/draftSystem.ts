import type { CaseEvent, If, NamedQuantity } from '../model/case.js'
import type { CasePath } from '../model/problem.js'
import { textIn } from '../model/text.js'
import { interviewWords } from '../words/interview/interviewWords.js'
import { openCast } from './cast.js'
import { type DraftComponents, draftComponents } from './draftComponents.js'
import { draftEvents } from './draftEvents.js'
import { draftIfs } from './draftIfs.js'
import { draftQuantities } from './draftQuantities.js'
import type { InterviewState } from './interview.js'
import { type OpenPoint, openPoints } from './openPoints.js'

/** A first model, as sections of a case, with what is not known yet. */
export interface SystemDraft {
  /** All fields of a new component; the missing ones of a component that the case only names. */
  readonly components: DraftComponents
  readonly quantities: Readonly<Record<string, NamedQuantity>>
  readonly events: Readonly<Record<string, CaseEvent>>
  readonly ifs: Readonly<Record<string, If>>
  /** Ids of `components` that the case has already: their fields are added to it. */
  readonly filled: readonly string[]
  /** The component whose outage the case is about. */
  readonly service: string
  /** Names in facts that no component can have, and the component that is meant. */
  readonly renames: readonly { readonly path: CasePath; readonly to: string }[]
  readonly open: readonly OpenQuestion[]
}

/** Something that the model assumes because nobody has said it yet, as a question. */
export interface OpenQuestion extends OpenPoint {
  readonly text: { readonly ko: string; readonly en: string }
}

/**
 * Makes a system of about ten components from the answers: it loads and runs without errors, and the first service goes
 * down as the trigger says. What was not answered is assumed, said to be assumed, and listed as open. Entries that the case has
 * already are not changed, but for components that were only named so far.
 */
export function draftSystem(state: InterviewState): SystemDraft {
  const cast = openCast(state)
  const quantities = draftQuantities(cast)
  const components = draftComponents(cast, quantities)
  const events = draftEvents(cast)
  const ifs = draftIfs(cast, components, quantities)
  return {
    components,
    quantities: quantities.entries,
    events: events.entries,
    ifs,
    filled: Object.keys(components).filter(id => cast.ground.taken.components.includes(id)),
    service: cast.service.id,
    renames: cast.ground.misnamed.map(({ path, name }) => ({ path, to: cast.idOf(name) })),
    open: openPoints(cast, { components, quantities, events }).map(point => ({
      ...point,
      text: { ko: said(point, 'ko'), en: said(point, 'en') },
    })),
  }
}

function said({ code, title }: OpenPoint, language: 'ko' | 'en'): string {
  return interviewWords(language).open[code](textIn(title, language))
}
