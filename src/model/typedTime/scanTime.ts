import { matchAt } from './match.js'
import type { Scanned, WrittenMoment, WrittenTime } from './moment.js'
import { type MomentForms, scanDuration, scanMoment } from './scanMoment.js'

const byBefore = /(?:by|before|until|till?|up to|no later than|not later than|prior to) /iy
const afterBefore = /(?:after|since|from|as of|starting(?: at)?) /iy
const betweenBefore = /between /iy
const separator = / ?(?:~|--?|–|—|→|->|\.{2,3}|…|부터|에서) ?| (?:to|until|till|through|thru) /iy
const and = / (?:and|&) |[와과] ?/iy
const openEnd = / ?~ ?$/y
const byAfter = / ?(?:까지는?|이전|전(?=$|[ ,.에])|or (?:earlier|before)(?![a-z]))에?/iy
const afterAfter = / ?(?:부터|이후|이래|후(?=$|[ ,.에])|onwards?(?![a-z])|or (?:later|after)(?![a-z]))에?/iy
const rangeAfter = / ?(?:까지|사이)에?/y
const precision = / ?(?:±|\+\/?-) ?/y
const minutes = /\d{1,4}(?![\d:.])/y

/**
 * A time at a place of a text: a moment, a range, `by`, `after`, with `±`. Whether there is such a time, and on which
 * day, is for `resolveTime` to say. Null where no time stands there.
 */
export function scanTime(text: string, position: number, forms: MomentForms): WrittenTime | null {
  const start = position
  const between = matchAt(betweenBefore, text, position)
  const by = between === null ? matchAt(byBefore, text, position) : null
  const after = between === null && by === null ? matchAt(afterBefore, text, position) : null
  const prefix = between ?? by ?? after
  const from = scanMoment(text, position + (prefix?.[0].length ?? 0), forms)
  if (from === null) return null
  const to = by === null ? scanEnd(text, from.end, forms, between !== null) : null
  if (to !== null) {
    const behind = matchAt(rangeAfter, text, to.end)
    return {
      kind: 'between',
      ...shared(from.value, to.value),
      start,
      end: to.end + (behind?.[0].length ?? 0),
    }
  }
  if (between !== null) return null
  return withTail(text, {
    kind: by !== null ? 'by' : after !== null ? 'after' : 'at',
    from: from.value,
    start,
    end: from.end,
  })
}

function scanEnd(
  text: string,
  position: number,
  forms: MomentForms,
  between: boolean,
): Scanned<WrittenMoment> | null {
  const sign = matchAt(separator, text, position) ?? (between ? matchAt(and, text, position) : null)
  const korean = sign === null ? matchAt(and, text, position) : null
  const middle = sign ?? korean
  if (middle === null) return null
  const to = scanMoment(text, position + middle[0].length, { ...forms, minuteOnly: true })
  if (to === null || (to.value.clock === undefined && to.value.elapsed === undefined)) return null
  // `15시와 16시` alone are two times; only 사이 makes them the ends of one.
  if (korean !== null && matchAt(/ ?사이/y, text, to.end) === null) return null
  return to
}

/** A zone and a half of the day that are written once, at either end of a range, are meant for both. */
function shared(from: WrittenMoment, to: WrittenMoment): { from: WrittenMoment; to: WrittenMoment } {
  const zone = from.zone ?? to.zone
  const withZone = (moment: WrittenMoment) =>
    zone === undefined || moment.clock === undefined ? moment : { ...moment, zone: moment.zone ?? zone }
  return { from: withZone(from), to: withZone(to) }
}

function withTail(text: string, time: WrittenTime): WrittenTime {
  const around = matchAt(precision, text, time.end)
  if (around !== null) {
    const place = time.end + around[0].length
    const size = scanDuration(text, place)
    if (size !== null) return { ...time, precisionMs: size.value, end: size.end }
    const alone = matchAt(minutes, text, place)
    if (alone !== null)
      return { ...time, precisionMs: Number(alone[0]) * 60_000, end: place + alone[0].length }
  }
  if (time.kind !== 'at') return time
  const by = matchAt(byAfter, text, time.end)
  if (by !== null) return { ...time, kind: 'by', end: time.end + by[0].length }
  const after = matchAt(afterAfter, text, time.end) ?? matchAt(openEnd, text, time.end)
  return after === null ? time : { ...time, kind: 'after', end: time.end + after[0].length }
}
