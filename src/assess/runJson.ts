import type { FactSummary, Fidelity } from './assessment.js'
import { fidelity, fidelityOf } from './fidelity.js'
import { outcomeIn } from './outcome.js'
import type { CaseSession } from './session.js'

/** A level that changed: `t` in milliseconds from the start. */
export interface JsonChange {
  readonly t: number
  readonly component: string
  readonly level: number
}

/** What a run means, as one JSON object: the keys and their order are a promise to other programs. */
export interface RunJson extends ScenarioJson {
  readonly case: string
  /** Given where one scenario was asked for that is not the main one. */
  readonly scenario?: string
  /** The other scenarios by id, where there are any. */
  readonly scenarios?: Readonly<Record<string, ScenarioJson>>
}

/** One scenario of a run: times count from its own start. */
export interface ScenarioJson {
  readonly changes: readonly JsonChange[]
  readonly services: Readonly<
    Record<
      string,
      {
        readonly downMs: number
        readonly impairedMs: number
        readonly intervals: readonly {
          readonly fromMs: number
          readonly toMs: number
          readonly state: 'down' | 'impaired'
        }[]
      }
    >
  >
  readonly fidelity: {
    readonly tests: { readonly agree: number; readonly total: number }
    readonly fitted: { readonly agree: number; readonly total: number }
    readonly inputs: number
    readonly bounds: { readonly agree: number; readonly total: number }
    readonly medianErrorMs: number | null
    readonly facts: readonly {
      readonly id: string
      readonly kind: FactSummary['kind']
      readonly observed: FactSummary['observed']
      readonly simulated: number | null
      readonly errorMs: number | null
      readonly verdict: FactSummary['verdict']
    }[]
  }
}

/**
 * The run of a case's main scenario with the fidelity of all its scenarios, then its other scenarios. With a scenario named, that
 * one alone.
 */
export function runJson(caseId: string, session: CaseSession, scenario: string | null = null): RunJson {
  if (scenario !== null && scenario !== 'main')
    return { case: caseId, scenario, ...scenarioJson(session, scenario, fidelityOf(session, scenario)) }
  const others = scenario === null ? session.compiled.scenarios.slice(1) : []
  const main = scenarioJson(
    session,
    'main',
    scenario === null ? fidelity(session) : fidelityOf(session, 'main'),
  )
  if (others.length === 0) return { case: caseId, ...main }
  const told = others.map(({ id }) => [id, scenarioJson(session, id, fidelityOf(session, id))] as const)
  return { case: caseId, ...main, scenarios: Object.fromEntries(told) }
}

function scenarioJson(session: CaseSession, scenarioId: string, assessed: Fidelity): ScenarioJson {
  const variant = session.with([], scenarioId)
  const { ids } = variant.compiled
  return {
    changes: variant.run.changes.map(({ timeMs, component, level }) => ({
      t: timeMs,
      component: ids[component] ?? '',
      level,
    })),
    services: Object.fromEntries(session.services.map(id => [id, serviceJson(variant, id)])),
    fidelity: {
      tests: { agree: assessed.tests.agree, total: assessed.tests.total },
      fitted: { agree: assessed.fitted.agree, total: assessed.fitted.total },
      inputs: assessed.inputs,
      bounds: { agree: assessed.bounds.agree, total: assessed.bounds.total },
      medianErrorMs: assessed.medianErrorMs,
      facts: assessed.byFact.map(({ id, kind, observed, simulatedMs, errorMs, verdict }) => ({
        id,
        kind,
        observed,
        simulated: simulatedMs,
        errorMs,
        verdict,
      })),
    },
  }
}

function serviceJson(variant: ReturnType<CaseSession['with']>, id: string) {
  const outcome = outcomeIn(variant, id)
  const intervals = [
    ...(outcome?.down ?? []).map(({ fromMs, toMs }) => ({ fromMs, toMs, state: 'down' as const })),
    ...(outcome?.impaired ?? []).map(({ fromMs, toMs }) => ({ fromMs, toMs, state: 'impaired' as const })),
  ].sort((a, b) => a.fromMs - b.fromMs)
  return { downMs: outcome?.downMs ?? 0, impairedMs: outcome?.impairedMs ?? 0, intervals }
}
