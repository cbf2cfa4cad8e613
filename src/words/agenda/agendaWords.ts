import type { Language } from '../durations.js'
import type { Naming, SaidQuestion } from '../questions/questionWords.js'
import { en } from './en.js'
import { ko } from './ko.js'

/** What the words need of an item; the agenda of `assess/` has this shape once its texts are in one language. */
export type SaidItem =
  | { readonly kind: 'surprise' | 'rival-claims' | 'question'; readonly question: SaidQuestion }
  | { readonly kind: 'shortcoming'; readonly title: string; readonly asBuilt: string }

/** The words of a review round's agenda: of the system, never of a person. */
export interface AgendaWords {
  readonly kinds: Readonly<Record<SaidItem['kind'], string>>
  /** Why things of this kind are on the agenda, in one sentence. */
  readonly why: Readonly<Record<SaidItem['kind'], string>>
  /** What is asked of those who take part. */
  readonly ask: (item: SaidItem, naming: Naming) => string
  readonly empty: string
}

/** The words of the agenda in a language. */
export function agendaWords(language: Language): AgendaWords {
  return language === 'ko' ? ko : en
}
