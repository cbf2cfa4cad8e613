import { run } from '../../src/engine/run.js'
import { compileCase } from '../../src/model/compile.js'
import type { WrittenSystem } from './document.js'
import type { Outcome } from './history.js'

/**
 * Runs a system on the engine, by the way a case takes: with a head around it, through the compiler. Throws where the
 * compiler finds an error in it.
 */
export function runDocument(system: WrittenSystem, horizonMs: number): Outcome {
  const head = {
    title: 'A case',
    timezone: 'UTC',
    start: '2022-10-15 00:00',
    horizon: `${horizonMs / 1_000}s`,
  }
  const { compiled, problems } = compileCase({ case: head, ...system })
  if (!compiled) throw new Error(`the compiler refuses it: ${JSON.stringify(problems)}`)
  const result = run(compiled.main.system, compiled.main.scenario)
  if (!result.ok) {
    return { error: 'loop', components: result.error.components.map(index => compiled.ids[index]!) }
  }
  const changes = result.run.changes.map(({ timeMs, component, level }) => ({
    t: timeMs,
    component: compiled.ids[component]!,
    level,
  }))
  return { changes }
}
