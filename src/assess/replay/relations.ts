import { type Expression, eachComponent } from '../../engine/expression.js'
import type { System } from '../../engine/system.js'
import type { Component } from '../../model/case.js'
import type { CompiledCase } from '../../model/compiled.js'

/** What the components of a system have to do with one another, by engine index: what roles ask of their players. */
export interface Relations {
  readonly ids: readonly string[]
  readonly component: (index: number) => Component | undefined
  /** Whether one stands in another, directly or not; nothing stands in itself. */
  readonly standsIn: (index: number, outer: number) => boolean
  /** Whether one needs another to stay up, directly or by what it needs. */
  readonly needs: (index: number, other: number) => boolean
  /** Whether something needs it to come back, or to be mended. */
  readonly forRecovery: (index: number) => boolean
}

/** Reads the relations of a compiled system as it was. */
export function relationsOf(compiled: CompiledCase): Relations {
  const { ids, document } = compiled
  const { system } = compiled.main
  const components = document.components ?? {}
  const within = (index: number) => system.components[index]?.within ?? -1
  const recovering = recoveringIn(system)
  const reached = new Map<number, ReadonlySet<number>>()
  const needsOf = (index: number) => {
    const known = reached.get(index)
    if (known !== undefined) return known
    const found = reachedFrom(system, index)
    reached.set(index, found)
    return found
  }
  return {
    ids,
    component: index => components[ids[index] ?? ''],
    standsIn: (index, outer) => {
      for (let at = within(index); at >= 0; at = within(at)) if (at === outer) return true
      return false
    },
    needs: (index, other) => needsOf(index).has(other),
    forRecovery: index => recovering.has(index),
  }
}

function reachedFrom(system: System, index: number): ReadonlySet<number> {
  const found = new Set<number>()
  const open = [index]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    read(system.components[at]?.needs ?? null, other => {
      if (found.has(other)) return
      found.add(other)
      open.push(other)
    })
  }
  return found
}

function recoveringIn(system: System): ReadonlySet<number> {
  const found = new Set<number>()
  for (const { ways, repair } of system.components) {
    for (const work of [...ways, ...(repair === null ? [] : [repair])]) {
      read(work.needs, index => found.add(index))
    }
  }
  return found
}

function read(expression: Expression | null, visit: (index: number) => void): void {
  if (expression !== null) eachComponent(expression, visit)
}
