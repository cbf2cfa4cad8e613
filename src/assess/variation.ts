import type { Component, Event, Scenario, System, Work } from '../engine/system.js'
import type { CompiledScenario, Quantity } from '../model/compiled.js'
import type { CasePath } from '../model/problem.js'

/** An end of the range that a quantity was given. */
export type End = 'low' | 'high'

/** One unknown of the model: a duration with a range, at all the places that take their value from it. */
export interface Unknown {
  /** Names the unknown: the JSON of its path. */
  readonly key: string
  readonly path: CasePath
}

/** The unknowns of a scenario, in the order of the document: what a run could have been otherwise. */
export function unknownsOf(scenario: CompiledScenario): readonly Unknown[] {
  const found = new Map<string, Unknown>()
  for (const quantity of scenario.quantities) {
    if (quantity.lowMs >= quantity.highMs) continue
    const path = pathOfUnknown(quantity)
    const key = JSON.stringify(path)
    if (!found.has(key)) found.set(key, { key, path })
  }
  return [...found.values()]
}

/** Where the value of a quantity is decided: at its name if it has one. */
export function pathOfUnknown(quantity: Quantity): CasePath {
  return quantity.named === null ? quantity.path : ['quantities', quantity.named]
}

/** Engine input in which the named unknowns stand at an end of their ranges; all others at their medians. */
export function atEnds(
  scenario: CompiledScenario,
  ends: ReadonlyMap<string, End>,
): { readonly system: System; readonly scenario: Scenario } {
  const components = new Map<number, Component>()
  const events = new Map<number, Event>()
  for (const quantity of scenario.quantities) {
    const end = ends.get(JSON.stringify(pathOfUnknown(quantity)))
    if (end === undefined) continue
    const valueMs = end === 'low' ? quantity.lowMs : quantity.highMs
    const { role } = quantity
    if (role.kind === 'delay') {
      const event = events.get(role.event) ?? scenario.scenario.events[role.event]
      if (event !== undefined) events.set(role.event, { ...event, timeMs: valueMs })
      continue
    }
    const component = components.get(role.component) ?? scenario.system.components[role.component]
    if (component === undefined) continue
    const taking = (work: Work): Work => ({ ...work, takesMs: valueMs })
    if (role.kind === 'holdup') components.set(role.component, { ...component, holdupMs: valueMs })
    else if (role.kind === 'repair') {
      if (component.repair !== null) {
        components.set(role.component, { ...component, repair: taking(component.repair) })
      }
    } else {
      const ways = component.ways.map((way, place) => (place === role.way ? taking(way) : way))
      components.set(role.component, { ...component, ways })
    }
  }
  return {
    system: {
      components: scenario.system.components.map((component, index) => components.get(index) ?? component),
    },
    scenario: {
      ...scenario.scenario,
      events: scenario.scenario.events.map((event, index) => events.get(index) ?? event),
    },
  }
}
