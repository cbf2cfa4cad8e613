import type { CasePath } from '../model/problem.js'
import type { Fidelity, Return, ServiceOutcome } from './assessment.js'
import { compare } from './difference.js'
import { factsKnownTo } from './factKind.js'
import { type FactRanges, factRanges } from './factRanges.js'
import { fidelityOf } from './fidelity.js'
import { outcomeIn } from './outcome.js'
import { sensitivityOf } from './sensitivity.js'
import { type CaseSession, ownIfs, type Variant } from './session.js'
import { structures } from './structural.js'

/**
 * What the ifs of a scenario do to a service between them:
 * - `none`: the service fares as it does without any of them;
 * - `one`: one of them alone does all of it;
 * - `several`: no one alone does all of it.
 */
export type Share = 'none' | 'one' | 'several'

/** One service in a scenario that brings ifs with it. */
export interface ReviewedService {
  readonly component: string
  /** In the system as it was for the main scenario. */
  readonly without: ServiceOutcome
  readonly comesBackWithout: Return
  /** With the scenario's ifs in place. */
  readonly inPlace: ServiceOutcome
  readonly comesBack: Return
  /** Quantities whose range contains a value at which it goes down, or comes back, in another way. */
  readonly rests: readonly CasePath[]
  /** The quantities of `rests` do so only all together. */
  readonly together: boolean
  readonly share: Share
  /** Ifs that alone do all of it. */
  readonly enough: readonly string[]
  /** Ifs that cannot be left out: without one of them, the others in place, the service fares otherwise. */
  readonly needed: readonly { readonly ifId: string; readonly outcome: ServiceOutcome }[]
}

/** What a second scenario says of the ifs that it brings. */
export interface ScenarioReview {
  readonly scenario: string
  /** The ifs in place, in the order of the case. */
  readonly ifs: readonly string[]
  readonly fidelity: Fidelity
  /** Services that go down in the scenario, with the ifs or without them. */
  readonly services: readonly ReviewedService[]
  readonly ranges: FactRanges
  /** Quantities that were fitted to a fact of this scenario, or assumed knowing one. */
  readonly knowing: readonly CasePath[]
}

/**
 * Runs a scenario as it is, with none of the ifs that it brings, with each of them alone, and with each of them left out.
 * Combinations that cannot stand together are passed over.
 */
export function reviewScenario(session: CaseSession, scenarioId: string): ScenarioReview {
  return session.remember(`review ${scenarioId}`, () => {
    const own = new Set(ownIfs(session.document, scenarioId))
    const ifs = Object.keys(session.document.ifs ?? {}).filter(id => own.has(id))
    const inPlace = session.with([], scenarioId)
    const none = session.exactly([], scenarioId)
    const alone = ifs.map(id => ({ id, variant: session.exactly([id], scenarioId) }))
    const left = ifs.map(id => ({
      id,
      variant: session.exactly(
        ifs.filter(other => other !== id),
        scenarioId,
      ),
    }))
    const pairs = session.services.flatMap(component => {
      const outcome = outcomeIn(inPlace, component)
      return outcome === null ? [] : [{ before: outcome, after: outcome }]
    })
    const sensitivity = sensitivityOf(session, inPlace, inPlace, pairs)
    const restsOf = (component: string) => {
      const rests = sensitivity.rests[pairs.findIndex(({ after }) => after.component === component)]
      return { rests: rests?.paths ?? [], together: rests?.together ?? false }
    }
    const services = session.services.flatMap((component): ReviewedService[] => {
      const without = outcomeIn(none, component)
      const is = outcomeIn(inPlace, component)
      if (without === null || is === null) return []
      if (without.down.length === 0 && is.down.length === 0) return []
      const differs = (outcome: ServiceOutcome | null) =>
        outcome !== null && compare(is.down, outcome.down).kind !== 'no-effect'
      const enough = alone.filter(({ variant }) => !variant.failed && !differs(outcomeIn(variant, component)))
      const needed = left.flatMap(({ id, variant }) => {
        const outcome = variant.failed ? null : outcomeIn(variant, component)
        return outcome !== null && differs(outcome) ? [{ ifId: id, outcome }] : []
      })
      const changed = differs(without)
      return [
        {
          component,
          without,
          comesBackWithout: returnOf(none, component),
          inPlace: is,
          comesBack: returnOf(inPlace, component),
          ...restsOf(component),
          share: !changed ? 'none' : enough.length > 0 ? 'one' : 'several',
          enough: changed ? enough.map(({ id }) => id) : [],
          needed,
        },
      ]
    })
    return {
      scenario: scenarioId,
      ifs,
      fidelity: fidelityOf(session, scenarioId),
      services,
      ranges: factRanges(session, scenarioId),
      knowing: knowingQuantities(session, scenarioId),
    }
  })
}

function returnOf(variant: Variant, component: string): Return {
  const index = variant.compiled.indexOf.get(component) ?? -1
  return structures(variant.run, [index])[0]?.comesBack ?? 'by-itself'
}

function knowingQuantities(session: CaseSession, scenarioId: string): readonly CasePath[] {
  const { scenario } = session.with([], scenarioId)
  const facts = session.document.facts ?? {}
  const isOwn = (id: string) => facts[id]?.scenario === scenarioId
  const paths = [...scenario.quantities, ...scenario.amounts]
    .filter(({ basis }) => factsKnownTo(basis).some(isOwn))
    .map(quantity =>
      'named' in quantity && quantity.named !== null ? ['quantities', quantity.named] : quantity.path,
    )
  return [...new Map(paths.map(path => [JSON.stringify(path), path])).values()]
}
