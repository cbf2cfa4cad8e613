/** The languages that reports are written in. */
export type Language = 'ko' | 'en'

const MINUTE_S = 60
/** Below this the seconds are said too. */
const SECONDS_MATTER_S = 10 * MINUTE_S
/** From here on nobody counts in hours any more. */
const DAYS_MATTER_S = 10 * 86_400

/**
 * A length of time as people read it: `10시간 04분`, `10 h 04 min`. Hours are not turned into days, so that lengths can be
 * compared, until there are ten days of them: `94일 15시간`, `94 d 15 h`. Negative lengths carry a minus sign. Milliseconds in.
 */
export function duration(ms: number, language: Language): string {
  const ko = language === 'ko'
  const length = Math.abs(ms)
  if (length > 0 && length < 1000) return `${ms < 0 ? '−' : ''}${Math.round(length)}${ko ? '밀리초' : ' ms'}`
  const seconds = Math.round(length / 1000)
  const sign = ms < 0 ? '−' : ''
  if (seconds < MINUTE_S) return `${sign}${seconds}${ko ? '초' : ' s'}`
  const secondsLeft = seconds % MINUTE_S
  if (seconds < SECONDS_MATTER_S && secondsLeft !== 0) {
    const minutes = Math.floor(seconds / MINUTE_S)
    return (
      sign + (ko ? `${minutes}분 ${twoDigits(secondsLeft)}초` : `${minutes} min ${twoDigits(secondsLeft)} s`)
    )
  }
  if (seconds >= DAYS_MATTER_S) {
    const allHours = Math.round(seconds / 3600)
    const hoursLeft = allHours % 24
    const days = Math.floor(allHours / 24)
    if (hoursLeft === 0) return `${sign}${days}${ko ? '일' : ' d'}`
    return sign + (ko ? `${days}일 ${twoDigits(hoursLeft)}시간` : `${days} d ${twoDigits(hoursLeft)} h`)
  }
  const allMinutes = Math.round(seconds / MINUTE_S)
  const hours = Math.floor(allMinutes / 60)
  const minutes = allMinutes % 60
  if (hours === 0) return `${sign}${minutes}${ko ? '분' : ' min'}`
  if (minutes === 0) return `${sign}${hours}${ko ? '시간' : ' h'}`
  return sign + (ko ? `${hours}시간 ${twoDigits(minutes)}분` : `${hours} h ${twoDigits(minutes)} min`)
}

/** A difference, with its sign in front also where it is positive: `−9시간 30분`, `+25 min`. */
export function difference(ms: number, language: Language): string {
  return ms > 0 ? `+${duration(ms, language)}` : duration(ms, language)
}

const twoDigits = (value: number) => String(value).padStart(2, '0')
