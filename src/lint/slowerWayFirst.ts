import type { Work } from '../engine/system.js'
import { formatDuration } from '../model/duration.js'
import { warning } from '../model/problem.js'
import type { Rule } from './rule.js'
import { writtenWorks } from './writtenWorks.js'

/** A slower way before a faster one: the preferred way should be the better one. Counted over all units. */
export const slowerWayFirst: Rule = ({ compiled }) => {
  const works = writtenWorks(compiled).filter(({ path }) => path[2] === 'recovery')
  return works.flatMap(({ id, component, work, path }, place) => {
    const before = works[place - 1]
    if (before === undefined || before.id !== id) return []
    const count = compiled.main.system.components[component]?.count ?? 1
    const [firstMs, secondMs] = [wholeMs(before.work, count), wholeMs(work, count)]
    if (firstMs <= secondMs) return []
    const values = { first: formatDuration(firstMs), second: formatDuration(secondMs) }
    return [warning('slower-way-first', before.path, values, { other: path })]
  })
}

/** How long a way takes until all units are back, by medians. */
function wholeMs({ takesMs, batchUnits, atOnce }: Work, count: number): number {
  return takesMs * Math.ceil(Math.ceil(count / Math.max(1, batchUnits)) / Math.max(1, atOnce))
}
