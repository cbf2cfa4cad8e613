import type { Language } from '../../durations.js'
import { en } from './en.js'
import { ko } from './ko.js'

/** A mark for each flag of a draft; `noise` and `redacted` with their kind behind. `ko` is the pattern. */
export type FlagWords = typeof ko

const catalogues: Readonly<Record<Language, FlagWords>> = { ko, en }

/** What a flag has to say: its code, and what it knows. A clock's error is in milliseconds, ahead where it is positive. */
export interface ShownFlag {
  readonly code: string
  readonly why?: string
  readonly what?: string
  readonly of?: string
  readonly byMs?: number
  readonly assumed?: string | number
  readonly count?: number
}

/** The mark of a flag in a language; its bare code where no words are known. */
export function flagWord(flag: ShownFlag, language: Language): string {
  const kind = flag.why ?? flag.what
  const code = kind === undefined ? flag.code : `${flag.code}-${kind}`
  const words = catalogues[language]
  const { of = '', byMs = 0, assumed = '', count = 0 } = flag
  return Object.hasOwn(words, code)
    ? words[code as keyof FlagWords]({ of, by: signedClock(byMs), assumed, count })
    : code
}

/** `+9:00`, `-0:05`, and with seconds where there are some: hours and minutes as clocks show them. */
function signedClock(ms: number): string {
  const seconds = Math.round(Math.abs(ms) / 1000)
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0')
  const minutes = `${Math.floor(seconds / 3600)}:${two((seconds / 60) % 60)}`
  return `${ms < 0 ? '-' : '+'}${minutes}${seconds % 60 === 0 ? '' : `:${two(seconds % 60)}`}`
}
