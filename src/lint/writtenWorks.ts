import type { Work } from '../engine/system.js'
import type { Component, Way } from '../model/case.js'
import type { CompiledCase } from '../model/compiled.js'
import type { CasePath } from '../model/problem.js'

/** A way of recovery or a repair, as it is written and as the engine reads it. */
export interface WrittenWork {
  readonly id: string
  readonly component: number
  readonly written: Way
  readonly work: Work
  readonly path: CasePath
}

/** Every way and repair that a case writes, in the order of the document. */
export function writtenWorks({ ids, document, main }: CompiledCase): readonly WrittenWork[] {
  return ids.flatMap((id, index) => {
    const component = document.components?.[id]
    const compiled = main.system.components[index]
    if (component === undefined || compiled === undefined) return []
    const found: WrittenWork[] = waysOf(component).flatMap(({ way, path }, number) => {
      const work = compiled.ways[number]
      return work === undefined
        ? []
        : [{ id, component: index, written: way, work, path: ['components', id, ...path] }]
    })
    if (component.repair !== undefined && compiled.repair !== null) {
      const path = ['components', id, 'repair']
      found.push({ id, component: index, written: component.repair, work: compiled.repair, path })
    }
    return found
  })
}

function waysOf({ recovery }: Component): readonly { readonly way: Way; readonly path: CasePath }[] {
  if (recovery === undefined || recovery === 'none') return []
  if (Array.isArray(recovery))
    return recovery.map((way: Way, number) => ({ way, path: ['recovery', number] }))
  return [{ way: recovery as Way, path: ['recovery'] }]
}
