import type { Expression } from '../engine/expression.js'
import { eachComponent } from '../engine/expression.js'
import type { System } from '../engine/system.js'

/** Components that another one stands in, needs, or is impaired without: engine indexes. */
export function dependedUpon(system: System): ReadonlySet<number> {
  const found = new Set<number>()
  const read = (expression: Expression | null) => {
    if (expression !== null) eachComponent(expression, index => found.add(index))
  }
  for (const component of system.components) {
    if (component.within >= 0) found.add(component.within)
    read(component.needs)
    read(component.full)
    for (const way of component.ways) {
      read(way.needs)
      for (const { team } of way.crew) found.add(team)
    }
  }
  return found
}
