// One run of the engine on a generated system, in a process of its own: `node --expose-gc bench/engineOnce.mjs SIZE`.
// Prints one line of JSON. The system lies in memory before the clock starts.

import { run } from '../dist/engine/run.js'
import { engineScenario, engineSystem, generatedSystem } from './generatedSystem.mjs'

let rows = generatedSystem(Number(process.argv[2]))
const system = engineSystem(rows)
const scenario = engineScenario(rows)
rows = null
globalThis.gc?.()
// What the collector has left to other threads is not to be counted to the run.
await new Promise(done => setTimeout(done, 500))
const before = process.memoryUsage()
const cpu = process.cpuUsage()
const from = performance.now()
const result = run(system, scenario)
const wallMs = performance.now() - from
const { user, system: kernel } = process.cpuUsage(cpu)
if (!result.ok) throw new Error(`The run failed: ${result.error.code}`)
const peakBytes = process.resourceUsage().maxRSS * 1024
globalThis.gc?.()
const after = process.memoryUsage()
const { changes, works } = result.run
const lost = new Set(changes.filter(change => change.level === 0).map(change => change.component)).size
const level = new Map(changes.map(change => [change.component, change.level]))
const notBack = [...level].filter(([component, units]) => units < system.components[component].count).length
console.log(
  JSON.stringify({
    components: system.components.length,
    needs: countNeeds(system),
    lost,
    notBack,
    changes: changes.length,
    works: works.length,
    wallMs,
    cpuMs: (user + kernel) / 1000,
    systemBytes: before.heapUsed + before.arrayBuffers,
    runBytes: after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers,
    peakBytes,
  }),
)

function countNeeds({ components }) {
  const count = expression =>
    expression === null
      ? 0
      : expression.op === 'units'
        ? 1
        : expression.of.reduce((sum, part) => sum + count(part), 0)
  return components.reduce((sum, { needs }) => sum + count(needs), 0)
}
