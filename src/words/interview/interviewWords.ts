import type { Language } from '../durations.js'
import { en } from './en.js'
import { ko } from './ko.js'

/** What a question of the interview can speak of; null where it is not known yet. */
export interface AskedAbout {
  readonly service: string | null
  readonly place: string | null
  readonly trigger: string | null
}

/** A question as it is put: one sentence, help in plain words, an answer that somebody might give, and why it is asked. */
export interface SaidQuestion {
  readonly text: string
  readonly help: string
  readonly example: string
  readonly why: string
}

export type QuestionKey =
  | 'services'
  | 'trigger'
  | 'trigger-at'
  | 'needs'
  | 'part'
  | 'place'
  | 'beside'
  | 'tools'
  | 'tools-place'
  | 'people'
  | 'takes'
  | 'second'
  | 'supply-back'

export type TriggerKey = 'power' | 'place' | 'network' | 'change' | 'part' | 'load' | 'other'

export type OpenKey =
  | QuestionKey
  | 'hands'
  | 'other-needs'
  | 'second-needs'
  | 'switch-over'
  | 'carried'
  | 'beside-use'
  | 'loose'
  | 'kept'
  | 'before-start'

export type TitleKey =
  | 'service'
  | 'servers'
  | 'place'
  | 'tool'
  | 'team'
  | 'main'
  | 'standby'
  | 'power'
  | 'network'
  | 'placePower'
  | 'check'
  | 'generator'
  | 'elsewhere'
  | 'restart'
  | 'switchOver'
  | 'carriesOn'
  | `trigger-${TriggerKey}`
  | `back-${TriggerKey}`
  | 'if-tools-elsewhere'
  | 'if-second-elsewhere'
  | 'if-second-always-on'
  | 'if-own-power'
  | 'if-tried-on-one-part'
  | 'if-more-hands'

/** The words of the first model that is asked out. */
export interface InterviewWords {
  readonly questions: Readonly<Record<QuestionKey, (about: AskedAbout) => SaidQuestion>>
  /** The choices of `trigger`. */
  readonly triggers: Readonly<Record<TriggerKey, string>>
  /** Answers that every question takes, and the one that only `second` takes. */
  readonly answers: { readonly notKnown: string; readonly skip: string; readonly none: string }
  /** Why an answer was not taken, and what to do. */
  readonly refusals: Readonly<
    Record<
      | 'unknown-question'
      | 'not-asked'
      | 'wrong-kind'
      | 'empty'
      | 'too-many'
      | 'too-long'
      | 'unknown-choice'
      | 'bad-time'
      | 'bad-duration'
      | 'bad-count',
      string
    >
  >
  /** Names that the draft gives to what nobody named, with the names of what it belongs to. */
  readonly titles: Readonly<Record<TitleKey, (...names: string[]) => string>>
  /** What is still open, as a question about the component of this name. */
  readonly open: Readonly<Record<OpenKey, (name: string) => string>>
  /** Comments at the top of the files that the draft begins. */
  readonly files: {
    readonly system: readonly string[]
    readonly scenario: readonly string[]
    readonly ifs: readonly string[]
    readonly open: string
  }
}

/** The words of the interview in a language. */
export function interviewWords(language: Language): InterviewWords {
  return language === 'ko' ? ko : en
}
