import type { CaseDocument } from '../model/case.js'
import { parsePlainDuration } from './answerDuration.js'
import { parsePlainTime } from './answerTime.js'
import { type Ground, readGround } from './ground.js'
import { isAsked, type QuestionId, questionIds, questionKinds } from './questionPlan.js'

/** What somebody said to one question. Texts are as they were typed; names may also be ids or titles of components. */
export type Answer =
  | { readonly kind: 'names'; readonly names: readonly string[] }
  | { readonly kind: 'choice'; readonly choice: string }
  /** As people type times: `09:12`, `2025-03-08 09:12`, `+10m`, `오전 9시 12분` (`model/typedTime.ts`). */
  | { readonly kind: 'time'; readonly text: string }
  /** `40m`, `2h30m`, `2시간 30분`, `4~6 h`: see `answerDuration.ts`. */
  | { readonly kind: 'duration'; readonly text: string }
  /** `name: null` says that there was none; only `second` may be answered so. */
  | { readonly kind: 'place'; readonly name: string | null }
  /** A team or a role, never a person, and how many of it could do the work; `count: null`: that is not known. */
  | { readonly kind: 'people'; readonly team: string; readonly count: number | null }
  /** Possible for every question. What is not known becomes an open question of the case. */
  | { readonly kind: 'not-known' }
  /** As `not-known`, but was not looked at yet. */
  | { readonly kind: 'skipped' }

/** An interview as it stands: plain data, so that it can be kept, sent and taken up again. */
export interface InterviewState {
  readonly version: 1
  /** What the case said when the interview began. */
  readonly ground: Ground
  readonly answers: Readonly<Partial<Record<QuestionId, Answer>>>
}

/** Why an answer was not taken. `words/interview/` has a sentence for each. */
export type AnswerRefusal =
  | 'unknown-question'
  | 'not-asked'
  | 'wrong-kind'
  | 'empty'
  | 'too-many'
  | 'too-long'
  | 'unknown-choice'
  | 'bad-time'
  | 'bad-duration'
  | 'bad-count'

/** The most names in one answer, characters in one, and people. */
export const ANSWER_LIMITS = { names: 8, characters: 80, people: 100_000 } as const

/** Begins an interview about a case. The case may have a model already, or nothing but a title and facts. */
export function beginInterview(document: CaseDocument): InterviewState {
  return { version: 1, ground: readGround(document), answers: {} }
}

/**
 * Takes an answer, also to a question that was answered before: what stood there is replaced, other answers stay. Answers
 * to questions that are no longer asked because of it are kept, so that going back and forth loses nothing.
 */
export function answer(
  state: InterviewState,
  question: QuestionId,
  value: Answer,
): InterviewState | { readonly refused: AnswerRefusal } {
  if (!Object.hasOwn(questionKinds, question)) return { refused: 'unknown-question' }
  if (!isAsked(state, question)) return { refused: 'not-asked' }
  const refused = refusalOf(state, question, value)
  if (refused !== null) return { refused }
  return { ...state, answers: { ...state.answers, [question]: tidied(value) } }
}

/**
 * An interview taken up again: the case as it is now, and answers that were kept. They may come from anywhere, so what is no answer
 * to its question is left out.
 */
export function resumeInterview(document: CaseDocument, kept: unknown): InterviewState {
  const fresh = beginInterview(document)
  if (typeof kept !== 'object' || kept === null) return fresh
  const answers: Partial<Record<QuestionId, Answer>> = {}
  for (const id of questionIds) {
    const value: unknown = Object.hasOwn(kept, id) ? (kept as Record<string, unknown>)[id] : undefined
    if (isAnswer(value) && refusalOf(fresh, id, value) === null) answers[id] = tidied(value)
  }
  return { ...fresh, answers }
}

function isAnswer(value: unknown): value is Answer {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false
  const { kind, names, choice, text, name, team, count } = value as Record<string, unknown>
  const isText = (given: unknown) => typeof given === 'string'
  switch (kind) {
    case 'names':
      return Array.isArray(names) && names.every(isText)
    case 'choice':
      return isText(choice)
    case 'time':
    case 'duration':
      return isText(text)
    case 'place':
      return name === null || isText(name)
    case 'people':
      return isText(team) && (count === null || typeof count === 'number')
    default:
      return kind === 'not-known' || kind === 'skipped'
  }
}

/** Takes an answer back: the question is open again. */
export function withdraw(state: InterviewState, question: QuestionId): InterviewState {
  const { [question]: _, ...answers } = state.answers
  return { ...state, answers }
}

function refusalOf(state: InterviewState, question: QuestionId, value: Answer): AnswerRefusal | null {
  if (value.kind === 'not-known' || value.kind === 'skipped') return null
  const { kind, choices } = questionKinds[question]
  if (value.kind !== kind) return 'wrong-kind'
  switch (value.kind) {
    case 'names':
      return refusalOfNames(value.names)
    case 'choice':
      return choices === null || choices.includes(value.choice)
        ? refusalOfName(value.choice)
        : 'unknown-choice'
    case 'time':
      return parsePlainTime(value.text, state.ground) === null ? 'bad-time' : null
    case 'duration':
      return parsePlainDuration(value.text) === null ? 'bad-duration' : null
    case 'place':
      if (value.name === null) return question === 'second' ? null : 'empty'
      return refusalOfName(value.name)
    case 'people':
      return refusalOfName(value.team) ?? refusalOfCount(value.count)
  }
}

function refusalOfNames(names: readonly string[]): AnswerRefusal | null {
  const filled = names.filter(name => name.trim() !== '')
  if (filled.length === 0) return 'empty'
  if (filled.length > ANSWER_LIMITS.names) return 'too-many'
  return filled.some(name => refusalOfName(name) !== null) ? 'too-long' : null
}

function refusalOfName(name: string): AnswerRefusal | null {
  const text = name.trim()
  if (text === '') return 'empty'
  return text.length > ANSWER_LIMITS.characters ? 'too-long' : null
}

function refusalOfCount(count: number | null): AnswerRefusal | null {
  if (count === null) return null
  return Number.isInteger(count) && count >= 1 && count <= ANSWER_LIMITS.people ? null : 'bad-count'
}

/** Without blanks around names, and without a name twice. */
function tidied(value: Answer): Answer {
  switch (value.kind) {
    case 'names':
      return { kind: 'names', names: [...new Set(value.names.map(plain).filter(name => name !== ''))] }
    case 'choice':
      return { kind: 'choice', choice: plain(value.choice) }
    case 'time':
    case 'duration':
      return { kind: value.kind, text: plain(value.text) }
    case 'place':
      return { kind: 'place', name: value.name === null ? null : plain(value.name) }
    case 'people':
      return { kind: 'people', team: plain(value.team), count: value.count }
    default:
      return { kind: value.kind }
  }
}

/** One line in composed form: browsers on some systems send Hangul in parts. */
function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
}
