import type { Text } from '../model/case.js'
import type { Answer, InterviewState } from './interview.js'

/** The questions, in the order in which they are asked. */
export const questionIds = [
  'services',
  'trigger',
  'trigger-at',
  'needs',
  'part',
  'place',
  'beside',
  'tools',
  'tools-place',
  'people',
  'takes',
  'second',
  'supply-back',
] as const

export type QuestionId = (typeof questionIds)[number]

/** What may have come from outside. `words/interview/` says each in plain words. */
export const triggers = ['power', 'place', 'network', 'change', 'part', 'load', 'other'] as const
export type Trigger = (typeof triggers)[number]

/** The kind of answer of each question; `choices: null` where they are names that the answers before gave. */
export const questionKinds: Readonly<
  Record<
    QuestionId,
    {
      readonly kind: Exclude<Answer['kind'], 'not-known' | 'skipped'>
      readonly choices: readonly string[] | null
    }
  >
> = {
  services: { kind: 'names', choices: null },
  trigger: { kind: 'choice', choices: triggers },
  'trigger-at': { kind: 'time', choices: null },
  needs: { kind: 'names', choices: null },
  part: { kind: 'choice', choices: null },
  place: { kind: 'place', choices: null },
  beside: { kind: 'names', choices: null },
  tools: { kind: 'names', choices: null },
  'tools-place': { kind: 'place', choices: null },
  people: { kind: 'people', choices: null },
  takes: { kind: 'duration', choices: null },
  second: { kind: 'place', choices: null },
  'supply-back': { kind: 'time', choices: null },
}

/** What can be chosen with one key instead of typed. */
export interface Option {
  /** What to send as the name or the choice. */
  readonly value: string
  /** A name of the case. Null for the fixed choices of `trigger`, whose words are in `words/interview/`. */
  readonly title: Text | null
}

/** A question as it is asked now. Its words come from `sayQuestion`. */
export interface InterviewQuestion {
  readonly id: QuestionId
  readonly kind: Exclude<Answer['kind'], 'not-known' | 'skipped'>
  readonly options: readonly Option[]
  /** `second` alone: whether "there was none" is an answer. */
  readonly noneAllowed: boolean
  readonly answer: Answer | null
  /** Names that its sentence speaks of: the first service, the first place, the trigger. Null: not known (yet). */
  readonly about: {
    readonly service: Text | null
    readonly place: Text | null
    readonly trigger: Trigger | null
  }
}

/** The questions that are asked as things stand: at most a dozen. An answer may bring one or take one away. */
export function questionsOf(state: InterviewState): readonly InterviewQuestion[] {
  const about = {
    service: titleOf(state, namesIn(state, 'services')[0]) ?? state.ground.services[0]?.title ?? null,
    place: titleOf(state, placeIn(state, 'place') ?? undefined),
    trigger: triggerOf(state),
  }
  return questionIds
    .filter(id => isAsked(state, id))
    .map(id => ({
      id,
      kind: questionKinds[id].kind,
      options: optionsOf(state, id),
      noneAllowed: id === 'second',
      answer: state.answers[id] ?? null,
      about,
    }))
}

/** The first question without an answer, or null: everything was asked. */
export function nextQuestion(state: InterviewState): InterviewQuestion | null {
  return questionsOf(state).find(question => question.answer === null) ?? null
}

/** The question before one, for going back. */
export function questionBefore(state: InterviewState, id: QuestionId): InterviewQuestion | null {
  const questions = questionsOf(state)
  return questions[questions.findIndex(question => question.id === id) - 1] ?? null
}

/** Whether a question has its place as things stand. */
export function isAsked(state: InterviewState, id: QuestionId): boolean {
  const trigger = triggerOf(state)
  const ofOnePart = trigger === 'change' || trigger === 'part' || trigger === 'load'
  if (id === 'part') return ofOnePart && namesIn(state, 'needs').length > 1
  if (id === 'beside') return !ofOnePart
  if (id === 'tools-place') return namesIn(state, 'tools').length > 0
  return true
}

/** The trigger that was chosen, or null. */
export function triggerOf({ answers }: InterviewState): Trigger | null {
  const given = answers.trigger
  return given?.kind === 'choice' && (triggers as readonly string[]).includes(given.choice)
    ? (given.choice as Trigger)
    : null
}

/** The names given to a question; none where it has no answer. */
export function namesIn({ answers }: InterviewState, id: QuestionId): readonly string[] {
  const given = answers[id]
  return given?.kind === 'names' ? given.names : []
}

/** The place given to a question, or null. */
export function placeIn({ answers }: InterviewState, id: QuestionId): string | null {
  const given = answers[id]
  return given?.kind === 'place' ? given.name : null
}

function titleOf({ ground }: InterviewState, name: string | undefined): Text | null {
  if (name === undefined) return null
  return ground.named.find(({ id }) => id === name)?.title ?? name
}

function optionsOf(state: InterviewState, id: QuestionId): readonly Option[] {
  const { ground } = state
  const typed = (of: QuestionId) =>
    namesIn(state, of).map(name => ({ value: name, title: titleOf(state, name) }))
  const place = (of: QuestionId) => {
    const name = placeIn(state, of)
    return name === null ? [] : [{ value: name, title: titleOf(state, name) }]
  }
  const known = (kinds: (kind: string) => boolean) =>
    ground.named
      .filter(({ kind }) => kind !== null && kinds(kind))
      .map(({ id: value, title }) => ({ value, title }))
  const thing = (kind: string) => !['service', 'site', 'room', 'team', 'utility'].includes(kind)
  const named = namesIn(state, 'services')
  const spoken = ground.named
    .filter(({ id: name, kind }) => kind === null && !named.includes(name))
    .map(({ id: value, title }) => ({ value, title }))
  const isElsewhere = ({ value }: Option) => value !== placeIn(state, 'place')
  const found = {
    services: () => ground.services.map(({ id: value, title }) => ({ value, title })),
    trigger: () => triggers.map(value => ({ value, title: null })),
    'trigger-at': () => ground.triggers.map(({ at }) => ({ value: at, title: at })),
    needs: () => [...spoken, ...known(thing)],
    part: () => typed('needs'),
    place: () => known(kind => kind === 'site' || kind === 'room'),
    beside: () => [...typed('services').slice(1), ...spoken, ...known(thing)],
    tools: () => [...known(kind => kind === 'tool'), ...typed('needs')],
    'tools-place': () => [...place('place'), ...known(kind => kind === 'site' || kind === 'room')],
    people: () => known(kind => kind === 'team'),
    takes: () => [],
    second: () => [...place('tools-place'), ...known(kind => kind === 'site')].filter(isElsewhere),
    'supply-back': () => [],
  }[id]()
  const seen = new Set<string>()
  return found.filter(({ value }) => !seen.has(value) && seen.add(value)).slice(0, SHOWN_OPTIONS)
}

/** Options offered for one question: more would be a list to read, not a help. */
const SHOWN_OPTIONS = 12
