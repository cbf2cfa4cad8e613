import { parseDuration } from '../model/duration.js'
import type { ObjectiveOutcome, ServiceOutcome } from './assessment.js'
import { dataLoss } from './dataLoss.js'
import { outcomeIn } from './outcome.js'
import type { Variant } from './session.js'

/**
 * Whether each objective of a case holds in a variant. Time down counts in total within the horizon, data in milliseconds of
 * writes; an objective about both gives two outcomes. Objectives about components that are not there are left out.
 */
export function objectiveOutcomes(variant: Variant): readonly ObjectiveOutcome[] {
  const outcomes: ObjectiveOutcome[] = []
  for (const [id, objective] of Object.entries(variant.document.objectives ?? {})) {
    const outcome = outcomeIn(variant, objective.component)
    if (outcome === null) continue
    const { component } = objective
    const allowedMs = durationMs(variant, objective['down-at-most'])
    if (allowedMs !== null) outcomes.push(downtime(id, outcome, allowedMs))
    const behindMs =
      objective['data-lost'] === 'never' ? 0 : durationMs(variant, objective['data-lost-at-most'])
    if (behindMs === null) continue
    const index = variant.compiled.indexOf.get(component) ?? -1
    const loss = dataLoss(variant.compiled, variant.run, index)
    outcomes.push({
      id,
      component,
      of: 'data',
      held: loss === null || (loss.behindMs !== null && loss.behindMs <= behindMs),
      actualMs: loss === null ? 0 : loss.behindMs,
      allowedMs: behindMs,
    })
  }
  return outcomes
}

function downtime(id: string, outcome: ServiceOutcome, allowedMs: number): ObjectiveOutcome {
  const { component, downMs } = outcome
  return { id, component, of: 'downtime', held: downMs <= allowedMs, actualMs: downMs, allowedMs }
}

/** A duration or the name of a quantity, at its median. */
function durationMs(variant: Variant, text: string | undefined): number | null {
  if (text === undefined) return null
  const named = variant.document.quantities?.[text]
  return parseDuration(named?.value ?? text)?.medianMs ?? null
}
