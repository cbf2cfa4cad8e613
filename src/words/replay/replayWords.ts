import type { Language } from '../durations.js'
import { en } from './en.js'
import { ko } from './ko.js'

/** What a role asks, with the names of the roles that it rests on. */
export interface SaidRole {
  readonly kinds: readonly string[]
  readonly in: string | null
  readonly outside: string | null
  readonly holds: string | null
  readonly needs: string | null
  readonly neededBy: string | null
  readonly forRecovery: boolean
  readonly countAtLeast: number
  readonly traits: readonly string[]
  readonly homeOnly: boolean
}

/** What an if does to the services of the system that met the scenario. */
export interface SaidEffect {
  readonly services: number
  readonly prevented: number
  readonly shorter: number
  /** As long, but at another time. */
  readonly later: number
  readonly worse: number
  readonly withheld: number
  /** Time down of all services together, less than without; negative is less. Null where some of it is withheld. */
  readonly deltaMs: number | null
}

/** The words of `manil replay` and its page: one case's scenario met by the system of another. */
export interface ReplayWords {
  readonly title: (caseTitle: string, systemTitle: string) => string
  /** What the answer rests on. */
  readonly frame: string
  readonly home: string
  readonly columns: {
    readonly match: string
    readonly role: string
    readonly players: string
    readonly falls: string
    readonly longest: string
    readonly first: string
    readonly down: string
    readonly comesBack: string
    readonly condition: string
    readonly has: string
    readonly would: string
  }
  readonly matchesFound: (count: number) => string
  readonly match: (number: number, of: number) => string
  readonly homeMatch: string
  readonly falling: (falling: number, of: number) => string
  readonly answer: (falling: number, of: number) => string
  /** Services that do not fall, before their names. */
  readonly standing: string
  /** When a service falls, counted from the start. */
  readonly after: (length: string) => string
  readonly hasHeading: (has: number, partly: number, lacks: number, of: number) => string
  readonly playedHeading: (played: number, of: number) => string
  readonly failed: string
  readonly nobody: string
  /** Of a component that is absent unless an if says so. */
  readonly notThere: string
  readonly has: Readonly<Record<'has' | 'partly' | 'lacks' | 'nobody' | 'untold', string>>
  readonly lacking: (names: readonly string[]) => string
  readonly notCarried: Readonly<Record<'own-terms' | 'nobody' | 'holds-others' | 'conflict', string>>
  readonly effect: (effect: SaidEffect) => string
  readonly unmatched: string
  readonly lookedFor: (role: SaidRole) => string
  readonly nearest: (component: string, lacks: string) => string
  readonly lacks: Readonly<Record<string, string>>
  readonly limit: Readonly<Record<'matches' | 'steps', (bound: number) => string>>
  readonly leftAtHome: (names: readonly string[]) => string
  readonly withheld: (names: readonly string[]) => string
  readonly caseModel: string
  readonly systemModel: string
  readonly page: {
    readonly kind: string
    readonly question: string
    readonly services: string
    readonly roles: string
    readonly ifs: string
    readonly matches: string
    readonly silent: (count: number) => string
    readonly empty: (count: number) => string
    readonly trust: string
    readonly trustHeading: string
    readonly made: (version: string) => string
  }
}

/** The words for replays in a language. */
export function replayWords(language: Language): ReplayWords {
  return language === 'ko' ? ko : en
}
