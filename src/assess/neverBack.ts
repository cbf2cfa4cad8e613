import type { Question } from './assessment.js'
import { type Explanation, explain } from './explain.js'
import { outcomeIn } from './outcome.js'
import type { CaseSession } from './session.js'

/**
 * Services that the model leaves down when its time ends, grouped by what they wait for: `waits` names the component that the
 * tree of reasons ends in, `reason` why that one is down.
 */
export function neverBack(session: CaseSession): readonly Question[] {
  const groups = new Map<string, Question>()
  for (const { id: scenarioId } of session.compiled.scenarios) {
    const variant = session.with([], scenarioId)
    const { horizonMs } = variant.scenario.scenario
    for (const component of session.services) {
      const open = outcomeIn(variant, component)?.down.find(interval => interval.open)
      if (open === undefined) continue
      const root = rootOf(explain(variant, component, horizonMs))
      const key = JSON.stringify([scenarioId, root.component, root.reason])
      const known = groups.get(key)
      if (known !== undefined) {
        groups.set(key, {
          ...known,
          components: [...known.components, component],
          fromMs: Math.min(known.fromMs ?? open.fromMs, open.fromMs),
        })
        continue
      }
      groups.set(key, {
        kind: 'never-back',
        component,
        components: [component],
        scenario: scenarioId,
        facts: [],
        path: ['components', root.component],
        paths: [['components', root.component]],
        fromMs: open.fromMs,
        toMs: horizonMs,
        values: { waits: root.component, reason: root.reason, event: root.event ?? '' },
      })
    }
  }
  return [...groups.values()].sort((a, b) => b.components.length - a.components.length)
}

/** Follows the first reason down to where the tree ends. */
function rootOf(tree: Explanation): Explanation {
  const next = tree.because.find(part => !part.again)
  return next === undefined ? tree : rootOf(next)
}
