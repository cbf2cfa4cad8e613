import { offsetMsAt } from '../timezone.js'
import { matchAt } from './match.js'
import type { Scanned, WrittenZone } from './moment.js'

/** What letters may mean: hours from UTC, the likeliest first, and a zone that uses them, to know their season. */
interface Letters {
  readonly hours: readonly number[]
  readonly zone?: string
}

/**
 * Letters that stand for zones. Where they mean several, the first is meant unless the case's own zone has one of the
 * others: `CST` is Chicago, but Shanghai in a case of Shanghai; `IST` is India, not Ireland or Israel; `BST` is British
 * Summer Time. They are taken by their word in every season: `PST` is eight hours behind UTC in July as well, and whoever
 * reads is told that clocks there showed `PDT`.
 */
const letters: Readonly<Record<string, Letters>> = {
  UTC: { hours: [0] },
  GMT: { hours: [0] },
  WET: { hours: [0], zone: 'Europe/Lisbon' },
  WEST: { hours: [1], zone: 'Europe/Lisbon' },
  BST: { hours: [1, 6], zone: 'Europe/London' },
  CET: { hours: [1], zone: 'Europe/Paris' },
  CEST: { hours: [2], zone: 'Europe/Paris' },
  MEZ: { hours: [1], zone: 'Europe/Berlin' },
  MESZ: { hours: [2], zone: 'Europe/Berlin' },
  EET: { hours: [2], zone: 'Europe/Athens' },
  EEST: { hours: [3], zone: 'Europe/Athens' },
  MSK: { hours: [3] },
  IST: { hours: [5.5, 1, 2] },
  PKT: { hours: [5] },
  ICT: { hours: [7] },
  WIB: { hours: [7] },
  SGT: { hours: [8] },
  HKT: { hours: [8] },
  AWST: { hours: [8] },
  KST: { hours: [9] },
  JST: { hours: [9] },
  ACST: { hours: [9.5], zone: 'Australia/Adelaide' },
  ACDT: { hours: [10.5], zone: 'Australia/Adelaide' },
  AEST: { hours: [10], zone: 'Australia/Sydney' },
  AEDT: { hours: [11], zone: 'Australia/Sydney' },
  NZST: { hours: [12], zone: 'Pacific/Auckland' },
  NZDT: { hours: [13], zone: 'Pacific/Auckland' },
  BRT: { hours: [-3] },
  EST: { hours: [-5], zone: 'America/New_York' },
  EDT: { hours: [-4], zone: 'America/New_York' },
  CST: { hours: [-6, 8], zone: 'America/Chicago' },
  CDT: { hours: [-5], zone: 'America/Chicago' },
  MST: { hours: [-7] },
  MDT: { hours: [-6], zone: 'America/Denver' },
  PST: { hours: [-8, 8], zone: 'America/Los_Angeles' },
  PDT: { hours: [-7], zone: 'America/Los_Angeles' },
}

/** Names that follow a place's clocks through the seasons. */
const places: Readonly<Record<string, string>> = {
  ET: 'America/New_York',
  CT: 'America/Chicago',
  MT: 'America/Denver',
  PT: 'America/Los_Angeles',
  'EASTERN TIME': 'America/New_York',
  'CENTRAL TIME': 'America/Chicago',
  'MOUNTAIN TIME': 'America/Denver',
  'PACIFIC TIME': 'America/Los_Angeles',
  'UK TIME': 'Europe/London',
  'LONDON TIME': 'Europe/London',
  'KOREA TIME': 'Asia/Seoul',
  'KOREAN TIME': 'Asia/Seoul',
  'SEOUL TIME': 'Asia/Seoul',
  'JAPAN TIME': 'Asia/Tokyo',
  한국시간: 'Asia/Seoul',
  한국시각: 'Asia/Seoul',
  서울시간: 'Asia/Seoul',
  서울시각: 'Asia/Seoul',
  일본시간: 'Asia/Tokyo',
  일본시각: 'Asia/Tokyo',
  세계협정시: 'UTC',
  협정세계시: 'UTC',
  표준시: 'Asia/Seoul',
}

/** Names of zones in words, and the letters of the same. */
const inWords: Readonly<Record<string, string>> = {
  'EASTERN STANDARD': 'EST',
  'EASTERN DAYLIGHT': 'EDT',
  'CENTRAL STANDARD': 'CST',
  'CENTRAL DAYLIGHT': 'CDT',
  'MOUNTAIN STANDARD': 'MST',
  'MOUNTAIN DAYLIGHT': 'MDT',
  'PACIFIC STANDARD': 'PST',
  'PACIFIC DAYLIGHT': 'PDT',
  'CENTRAL EUROPEAN': 'CET',
  'CENTRAL EUROPEAN STANDARD': 'CET',
  'CENTRAL EUROPEAN SUMMER': 'CEST',
  'BRITISH SUMMER': 'BST',
  'GREENWICH MEAN': 'GMT',
  'COORDINATED UNIVERSAL': 'UTC',
  'KOREA STANDARD': 'KST',
  'KOREAN STANDARD': 'KST',
  'JAPAN STANDARD': 'JST',
  'INDIA STANDARD': 'IST',
  'INDIAN STANDARD': 'IST',
  'SINGAPORE STANDARD': 'SGT',
  'HONG KONG': 'HKT',
}

const hourMs = 3_600_000
/** Clocks are nowhere further from UTC than this. */
const furthestMs = 14 * hourMs

const offsetAfterName = /(?:UTC|GMT) ?([+-])(\d{1,2})(?::?(\d{2}))?(?![\d:])/iy
const utcShort = /Z(?![A-Za-z])/y
const positive = / ?\+(\d{2}):?(\d{2})(?![\d:])/y
const negative = / ?-(\d{2}):?(\d{2})(?![\d:])/y
const name = /[A-Z]{2,5}(?![A-Za-z])/y
/** `PST/PDT`: both seasons of one place. */
const pairOfLetters = /([A-Z]{3,4})\/([A-Z]{3,4})(?![A-Za-z/])/y
const placeName =
  /(?:(?:US )?(?:eastern|central|mountain|pacific)|uk|london|korean?|seoul|japan)(?: local)? time(?![a-z])/iy
const placeAlone = /(?:Eastern|Pacific)(?![A-Za-z/]| [A-Z])/y
const standardName =
  /(eastern|central european|central|mountain|pacific|british|greenwich mean|coordinated universal|korea(?:n)?|japan|india(?:n)?|singapore|hong kong) ?(standard|daylight|summer)? time(?![a-z])/iy
const placeKorean = /(?:한국|서울|일본) ?(?:표준)? ?(?:시간|시각)|세계 ?협정시|협정 ?세계시/y
const iana = /(?:Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific|Etc|US)\/[A-Za-z_+\-/]{2,40}/y

/**
 * A zone at a place of a text: `UTC`, `KST`, `UTC+9`, `+09:00`, `Z`, `Pacific time`, `한국 시각`, `Europe/London`, in
 * brackets or not. `joined` says that a clock ends right here, so that `+09:00` and `Z` may follow.
 */
export function scanZone(text: string, position: number, joined: boolean): Scanned<WrittenZone> | null {
  const open = matchAt(/ ?[([] ?/y, text, position)
  const inside = open === null ? position : position + open[0].length
  const zone = scanBareZone(text, inside, joined)
  if (zone === null || open === null) return zone
  const close = matchAt(/ ?[)\]]/y, text, zone.end)
  return close === null ? null : { value: zone.value, end: zone.end + close[0].length }
}

function scanBareZone(text: string, position: number, joined: boolean): Scanned<WrittenZone> | null {
  const found = (match: RegExpExecArray, zone: Omit<WrittenZone, 'written'>) => ({
    value: { written: match[0].trim(), ...zone },
    end: position + match[0].length,
  })
  const withName = matchAt(offsetAfterName, text, position)
  if (withName !== null) {
    const offsetMs = offsetOf(withName[1]!, withName[2]!, withName[3])
    return offsetMs === null ? null : found(withName, { offsetMs })
  }
  if (joined) {
    const short = matchAt(utcShort, text, position)
    if (short !== null) return found(short, { offsetMs: 0 })
    const ahead = matchAt(positive, text, position)
    const offsetMs = ahead === null ? null : offsetOf('+', ahead[1]!, ahead[2])
    if (ahead !== null && offsetMs !== null) return found(ahead, { offsetMs })
  }
  const korean = matchAt(placeKorean, text, position)
  if (korean !== null) {
    const timezone = places[korean[0].replace(/ |표준/g, '')]
    return timezone === undefined ? null : found(korean, { timezone })
  }
  const words = matchAt(standardName, text, position)
  const meant =
    words === null ? undefined : inWords[[words[1], words[2]].filter(Boolean).join(' ').toUpperCase()]
  if (words !== null && meant !== undefined)
    return { value: lettered(meant), end: position + words[0].length }
  const place = matchAt(placeName, text, position)
  if (place !== null) {
    const timezone = places[place[0].toUpperCase().replace(/^US | LOCAL/g, '')]
    return timezone === undefined ? null : found(place, { timezone })
  }
  const alone = matchAt(placeAlone, text, position)
  if (alone !== null) return found(alone, { timezone: places[`${alone[0].toUpperCase()} TIME`]! })
  const pair = matchAt(pairOfLetters, text, position)
  const seasons = [pair?.[1], pair?.[2]]
    .map(half => letters[half ?? '']?.zone)
    .filter(zone => zone !== undefined)
  if (pair !== null && seasons[0] !== undefined) return found(pair, { timezone: seasons[0] })
  const named = matchAt(name, text, position)
  if (named !== null && Object.hasOwn(letters, named[0]))
    return { value: lettered(named[0]), end: position + named[0].length }
  if (named !== null && Object.hasOwn(places, named[0])) return found(named, { timezone: places[named[0]]! })
  const full = matchAt(iana, text, position)
  return full === null ? null : found(full, { timezone: full[0] })
}

function lettered(written: string): WrittenZone {
  const { hours } = letters[written]!
  return { written, offsetMs: hours[0]! * hourMs, ...(hours.length > 1 ? { unsure: true } : {}) }
}

/**
 * An offset west of UTC right after a clock: `-05:00`. It looks like the end of a range, so whoever reads decides by
 * what stands before it.
 */
export function scanWestward(text: string, position: number): Scanned<WrittenZone> | null {
  const match = matchAt(negative, text, position)
  const offsetMs = match === null ? null : offsetOf('-', match[1]!, match[2])
  if (match === null || offsetMs === null) return null
  return { value: { written: match[0].trim(), offsetMs }, end: position + match[0].length }
}

function offsetOf(sign: string, hours: string, minutes: string | undefined): number | null {
  const size = Number(hours) * hourMs + Number(minutes ?? 0) * 60_000
  if (size > furthestMs || Number(minutes ?? 0) > 59) return null
  return sign === '-' ? -size : size
}

/** Letters that look like a zone and are none that is known: `XST`. They are told, not passed over. */
export function scanUnknownZone(text: string, position: number): Scanned<string> | null {
  const match = matchAt(/ ?\(?([A-Z]{1,3}[DS]?T)\)?(?![A-Za-z])/y, text, position)
  return match === null ? null : { value: match[1]!, end: position + match[0].length }
}

const halfYearMs = 182 * 86_400_000

/**
 * The offset that letters mean at an instant: of several, the one that the case's own zone has at some time of the year.
 * Sure only where one zone has these letters, or the case's has, and uses them in that season.
 */
export function meantOffset(
  zone: WrittenZone,
  epochMs: number,
  caseTimezone: string,
): { readonly offsetMs: number; readonly sure: boolean } {
  if (zone.timezone !== undefined) return { offsetMs: offsetMsAt(epochMs, zone.timezone), sure: true }
  const known = Object.hasOwn(letters, zone.written) ? letters[zone.written]! : null
  if (known === null) return { offsetMs: zone.offsetMs!, sure: true }
  const now = offsetMsAt(epochMs, caseTimezone)
  const own = [now, offsetMsAt(epochMs + halfYearMs, caseTimezone)]
  const ofCase = known.hours.find(hours => own.includes(hours * hourMs))
  if (ofCase !== undefined && known.hours.length > 1)
    return { offsetMs: ofCase * hourMs, sure: ofCase * hourMs === now }
  const inSeason = known.zone === undefined || offsetMsAt(epochMs, known.zone) === zone.offsetMs
  return { offsetMs: zone.offsetMs!, sure: known.hours.length === 1 && inSeason }
}
