import { factsOf } from '../assess/record.js'
import { eachComponent } from '../engine/expression.js'
import { initialLevel } from '../engine/levels.js'
import type { Component } from '../engine/system.js'
import type { CompiledCase } from '../model/compiled.js'
import type { CompiledFact } from '../model/facts.js'
import { type CasePath, type Problem, warning } from '../model/problem.js'
import type { FactState } from '../model/state.js'
import type { Rule } from './rule.js'

/**
 * A fact that no run could contradict, or none could agree with: after the horizon; `impaired` of what is one and has no `full`; or
 * of a component that nothing in the case can touch, so that it stays as it was.
 */
export const impossibleFact: Rule = ({ compiled }) => {
  const touched = touchedBy(compiled)
  return factsOf(compiled).flatMap(fact => {
    const path = ['facts', fact.id]
    const scenario = compiled.scenarios.find(({ id }) => id === fact.scenario) ?? compiled.main
    const first = fact.expectations[0]
    if (first === undefined) return []
    const { fromMs } = fact.time
    if (fromMs !== null && fromMs > scenario.scenario.horizonMs) {
      return [warning('fact-after-horizon', [...path, 'at'], { field: first.mode })]
    }
    return fact.expectations.flatMap(expectation => problemsOf(expectation, compiled, touched, path))
  })
}

function problemsOf(
  { component: index, mode, state }: CompiledFact['expectations'][number],
  { ids, main }: CompiledCase,
  touched: ReadonlySet<number>,
  path: CasePath,
): readonly Problem[] {
  const component = main.system.components[index]
  const id = ids[index] ?? ''
  if (component === undefined) return []
  if (state.level === 'impaired' && component.count === 1 && component.full === null) {
    return [warning('impossible-fact', [...path, mode, id], { id })]
  }
  if (touched.has(index) || !agrees(state, initialLevel(main.system, index), component)) return []
  return [warning('fact-of-untouched', [...path, mode, id], { id })]
}

function agrees({ level, exactly, atLeast }: FactState, now: number, { count }: Component): boolean {
  if (level !== null)
    return level === 'up' ? now === count : level === 'down' ? now === 0 : now > 0 && now < count
  return exactly !== undefined ? now === exactly : now >= (atLeast ?? 0)
}

/** Components that some event of some scenario, or of some if, can reach: itself, through its place, or through what it asks. */
function touchedBy({ document, indexOf, scenarios, main }: CompiledCase): ReadonlySet<number> {
  const touched = new Set<number>()
  for (const { scenario } of scenarios) {
    for (const { destroy, fail, cut, release, repair } of scenario.events) {
      for (const index of [...destroy, ...cut, ...release, ...repair]) touched.add(index)
      for (const { component } of fail) touched.add(component)
    }
  }
  for (const { components } of Object.values(document.ifs ?? {})) {
    for (const id of Object.keys(components ?? {})) touched.add(indexOf.get(id) ?? -1)
  }
  for (let size = -1; size !== touched.size; ) {
    size = touched.size
    main.system.components.forEach((component, index) => {
      if (touched.has(component.within)) touched.add(index)
      const parts = [
        component.needs,
        component.full,
        ...component.ways.flatMap(({ needs, when }) => [needs, when]),
      ]
      for (const part of parts) {
        if (part !== null) {
          eachComponent(part, asked => {
            if (touched.has(asked)) touched.add(index)
          })
        }
      }
      if (component.initial === 'down') touched.add(index)
    })
  }
  return touched
}
