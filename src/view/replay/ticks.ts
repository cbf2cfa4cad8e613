import { textWidth } from '../../layout/textWidth.js'
import type { MomentText } from './momentText.js'

/** A tick under the slider. `label` 2: always written; 1: only where the page is wide; 0: a mark alone. */
export interface Tick {
  readonly text: string
  readonly day: string
  readonly label: 0 | 1 | 2
}

const SIZE = 12
const ROOM = 10
const WIDE = 1000
const MIDDLE = 640

/**
 * Which ticks get a label: days first, then moments with much to say, each only where it stands clear of those already
 * chosen, at the width of the page and at two thirds of it.
 */
export function ticksOf(moments: readonly MomentText[], dayOf: (timeMs: number) => string): readonly Tick[] {
  const before = KNOWN.get(moments)
  if (before !== undefined) return before
  const ticks = chosenTicks(moments, dayOf)
  KNOWN.set(moments, ticks)
  return ticks
}

/** The moments of a run are in one language, and their ticks are asked for at every step. */
const KNOWN = new WeakMap<readonly MomentText[], readonly Tick[]>()

function chosenTicks(moments: readonly MomentText[], dayOf: (timeMs: number) => string): Tick[] {
  const texts = moments.map(moment => ({
    text: moment.tick,
    day: moment.newDay && moment.timeMs !== null ? dayOf(moment.timeMs) : '',
  }))
  const weight = (place: number) => {
    const moment = moments[place]
    if (moment === undefined) return 0
    return (
      (place === 0 ? 100 : 0) +
      (moment.newDay ? 50 : 0) +
      (moment.titleVoice === 'record' ? 5 : 0) +
      moment.lines.length
    )
  }
  const order = moments.map((_, place) => place).sort((a, b) => weight(b) - weight(a) || a - b)
  const chosen = [WIDE, MIDDLE].map(width => {
    const step = width / Math.max(1, moments.length - 1)
    const taken: { from: number; to: number }[] = []
    const places = new Set<number>()
    for (const place of order) {
      const { text, day } = texts[place] ?? { text: '', day: '' }
      const half = Math.max(textWidth(text, SIZE, 700), textWidth(day, SIZE, 700)) / 2 + ROOM / 2
      const span = { from: place * step - half, to: place * step + half }
      if (taken.some(other => span.from < other.to && other.from < span.to)) continue
      taken.push(span)
      places.add(place)
    }
    return places
  })
  return texts.map(({ text, day }, place) => ({
    text,
    day,
    label: chosen[1]?.has(place) && chosen[0]?.has(place) ? 2 : chosen[0]?.has(place) ? 1 : 0,
  }))
}
