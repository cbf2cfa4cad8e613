// A workspace in a process of its own, as it is built, for tests that kill it or load it. The one argument is JSON: the
// `place` of the database and `look`, cases. Prints lines of JSON: first what the doctor finds and what those cases are
// before anybody writes, then the port when it listens, and then once a second how late its timers are.

import { randomBytes } from 'node:crypto'
import { monitorEventLoopDelay } from 'node:perf_hooks'

const built = new URL('../../../dist/', import.meta.url)
const { openStore } = await import(new URL('store/store.js', built).href)
const { openWorkspace } = await import(new URL('server/workspace/openWorkspace.js', built).href)
const { openLog } = await import(new URL('server/workspace/log.js', built).href)

const { doctor } = await import(new URL('store/doctor/doctor.js', built).href)
const { sha256 } = await import(new URL('store/hash.js', built).href)

const { place, look } = JSON.parse(process.argv[2])
const store = await openStore({ place, nowMs: Date.now, randomBytes })
if (look.length > 0) {
  const { findings } = await doctor(store)
  const cases = {}
  for (const id of look) {
    const [last] = await store.revisions.list(id, 1)
    const files = await store.cases.files(id)
    cases[id] = {
      revision: last?.number ?? 0,
      texts: Object.fromEntries(
        files.flatMap(({ path, text }) => (typeof text === 'string' ? [[path, text]] : [])),
      ),
      hashes: Object.fromEntries(files.map(({ path, text }) => [path, sha256(text)])),
    }
  }
  console.log(JSON.stringify({ found: { findings, cases } }))
}
const running = await openWorkspace({
  store,
  settings: {
    publicUrl: null,
    language: 'en',
    appFolder: '/nonexistent',
    statusFolder: null,
    openId: null,
    key: null,
    proxies: 0,
    version: 'test',
  },
  log: openLog(process.env.MANIL_SERVE_LOG ? 'errors' : null),
  host: '127.0.0.1',
  port: 0,
  portsTried: 1,
})
if (running === null) throw new Error('no port')
const delay = monitorEventLoopDelay({ resolution: 5 })
delay.enable()
console.log(JSON.stringify({ port: running.port }))
setInterval(() => {
  const [lateMs, memoryMb] = [delay.max / 1e6, process.memoryUsage().rss / 1e6]
  delay.reset()
  console.log(JSON.stringify({ lateMs: Math.round(lateMs), memoryMb: Math.round(memoryMb) }))
}, 1000)

// Ends when whoever started it is gone.
process.stdin.on('end', () => process.exit(0))
process.stdin.resume()
process.on('SIGTERM', async () => {
  await running.close()
  await store.close()
  process.exit(0)
})
