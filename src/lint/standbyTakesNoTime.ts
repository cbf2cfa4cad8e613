import { warning } from '../model/problem.js'
import type { Rule } from './rule.js'

/** A standby that takes no time: switching over always takes some. */
export const standbyTakesNoTime: Rule = ({ compiled, document }) =>
  compiled.ids.flatMap((id, index) => {
    const component = document.components?.[id]
    if (component?.['standby-for'] === undefined || component.recovery === 'none') return []
    const instant = compiled.main.system.components[index]?.ways.some(({ takesMs }) => takesMs === 0)
    if (!instant) return []
    const place = component.recovery === undefined ? 'standby-for' : 'recovery'
    return [warning('standby-takes-no-time', ['components', id, place], { id }, { atKey: true })]
  })
