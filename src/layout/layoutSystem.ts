import type { Language } from '../model/case.js'
import type { CompiledCase } from '../model/compiled.js'
import { arrange } from './arrangement.js'
import type { SystemPictures } from './drawing.js'
import { orderSystem } from './orderedSystem.js'
import { systemGraph } from './systemGraph.js'
import { tallLayout } from './tall.js'
import { wideLayout } from './wide.js'

/** Both pictures of a whole system, nothing folded. The same case gives the same pictures; null where there is nothing to draw. */
export function layoutSystem(compiled: CompiledCase, language: Language): SystemPictures | null {
  const { ids, document, main } = compiled
  const graph = systemGraph({ ids, document, system: main.system }, language)
  if (graph.nodes.length === 0) return null
  const arrangement = arrange(orderSystem(graph))
  return { wide: wideLayout(arrangement), tall: tallLayout(arrangement) }
}
