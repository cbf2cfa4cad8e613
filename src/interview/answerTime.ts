import { formatLocal, parseInstant } from '../model/time.js'
import type { Ground } from './ground.js'

type Frame = Pick<Ground, 'timezone' | 'startEpochMs'>

/** A day and a half-day word that may stand before a clock: `10월 16일 오후 3시 30분`, `16 Oct`-less English `3:30 pm`. */
const korean =
  /^(?:(?:(\d{4})년\s*)?(\d{1,2})월\s*(\d{1,2})일\s*)?(오전|오후|새벽|아침|낮|저녁|밤)?\s*(\d{1,2})(?:시(?:\s*(\d{1,2})분|\s*(반))?|:(\d{2}))\s*(?:쯤|경|께)?$/
const english = /^(?:(\d{4}-\d{2}-\d{2})\s+)?(\d{1,2})(?:[:.](\d{2}))?\s*([ap])\.?m\.?$/i

/**
 * An instant as it is typed, in UTC milliseconds: as a case's files write it, the clock alone for the day of the case's start, and
 * `오후 3시 30분`, `3:30 pm`. Null where it is none.
 */
export function parsePlainTime(text: string, frame: Frame): number | null {
  const firstDay = formatLocal(frame.startEpochMs, frame.timezone).slice(0, 10)
  const parsed = parseInstant(caseForm(text.trim(), firstDay) ?? text, frame, firstDay)
  return 'epochMs' in parsed ? parsed.epochMs : null
}

/** The same as `2022-10-15 15:30`, or null where it is neither Korean nor of twelve hours. */
function caseForm(text: string, firstDay: string): string | null {
  const twelve = english.exec(text)
  if (twelve !== null) {
    const [, day = firstDay, hour, minute = '00', half = 'a'] = twelve
    const figure = Number(hour)
    if (figure < 1 || figure > 12) return null
    return `${day} ${two((figure % 12) + (half.toLowerCase() === 'p' ? 12 : 0))}:${minute}`
  }
  const said = korean.exec(text)
  if (said === null) return null
  const [, year = firstDay.slice(0, 4), month, dayOfMonth, half, hour, minute, halfPast, clockMinute] = said
  const day = month === undefined ? firstDay : `${year}-${two(Number(month))}-${two(Number(dayOfMonth))}`
  const minutes = halfPast === undefined ? (minute ?? clockMinute ?? '0') : '30'
  return `${day} ${two(hourOf(Number(hour), half))}:${two(Number(minutes))}`
}

/** `밤 12시` is midnight and `낮 12시` noon; an hour above 12 says itself which half it is in. */
function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined || hour > 12) return hour
  const late = half === '오후' || half === '낮' || half === '저녁' || half === '밤'
  if (hour === 12) return half === '오후' || half === '낮' ? 12 : 0
  return late && !(half === '낮' && hour >= 10) ? hour + 12 : hour
}

const two = (figure: number) => String(figure).padStart(2, '0')
