import { matchAt } from './match.js'
import type { Scanned, WrittenClock } from './moment.js'

const halfBefore =
  /(오전|오후|새벽|아침|점심|저녁|한밤|밤|낮|am|pm|a\.m\.|p\.m\.) ?(?=\d|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열)/iy
const halfAfter = / ?(a\.?m\.?|p\.?m\.?)(?![a-z])/iy
const colon = /(\d{1,2}) ?: ?(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?!:?\d)/y
const dotted = /(\d{1,2})\.(\d{2})(?:\.(\d{2}))?(?!\.?\d|%)/y
const french = /(\d{1,2}) ?h(?: ?(\d{2})m?)?(?![a-z\d])/iy
const frenchInProse = /(\d{1,2})h(\d{2})(?![a-z\d])/iy
const korean =
  /(\d{1,2}) ?[시時](?!간|각)(?: ?(\d{1,2}) ?[분分](?!간)(?: ?(\d{1,2}) ?초)?| ?(반)(?![가-힣]))?/y
const koreanHours = '한|두|세|네|다섯|여섯|일곱|여덟|아홉|열한|열두|열'
const koreanWords = new RegExp(
  `(${koreanHours}) ?시(?!간|각)(?: ?(\\d{1,2}) ?분(?!간)| ?(반)(?![가-힣]))?`,
  'y',
)
const minuteOnly = /(\d{1,2}) ?분(?!간)/y
const compact = /(\d{1,2})(\d{2})(?:(\d{2}))?(?! ?(?:hrs?|hours?)\b)(?![\d:.,/%-]?\d)(?![A-Ya-zㄱ-힣])/y
const compactHours = /(\d{2})(\d{2}) ?(?:hrs?|hours?)\b/iy
const hourAlone = /(\d{1,2})(?= ?(?:a\.?m\.?|p\.?m\.?)(?![a-z]))/iy
const hourOfRange = /(\d{1,2})(?= ?(?:-|~|–|—|to ) ?\d{1,2}(?::\d{2})? ?(?:시|a\.?m|p\.?m))/iy
const hourAfterHalf = /(\d{1,2})(?![\d:.])/y
const noon = /(?:12 ?)?(?:noon|midday)(?![a-z])|정오/iy
const midnight = /(?:(?:12|0?0:00) ?)?midnight(?![a-z])|자정/iy
const clockWord = / ?(?:uhr|o'clock)(?![a-z])/iy

const wordHours: readonly string[] = ['열두', ...koreanHours.split('|').slice(0, 9), '열', '열한']

/** Which forms of a clock may stand at a place: figures alone (`1530`) are a clock only where nothing else can be. */
export interface ClockForms {
  readonly compact: boolean
  /** `15.30`: where numbers of other kinds stand about, it is one of them. */
  readonly dotted: boolean
  /** Prose stands about, in which `4h` and `0h 16m` are durations. */
  readonly proseFollows: boolean
}

/** A time of day at a place of a text, of whatever form; whether there is such a time is not looked at here. */
export function scanClock(text: string, position: number, forms: ClockForms): Scanned<WrittenClock> | null {
  const before = matchAt(halfBefore, text, position)
  const start = before === null ? position : position + before[0].length
  const word = before === null ? scanWord(text, start) : null
  if (word !== null) return word
  const figures = scanFigures(text, start, forms, before !== null)
  if (figures === null) return null
  let { end } = figures
  const suffix = before === null ? matchAt(halfAfter, text, end) : null
  if (suffix !== null) end += suffix[0].length
  end += matchAt(clockWord, text, end)?.[0].length ?? 0
  const half = halfOf(before?.[1] ?? suffix?.[1], figures.value.hour)
  return { value: { ...figures.value, ...half }, end }
}

function scanWord(text: string, position: number): Scanned<WrittenClock> | null {
  for (const [expression, hour] of [
    [noon, 12],
    [midnight, 0],
  ] as const) {
    const match = matchAt(expression, text, position)
    if (match !== null)
      return { value: clock(hour, '0', undefined, 'minute', false), end: position + match[0].length }
  }
  return null
}

function scanFigures(
  text: string,
  position: number,
  forms: ClockForms,
  afterHalf: boolean,
): Scanned<WrittenClock> | null {
  const found = (match: RegExpExecArray, value: WrittenClock) => ({ value, end: position + match[0].length })
  const either = (hours: string) => /^[1-9]$|^1[0-2]$/.test(hours)
  const withColon = matchAt(colon, text, position)
  if (withColon !== null) {
    const [, hours, minutes, seconds, fraction] = withColon
    const finest = seconds === undefined ? 'minute' : 'second'
    const milli = Number((fraction ?? '').slice(0, 3).padEnd(3, '0'))
    return found(withColon, { ...clock(Number(hours), minutes, seconds, finest, either(hours!)), milli })
  }
  const inKorean = matchAt(korean, text, position) ?? matchAt(koreanWords, text, position)
  if (inKorean !== null) {
    const hour = wordHours.includes(inKorean[1]!)
      ? wordHours.indexOf(inKorean[1]!) || 12
      : Number(inKorean[1])
    const isHalf = inKorean.includes('반')
    const seconds = isHalf || inKorean.length < 5 ? undefined : inKorean[3]
    const minutes = isHalf ? '30' : inKorean[2]
    const finest = seconds !== undefined ? 'second' : minutes === undefined ? 'hour' : 'minute'
    return found(inKorean, clock(hour, minutes, seconds, finest, hour >= 1 && hour <= 12))
  }
  const withDot = forms.dotted || afterHalf ? matchAt(dotted, text, position) : null
  if (withDot !== null) {
    const [, hours, minutes, seconds] = withDot
    const finest = seconds === undefined ? 'minute' : 'second'
    return found(withDot, clock(Number(hours), minutes, seconds, finest, either(hours!)))
  }
  const inFrench = matchAt(forms.proseFollows ? frenchInProse : french, text, position)
  if (inFrench !== null) {
    const [, hours, minutes] = inFrench
    return found(
      inFrench,
      clock(Number(hours), minutes, undefined, minutes === undefined ? 'hour' : 'minute', false),
    )
  }
  const inHours = matchAt(compactHours, text, position)
  if (inHours !== null)
    return found(inHours, clock(Number(inHours[1]), inHours[2], undefined, 'minute', false))
  const alone =
    matchAt(hourAlone, text, position) ??
    matchAt(hourOfRange, text, position) ??
    (afterHalf ? matchAt(hourAfterHalf, text, position) : null)
  if (alone !== null)
    return found(alone, clock(Number(alone[1]), undefined, undefined, 'hour', either(alone[1]!)))
  const packed = forms.compact ? matchAt(compact, text, position) : null
  // After a day in prose `504` is rather a number than four past five.
  if (packed === null || (forms.proseFollows && packed[1]!.length < 2)) return null
  const [, hours, minutes, seconds] = packed
  const finest = seconds === undefined ? 'minute' : 'second'
  return found(packed, { ...clock(Number(hours), minutes, seconds, finest, false), bare: true })
}

/** `40분`, at the end of a range whose beginning gives the hour. */
export function scanMinuteOnly(text: string, position: number): Scanned<WrittenClock> | null {
  const match = matchAt(minuteOnly, text, position)
  if (match === null) return null
  return {
    value: { ...clock(0, match[1], undefined, 'minute', false), minuteOnly: true },
    end: position + match[0].length,
  }
}

function clock(
  hour: number,
  minutes: string | undefined,
  seconds: string | undefined,
  finest: WrittenClock['finest'],
  eitherHalf: boolean,
): WrittenClock {
  return { hour, minute: Number(minutes ?? 0), second: Number(seconds ?? 0), milli: 0, finest, eitherHalf }
}

/** 밤 11시 is before midnight, 밤 1시 after it; 아침 and 새벽 are the first half of the day, 저녁 and 점심 the second. */
function halfOf(
  word: string | undefined,
  hour: number,
): { half?: 'am' | 'pm' | 'night'; eitherHalf?: boolean } {
  if (word === undefined) return {}
  const plain = word.toLowerCase().replaceAll('.', '')
  if (plain === 'am' || plain === '오전' || plain === '새벽' || plain === '아침')
    return { half: 'am', eitherHalf: false }
  if (plain === '밤' || plain === '한밤')
    return { half: hour >= 6 && hour < 12 ? 'pm' : hour > 12 ? 'pm' : 'night', eitherHalf: false }
  if (plain === '낮' || plain === '점심')
    return { half: hour >= 9 && hour < 12 ? 'am' : 'pm', eitherHalf: false }
  return { half: 'pm', eitherHalf: false }
}

/** The hour of 24 that is meant, or null where there is no such hour: `15:30 am`. */
export function hourOf(clock: WrittenClock): number | null {
  const { hour, half } = clock
  if (half === undefined) return hour
  if (half === 'pm') return hour > 23 ? null : hour < 12 ? hour + 12 : hour
  return hour > 12 ? null : hour === 12 ? 0 : hour
}
