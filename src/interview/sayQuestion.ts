import type { Language } from '../model/case.js'
import { textIn } from '../model/text.js'
import { interviewWords, type SaidQuestion, type TriggerKey } from '../words/interview/interviewWords.js'
import type { InterviewQuestion } from './questionPlan.js'

/** An option as it is shown, and what to send when it is chosen. */
export interface SaidOption {
  readonly value: string
  readonly label: string
}

/** The words of a question in a language, with what it speaks of put in. */
export function sayQuestion(
  question: InterviewQuestion,
  language: Language,
): SaidQuestion & { readonly options: readonly SaidOption[] } {
  const words = interviewWords(language)
  const { about, id } = question
  const name = (text: typeof about.service) => (text === null ? null : textIn(text, language))
  return {
    ...words.questions[id]({
      service: name(about.service),
      place: name(about.place),
      trigger: about.trigger,
    }),
    options: question.options.map(({ value, title }) => ({
      value,
      label: title === null ? words.triggers[value as TriggerKey] : textIn(title, language),
    })),
  }
}
