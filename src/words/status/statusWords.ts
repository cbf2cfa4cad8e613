import type { Language } from '../durations.js'
import { en } from './en.js'
import { ko } from './ko.js'

export type StatusState = 'up' | 'impaired' | 'down' | 'unknown'

/** What the public status page and its feed say. `ko` is the pattern. */
export interface StatusWords {
  readonly languageNames: Readonly<Record<Language, string>>
  readonly languages: string
  readonly page: string
  /** The headline: by the worst state there is, with the names of those in it. */
  readonly headline: (state: StatusState, names: readonly string[]) => string
  readonly states: Readonly<Record<StatusState, string>>
  /** `일부만 됨 (40%)` */
  readonly partly: (share: string) => string
  readonly services: string
  readonly service: string
  readonly state: string
  readonly since: string
  readonly noServices: string
  readonly latest: string
  readonly noUpdates: string
  readonly next: string
  readonly nextAt: (time: string) => string
  readonly nextUnknown: string
  readonly over: string
  readonly stale: (time: string) => string
  readonly history: string
  readonly historyAbout: string
  /** A service comes into a state, as a line of the history and a title in the feed. */
  readonly change: (name: string, state: StatusState, share: string | null) => string
  readonly times: {
    readonly about: (time: string) => string
    readonly by: (time: string) => string
    readonly after: (time: string) => string
    readonly range: (from: string, to: string) => string
    readonly zone: (name: string, offset: string) => string
  }
  readonly feed: string
  readonly feedAbout: string
  readonly data: string
  readonly written: (time: string) => string
  readonly contact: string
  readonly sign: Readonly<Record<StatusState, string>>
}

/** The words of the status page in a language. */
export function statusWords(language: Language): StatusWords {
  return language === 'ko' ? ko : en
}

/** Names that a headline still lists; above it says how many. */
export const HEADLINE_NAMES = 2
