import type { Language } from '../model/case.js'
import type { CompiledFact } from '../model/facts.js'
import { textIn } from '../model/text.js'
import type { Fidelity, Question } from './assessment.js'
import { factsOf, instantOf } from './record.js'
import type { CaseSession } from './session.js'

/** Phases whose facts a model is expected to reproduce. */
const MODELLED_PHASES = new Set(['impact', 'recovery'])

/** Facts that dispute each other, one question for each set of rivals, in the order of the document. */
export function rivalClaims(session: CaseSession): readonly Question[] {
  const facts = factsOf(session.compiled)
  const byId = new Map(facts.map(fact => [fact.id, fact]))
  const sets = new Map<string, Set<string>>()
  for (const { id, fact } of facts) {
    for (const other of listOf(fact.disputes)) {
      if (!byId.has(other)) continue
      const [one, two] = [sets.get(id) ?? new Set([id]), sets.get(other) ?? new Set([other])]
      const [larger, smaller] = one.size < two.size ? [two, one] : [one, two]
      for (const member of [id, other, ...smaller]) {
        larger.add(member)
        sets.set(member, larger)
      }
    }
  }
  const placeOf = new Map(facts.map(({ id }, place) => [id, place]))
  const inOrder = (set: ReadonlySet<string>) =>
    [...set].sort((a, b) => (placeOf.get(a) ?? 0) - (placeOf.get(b) ?? 0)).flatMap(id => byId.get(id) ?? [])
  return [...new Set(sets.values())].map(set => {
    const rivals = inOrder(set)
    const times = rivals.map(instantOf)
    const components = [
      ...new Set(
        rivals.flatMap(({ expectations }) => expectations.map(({ component }) => idOf(session, component))),
      ),
    ]
    return {
      kind: 'rival-claims',
      component: components[0] ?? null,
      components,
      scenario: rivals[0]?.scenario ?? 'main',
      facts: rivals.map(({ id }) => id),
      path: ['facts', rivals[0]?.id ?? ''],
      paths: rivals.map(({ id }) => ['facts', id]),
      fromMs: Math.min(...times),
      toMs: Math.max(...times),
      values: {
        claimantsKo: claimantsOf(rivals, 'ko'),
        claimantsEn: claimantsOf(rivals, 'en'),
        count: rivals.length,
      },
    }
  })
}

/** Facts about impact and recovery that expect nothing of the model, or lie outside of its time: one question. */
export function unheldFacts(session: CaseSession, fidelity: Fidelity): readonly Question[] {
  const outside = new Set(
    fidelity.byFact.filter(({ verdict }) => verdict === 'not-modelled').map(({ id }) => id),
  )
  const unheld = factsOf(session.compiled).filter(
    ({ id, fact, expectations }) =>
      outside.has(id) || (expectations.length === 0 && MODELLED_PHASES.has(fact.phase ?? '')),
  )
  if (unheld.length === 0) return []
  const times = unheld.map(instantOf)
  return [
    {
      kind: 'not-modelled',
      component: null,
      components: [],
      scenario: unheld[0]?.scenario ?? 'main',
      facts: unheld.map(({ id }) => id),
      path: ['facts', unheld[0]?.id ?? ''],
      paths: unheld.map(({ id }: CompiledFact) => ['facts', id]),
      fromMs: Math.min(...times),
      toMs: Math.max(...times),
      values: { count: unheld.length },
    },
  ]
}

/** The organisations whose claims these are, in a language, each once. */
function claimantsOf(rivals: readonly CompiledFact[], language: Language): string {
  const names = rivals.flatMap(({ fact }) => {
    const claimant = fact['claimed-by']
    return claimant === undefined ? [] : [textIn(claimant, language)]
  })
  return [...new Set(names)].join(', ')
}

const idOf = (session: CaseSession, component: number) => session.compiled.ids[component] ?? ''

function listOf(value: string | readonly string[] | undefined): readonly string[] {
  if (value === undefined) return []
  return typeof value === 'string' ? [value] : value
}
