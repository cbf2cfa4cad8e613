import type { CaseEvent } from '../model/case.js'
import { formatDuration } from '../model/duration.js'
import { formatLocal, parseInstant } from '../model/time.js'
import { both, type Cast } from './cast.js'

/** The trigger, and the return of what it took. */
export interface DraftEvents {
  readonly entries: Readonly<Record<string, CaseEvent>>
  readonly trigger: string
  readonly back: string
}

/** What is assumed of a return that nobody told: the medians agree with the service's own return where a fact tells it. */
const ASSUMED_BACK = '1h..12h'
/** Median of the time a restart is assumed to take (`draftQuantities.ts`): √(30 min · 4 h). */
const ASSUMED_RESTART_MS = 5_091_169

/** Two events: what came from outside, and its end. */
export function draftEvents(cast: Cast): DraftEvents {
  const { ground, trigger, supply, place, part, check, backMs } = cast
  const free = (id: string) => {
    for (let number = 1; ; number++) {
      const name = number === 1 ? id : `${id}-${number}`
      if (!ground.taken.events.includes(name)) return name
    }
  }
  const [first, back] = [free('trigger'), free('trigger-ends')]
  const target = supply?.id ?? (trigger === 'place' ? place.id : part.id)
  const subject = supply?.title ?? (trigger === 'place' ? place.title : part.title)
  const broken = trigger === 'part'
  const entries: Record<string, CaseEvent> = {
    [first]: {
      title: both(`trigger-${trigger ?? 'other'}`, subject),
      at: written(cast, cast.triggerMs),
      ...(check !== null && { unless: check.id }),
      ...(broken ? { destroy: [target] } : { cut: [target] }),
    },
    [back]: {
      title: both(`back-${trigger ?? 'other'}`, subject),
      ...(backMs === null ? delayOf(cast, first) : { at: written(cast, backMs) }),
      ...(broken ? { repair: [target] } : { release: [target] }),
    },
  }
  return { entries, trigger: first, back }
}

function delayOf({ returned, takes, triggerMs, second }: Cast, first: string): Partial<CaseEvent> {
  const restartMs = takes.duration?.medianMs ?? ASSUMED_RESTART_MS
  const delayMs = returned === null || second !== null ? 0 : returned.atMs - restartMs - triggerMs
  if (returned === null || delayMs <= 0) {
    return { after: first, delay: ASSUMED_BACK, basis: { delay: 'assumed' } }
  }
  const basis = { delay: { assumed: true as const, knowing: [returned.fact] } }
  return { after: first, delay: formatDuration(delayMs), basis }
}

/** A time as a case writes it; counted from the start where the clock alone would not be read back. */
function written({ ground }: Cast, ms: number): string {
  if (ms === 0) return '+0m'
  const local = formatLocal(ground.startEpochMs + ms, ground.timezone)
  const read = parseInstant(local, ground)
  return 'epochMs' in read && read.epochMs === ground.startEpochMs + ms ? local : `+${formatDuration(ms)}`
}
