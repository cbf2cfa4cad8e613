import type { CompiledScenario } from '../model/compiled.js'
import { type CasePath, type Problem, warning } from '../model/problem.js'
import type { Rule } from './rule.js'

/**
 * Destroyed and never repaired: neither by work of its own nor by an event that happens later. Of what stands in a destroyed place
 * only what the place's repair would leave broken is told, not what is lost with the place.
 */
export const neverRepaired: Rule = ({ compiled, document }) =>
  compiled.scenarios.flatMap(scenario => {
    const base: CasePath = scenario.id === 'main' ? ['events'] : ['scenarios', scenario.id, 'events']
    const events = scenario.id === 'main' ? document.events : document.scenarios?.[scenario.id]?.events
    const mended = new Set(scenario.scenario.events.flatMap(({ repair }) => repair))
    scenario.system.components.forEach(({ repair }, index) => {
      if (repair !== null) mended.add(index)
    })
    const told = new Set<number>()
    return scenario.scenario.events.flatMap((event, place): readonly Problem[] => {
      const id = scenario.eventIds[place] ?? ''
      return event.destroy.flatMap((target, number) => {
        const broken = mended.has(target)
          ? contentsOf(scenario, target).filter(inner => !mended.has(inner))
          : [target]
        const written = events?.[id]?.destroy
        const path = [...base, id, 'destroy', ...(typeof written === 'string' ? [] : [number])]
        return broken.flatMap(index => {
          if (told.has(index) || scenario.system.components[index]?.initial === 'absent') return []
          told.add(index)
          return [warning('never-repaired', path, { id: compiled.ids[index] ?? '', event: id })]
        })
      })
    })
  })

function contentsOf({ system }: CompiledScenario, place: number): readonly number[] {
  return system.components.flatMap((_, index) => {
    let at = system.components[index]?.within ?? -1
    while (at >= 0 && at !== place) at = system.components[at]?.within ?? -1
    return at === place ? [index] : []
  })
}
