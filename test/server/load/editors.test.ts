import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { readCaseFolder } from '../../../src/publish/readFolder.js'
import { doctor } from '../../../src/store/doctor/doctor.js'
import { openStore } from '../../../src/store/store.js'
import { type DatabaseKind, emptyPlace, isMissing } from '../../store/databases.js'
import { until } from '../live/liveClient.js'
import { Editor, Latencies } from './editor.js'
import { newPerson, Served } from './served.js'

// Proves that many people can write one case at once: all copies come to the same bytes, which are those that are kept, and
// an edit is seen by all others soon. `MANIL_EDITORS=50 MANIL_SECONDS=120` makes it the measurement, and prints what was found
// and on what machine.
const editors = Number(process.env.MANIL_EDITORS ?? 10)
const seconds = Number(process.env.MANIL_SECONDS ?? 5)
const isMeasurement = process.env.MANIL_EDITORS !== undefined

const kakao = fileURLToPath(new URL('../../../cases/kakao-2022', import.meta.url))

const ways: readonly { readonly kind: DatabaseKind; readonly servers: number; readonly mostMs: number }[] = [
  { kind: 'PGlite', servers: 1, mostMs: 300 },
  { kind: 'PostgreSQL', servers: 1, mostMs: 300 },
  { kind: 'PostgreSQL', servers: 2, mostMs: 1_000 },
]

for (const { kind, servers, mostMs } of ways) {
  describe.skipIf(isMissing(kind))(`${editors} editors (${kind}, servers: ${servers})`, () => {
    test('write one case to the same bytes', { timeout: seconds * 3_000 + 120_000 }, async () => {
      const latencies = await write(kind, servers)
      if (isMeasurement) expect(latencies.everyone(95)).toBeLessThan(mostMs)
    })
  })
}

async function write(kind: DatabaseKind, servers: number): Promise<Latencies> {
  const place = await emptyPlace(kind)
  let store = await openStore({ place, nowMs: Date.now, randomBytes })
  const { files } = readCaseFolder(kakao)
  const people = []
  for (let index = 0; index < editors; index++) people.push(await newPerson(store, `Editor ${index}`))
  await store.cases.create({ id: 'kakao', title: 'Kakao', files, userId: people[0]!.id, message: '' })
  for (const { id } of people.slice(1)) {
    await store.members.set('kakao', id, { role: 'editor', signOffRoles: [] })
  }
  if (kind === 'PGlite') await store.close()

  const served: Served[] = []
  for (let index = 0; index < servers; index++) served.push(await Served.start(place))
  const latencies = new Latencies()
  const all = people.map(
    ({ headers }, index) => new Editor(index, headers, served[index % servers]!, latencies),
  )
  for (const editor of all) await editor.enter()
  const ownDelay = monitorEventLoopDelay({ resolution: 5 })
  ownDelay.enable()
  const beganMs = performance.now()
  const writing = all.map(editor => editor.write(seconds * 1_000))
  if (servers > 1) {
    await pause(seconds * 500)
    const [left, killed] = served
    for (const editor of all) if (editor.served === killed) editor.moveTo(left!)
    await killed!.kill()
  }
  await Promise.all(writing)
  await until(() => all.every(editor => editor.client.stored >= editor.client.sent), 60_000)
  ownDelay.disable()
  const [first] = all
  const same = () => {
    const text = JSON.stringify(first!.client.files())
    return all.every(({ client }) => JSON.stringify(client.files()) === text)
  }
  await until(same, 60_000)
  const tookMs = performance.now() - beganMs

  await served[0]!.end()
  if (kind === 'PGlite') store = await openStore({ place, nowMs: Date.now, randomBytes })
  const kept = await store.cases.files('kakao')
  expect(kept.filter(({ path }) => !path.startsWith('evidence/'))).toEqual(first!.client.files())
  expect((await doctor(store)).findings).toEqual([])
  const texts = kept.map(({ text }) => String(text)).join('\n')
  const logged = all.flatMap(editor => editor.logged)
  expect(logged.filter(fact => !texts.includes(fact))).toEqual([])
  const [last] = await store.revisions.list('kakao', 1)
  const revisions = last?.number ?? 0
  const edits = all.reduce((sum, editor) => sum + editor.edits, 0)
  expect(edits).toBeGreaterThan(editors)
  expect(all.flatMap(({ client }) => client.refusals)).toEqual([])
  await store.close()
  if (place.kind === 'folder') rmSync(place.folder, { recursive: true, force: true })
  if (isMeasurement) {
    const lateMs = served.map(({ seconds }) => Math.max(0, ...seconds.slice(2).map(second => second.lateMs)))
    const memoryMb = served.map(({ seconds }) => Math.max(0, ...seconds.map(second => second.memoryMb)))
    console.log(
      [
        `${kind}, servers: ${servers}, editors: ${editors}, ${seconds} s, one server killed half-way: ${servers > 1}`,
        `  machine: ${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 1e9)} GB, Node ${process.version}, load ${loadavg()[0]?.toFixed(1)}; editors and servers share it`,
        `  ${edits} edits (${Math.round(edits / seconds)} a second), ${logged.length} facts logged over the API, revisions: ${revisions}`,
        `  seen by one other: ${latencies.print('one')}`,
        `  seen by every other: ${latencies.print('everyone')}`,
        `  servers: timers at most ${lateMs.join(', ')} ms late; memory at most ${memoryMb.join(', ')} MB`,
        `  editors: timers at most ${Math.round(ownDelay.max / 1e6)} ms late, 99 of 100 less than ${Math.round(ownDelay.percentile(99) / 1e6)} ms`,
        `  all copies and the store the same ${Math.round(tookMs - seconds * 1_000)} ms after the last edit`,
      ].join('\n'),
    )
  }
  return latencies
}

function pause(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms))
}
