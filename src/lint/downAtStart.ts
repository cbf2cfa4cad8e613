import { printCondition } from '../model/expression/print.js'
import { warning } from '../model/problem.js'
import type { Rule } from './rule.js'

/** Down before the first event although nothing says so: its place, or what it needs, is not there (rule 10). */
export const downAtStart: Rule = ({ session, compiled, document }) => {
  const { changes } = session.baseline()
  const fallen = new Set(
    changes
      .filter(({ timeMs, level, cause }) => timeMs === 0 && level === 0 && isOfStart(cause))
      .map(({ component }) => component),
  )
  return [...fallen].flatMap(index => {
    const id = compiled.ids[index] ?? ''
    const component = document.components?.[id]
    const system = compiled.main.system.components[index]
    if (component === undefined || system === undefined) return []
    const housed =
      system.within < 0 ||
      (!isDown(compiled.main.system.components[system.within]?.initial) && !fallen.has(system.within))
    const values = housed
      ? { id, cause: 'needs', missing: printCondition(component.needs ?? '') }
      : { id, cause: 'in', missing: component.in ?? '' }
    return [warning('down-at-start', ['components', id, housed ? 'needs' : 'in'], values)]
  })
}

const isDown = (initial: string | undefined) => initial !== undefined && initial !== 'up'

/** Losses of the first settling have no event before them: they are of the start, or follow from such. */
function isOfStart(cause: { readonly kind: string }): boolean {
  return cause.kind === 'start'
}
