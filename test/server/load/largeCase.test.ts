import { afterAll, beforeAll, expect, test } from 'vitest'
import { limits } from '../../../src/model/limits.js'
import { onEachDatabase } from '../../store/databases.js'
import { LiveClient, until } from '../live/liveClient.js'
import { LiveServer } from '../live/liveServer.js'

// Proves that a case of as many facts as there may be opens without a wait, whole and after many have written in it.
// `MANIL_MEASURE=1` prints how long each part took.
onEachDatabase(`a case of ${limits.entries} facts`, workspace => {
  let live: LiveServer
  const timeline = `facts:\n${Array.from({ length: limits.entries }, (_, index) => fact(index)).join('')}`

  beforeAll(async () => {
    const files = [
      {
        path: 'case.yaml',
        text: 'case:\n  title: {en: Large}\n  start: 2022-10-15 00:00\n  timezone: Asia/Seoul\n',
      },
      { path: 'timeline.yaml', text: timeline },
    ]
    await workspace.store.cases.create({ id: 'large', title: 'large', files, userId: null, message: '' })
    await workspace.store.users.create({ name: 'Anna', email: null })
    live = await LiveServer.open(workspace.store)
  })
  afterAll(() => live.close())

  const enter = async () => {
    const client = new LiveClient()
    let bytes = 0
    client.heard = message => {
      if (message.kind === 'update') bytes += message.update.length
    }
    const beganMs = performance.now()
    await client.connect(live.address('large'), { 'x-user': 'anna' })
    return { client, bytes, tookMs: performance.now() - beganMs }
  }

  test('opens for writing in less than two seconds', { timeout: 120_000 }, async () => {
    const cold = await enter()
    const warm = await enter()
    expect(cold.client.text('timeline.yaml')).toBe(timeline)
    expect(Math.max(cold.tookMs, warm.tookMs)).toBeLessThan(2_000)

    live.roles.set('anna', 'editor')
    const [user] = await workspace.store.users.list()
    const writer = await new LiveClient().connect(live.address('large'), { 'x-user': user!.id })
    for (let count = 0; count < 5_000; count++) {
      writer.insert('timeline.yaml', (count * 7_919) % timeline.length, 'x')
      if (count % 100 === 0) await writer.kept()
    }
    await writer.kept()
    await until(() => cold.client.text('timeline.yaml') === writer.text('timeline.yaml'))
    const written = await enter()
    expect(written.tookMs).toBeLessThan(2_000)

    const room = await live.rooms.open('large')
    const [first, again] = [await timed(() => room.examined()), await timed(() => room.examined())]
    writer.insert('timeline.yaml', timeline.indexOf('f5000'), '')
    await room.change(null, files => [
      { kind: 'write', path: 'case.yaml', text: `${files.text('case.yaml')}# changed\n` },
    ])
    const changed = await timed(() => room.examined())
    const opened = await timed(async () => {
      const other = await LiveServer.open(workspace.store)
      await other.rooms.open('large')
      await other.close()
    })
    if (process.env.MANIL_MEASURE) {
      console.log(
        [
          `${workspace.kind}: ${timeline.length} letters`,
          `  first page: ${ms(cold.tookMs)} from connecting to the whole text, ${cold.bytes} bytes`,
          `  second page: ${ms(warm.tookMs)}`,
          `  a page after 5000 letters typed in as many places: ${ms(written.tookMs)}, ${written.bytes} bytes`,
          `  reading the room anew, with opening and closing all rooms: ${ms(opened)}`,
          `  examined: first ${ms(first)}, the same again ${ms(again)}, after a change ${ms(changed)}`,
        ].join('\n'),
      )
    }
    for (const { client } of [cold, warm, written]) await client.close()
    await writer.close()
    expect(live.faults).toEqual([])
  })
})

function fact(index: number): string {
  const minutes = index % 1440
  const at = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  return (
    `  f${index}:\n    at: 2022-10-15 ${at}\n` +
    `    text: {ko: "${index}번째 사실: 무언가 일어났다", en: "Fact ${index}: something happened"}\n`
  )
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const beganMs = performance.now()
  await work()
  return performance.now() - beganMs
}

function ms(value: number): string {
  return `${value.toFixed(0)} ms`
}
