import type { Language } from '../model/case.js'
import type { CompiledCase } from '../model/compiled.js'
import type { Layout } from '../view/reportData.js'
import { arrange } from './arrangement.js'
import { systemGraph } from './systemGraph.js'
import { tallLayout } from './tall.js'
import { wideLayout } from './wide.js'

/** Both pictures of a system in one language. The same case gives the same pictures; null where there is nothing to draw. */
export async function layoutSystem(
  compiled: CompiledCase,
  language: Language,
): Promise<{ readonly wide: Layout; readonly tall: Layout } | null> {
  const graph = systemGraph(compiled, language)
  if (graph.nodes.length === 0) return null
  const arrangement = await arrange(graph)
  return { wide: wideLayout(arrangement), tall: tallLayout(arrangement) }
}
