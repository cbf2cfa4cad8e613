import type { Language } from '../durations.js'
import { en } from './en.js'
import { ko } from './ko.js'

/** What a stretch of an outage was spent on. */
export type StepKind = 'cut' | 'event' | 'repair' | 'recovery' | 'crew' | 'pause' | 'hold' | 'open'

/** What the words say of a step; names are titles, not ids. */
export interface SaidStep {
  readonly kind: StepKind
  readonly component: string
  readonly event: string | null
  readonly team: string | null
  readonly units: number
}

/** The words of a recovery path. */
export interface PathWords {
  readonly kinds: Readonly<Record<StepKind, string>>
  /** A step in a short clause: "recovery of hosts", "recovery of hosts, waiting for infra (10 needed)". */
  readonly step: (step: SaidStep) => string
  /** Over the path of one outage. */
  readonly heading: (service: string, lengthMs: number) => string
  readonly neverDown: (service: string) => string
}

/** The words of recovery paths in a language. */
export function pathWords(language: Language): PathWords {
  return language === 'ko' ? ko : en
}
