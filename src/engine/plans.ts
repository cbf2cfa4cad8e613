import type { System, Work } from './system.js'

/**
 * Every way and every repair of a system in one row, so that a number stands for each. The plans of component `c` are
 * `firstOf[c]` up to `firstOf[c + 1]`: its ways, the preferred first, then its repair if it has one.
 */
export interface Plans {
  readonly count: number
  readonly firstOf: Int32Array
  readonly component: Int32Array
  /** Index into `ways`; -1 for the repair. */
  readonly way: Int32Array
  readonly work: readonly Work[]
  readonly takesMs: Float64Array
  readonly batchUnits: Float64Array
  readonly atOnce: Float64Array
}

/** Lays out the ways and repairs of a system. */
export function layOutPlans(system: System): Plans {
  const firstOf = new Int32Array(system.components.length + 1)
  const component: number[] = []
  const way: number[] = []
  const work: Work[] = []
  system.components.forEach((part, index) => {
    firstOf[index] = work.length
    part.ways.forEach((each, place) => {
      component.push(index)
      way.push(place)
      work.push(each)
    })
    if (part.repair !== null) {
      component.push(index)
      way.push(-1)
      work.push(part.repair)
    }
  })
  firstOf[system.components.length] = work.length
  return {
    count: work.length,
    firstOf,
    component: Int32Array.from(component),
    way: Int32Array.from(way),
    work,
    takesMs: Float64Array.from(work.map(each => each.takesMs)),
    batchUnits: Float64Array.from(work.map(each => each.batchUnits)),
    atOnce: Float64Array.from(work.map(each => each.atOnce)),
  }
}
