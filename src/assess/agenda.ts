import type { CaseDocument, Fact, Text } from '../model/case.js'
import type { CasePath } from '../model/problem.js'
import { parseFactTime, parseInstant } from '../model/time.js'
import { isTimezone } from '../model/timezone.js'
import type { Fidelity, Question } from './assessment.js'
import { questions } from './questions.js'
import type { CaseSession } from './session.js'

/** One thing for a round of review to speak of: of the system, never of a person. Its words are in `words/agenda/`. */
export type AgendaItem = {
  /** The same thing has the same key in every round, so that answers can be laid beside each other. */
  readonly key: string
  /** Places of the case that it is about; the first is the one to open. */
  readonly about: readonly CasePath[]
} & (
  | {
      /** Facts that the model contradicts, or is off: the largest first. */
      readonly kind: 'surprise'
      readonly question: Question
    }
  | { readonly kind: 'rival-claims'; readonly question: Question }
  | {
      readonly kind: 'shortcoming'
      readonly id: string
      readonly title: Text
      readonly asBuilt: Text
      readonly assumedThen: Text | null
    }
  /** What else the program asks: silences, missing bases, what never returns, facts held against nothing. */
  | { readonly kind: 'question'; readonly question: Question }
)

/** Items of a kind in one round: beyond it nobody answers. */
export const AGENDA_ITEMS = 12

/**
 * The agenda of a review round. Surprises come first, since they show where record and model part; then what is claimed
 * differently, then the case's own shortcomings, each to be confirmed and completed, then the other questions. Withheld
 * shortcomings are in it: a round is internal. Of a case without a model only claims and shortcomings can be asked about.
 */
export function agendaOf(
  document: CaseDocument,
  model: { readonly session: CaseSession; readonly fidelity: Fidelity } | null,
): readonly AgendaItem[] {
  const asked = model === null ? rivalsIn(document) : questions(model.session, model.fidelity)
  const of = (kind: 'surprise' | 'rival-claims' | 'question') =>
    asked
      .filter(question => kindOf(question) === kind)
      .slice(0, AGENDA_ITEMS)
      .map((question): AgendaItem => ({ kind, key: keyOf(question), about: aboutOf(question), question }))
  return distinct([...of('surprise'), ...of('rival-claims'), ...shortcomingsIn(document), ...of('question')])
}

function kindOf({ kind }: Question): 'surprise' | 'rival-claims' | 'question' {
  if (kind === 'contradicted' || kind === 'off') return 'surprise'
  return kind === 'rival-claims' ? kind : 'question'
}

/** Times and numbers may change with every edit; what is asked about does not. A question that moves from off to contradicted stays. */
function keyOf(question: Question): string {
  const { kind, scenario, components, facts, paths } = question
  const about = facts.length > 0 ? [...facts].sort() : paths.map(path => path.join('/')).sort()
  const subject = kindOf(question) === 'surprise' ? [...components].sort() : []
  // What is left over is one question whatever it holds.
  const rest = (kind === 'no-basis' || kind === 'not-modelled') && Number(question.values.count) > 1
  const parts = rest ? ['rest'] : [...subject, ...about]
  return [kindOf(question) === 'surprise' ? 'surprise' : kind, scenario, ...parts].join(':')
}

function aboutOf({ path, paths, facts, components }: Question): readonly CasePath[] {
  const found: CasePath[] = [
    ...(path === null ? [] : [path]),
    ...paths,
    ...facts.map(id => ['facts', id]),
    ...components.map(id => ['components', id]),
  ]
  const seen = new Set<string>()
  return found.filter(place => !seen.has(JSON.stringify(place)) && seen.add(JSON.stringify(place)))
}

function shortcomingsIn({ shortcomings = {} }: CaseDocument): readonly AgendaItem[] {
  return Object.entries(shortcomings).map(([id, shortcoming]) => ({
    kind: 'shortcoming',
    key: `shortcoming:${id}`,
    about: [['shortcomings', id]],
    id,
    title: shortcoming.title ?? shortcoming['as-built'],
    asBuilt: shortcoming['as-built'],
    assumedThen: shortcoming['assumed-then'] ?? null,
  }))
}

function distinct(items: readonly AgendaItem[]): readonly AgendaItem[] {
  const seen = new Map<string, number>()
  return items.map(item => {
    const before = seen.get(item.key) ?? 0
    seen.set(item.key, before + 1)
    return before === 0 ? item : { ...item, key: `${item.key}#${before + 1}` }
  })
}

/** Sets of facts that dispute each other, from the document alone, in its order. */
function rivalsIn(document: CaseDocument): readonly Question[] {
  const facts = document.facts ?? {}
  const sets: Set<string>[] = []
  for (const [id, { disputes }] of Object.entries(facts)) {
    for (const other of [disputes ?? []].flat()) {
      if (!Object.hasOwn(facts, other)) continue
      const touching = sets.filter(set => set.has(id) || set.has(other))
      for (const set of touching) sets.splice(sets.indexOf(set), 1)
      sets.push(new Set([id, other, ...touching.flatMap(set => [...set])]))
    }
  }
  return sets.map(set =>
    rivalQuestion(
      document,
      Object.keys(facts).filter(id => set.has(id)),
    ),
  )
}

function rivalQuestion(document: CaseDocument, ids: readonly string[]): Question {
  const facts = ids.map(id => document.facts?.[id] as Fact)
  const times = facts.flatMap(fact => instantOf(document, fact))
  const components = [
    ...new Set(facts.flatMap(({ changes, shows }) => Object.keys({ ...changes, ...shows }))),
  ]
  const claimants = (language: 'ko' | 'en') => {
    const names = facts.flatMap(fact => {
      const claimant = fact['claimed-by']
      if (claimant === undefined) return []
      return [
        typeof claimant === 'string' ? claimant : (claimant[language] ?? claimant.ko ?? claimant.en ?? ''),
      ]
    })
    return [...new Set(names)].join(', ')
  }
  return {
    kind: 'rival-claims',
    component: components[0] ?? null,
    components,
    scenario: facts[0]?.scenario ?? 'main',
    facts: ids,
    path: ['facts', ids[0] ?? ''],
    paths: ids.map(id => ['facts', id]),
    fromMs: times.length === 0 ? null : Math.min(...times),
    toMs: times.length === 0 ? null : Math.max(...times),
    values: { claimantsKo: claimants('ko'), claimantsEn: claimants('en'), count: ids.length },
  }
}

/** Milliseconds from the start of the fact's scenario, or nothing where a time cannot be read. */
function instantOf(document: CaseDocument, fact: Fact): readonly number[] {
  const { timezone } = document.case
  if (!isTimezone(timezone)) return []
  const start = document.scenarios?.[fact.scenario ?? '']?.start ?? document.case.start
  const begun = parseInstant(start, { timezone, startEpochMs: 0 })
  if ('code' in begun) return []
  const time = parseFactTime(fact.at, { timezone, startEpochMs: begun.epochMs })
  if ('code' in time) return []
  const { fromMs, toMs } = time
  return [Math.round(((fromMs ?? toMs ?? 0) + (toMs ?? fromMs ?? 0)) / 2)]
}
