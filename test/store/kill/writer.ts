// A process that writes through the store without end, says what it was told is kept, and waits to be killed:
// `node writer.mjs <place as JSON> <name> <round>`.

import { randomBytes, randomInt } from 'node:crypto'
import * as Y from 'yjs'
import { changeText } from '../../../src/collaboration/sharedCase.js'
import type { DatabasePlace } from '../../../src/store/database.js'
import { openStore } from '../../../src/store/store.js'
import { type Acknowledged, killedCase, killedText } from './acknowledged.js'

const [placeText, name, roundId] = process.argv.slice(2)
const store = await openStore({
  place: JSON.parse(placeText!) as DatabasePlace,
  nowMs: Date.now,
  randomBytes,
})
const round = await store.rounds.get(killedCase, roundId!)
const { shared } = await store.texts.load(killedCase)
const user = (await store.users.list())[0]!
let count = 0

/** Several things at once, each one after the other, as the pages of several people do. */
await Promise.all([lane(), lane(), lane()])

async function lane(): Promise<never> {
  for (;;) {
    const acknowledged = await something(`${name} ${++count}`)
    if (acknowledged !== null) process.stdout.write(`${JSON.stringify(acknowledged)}\n`)
  }
}

async function something(unique: string): Promise<Acknowledged | null> {
  const drawn = randomInt(100)
  if (drawn < 60) {
    const updates: Uint8Array[] = []
    const keep = (update: Uint8Array) => updates.push(update)
    shared.on('update', keep)
    const line = `- ${unique} ${'x'.repeat(randomInt(300))}`
    changeText(shared, killedText, { from: 0, to: 0, insert: `${line}\n` }, null)
    shared.off('update', keep)
    return { what: 'line', line, seq: await store.texts.append(killedCase, updates, user.id) }
  }
  if (drawn < 65) {
    const path = `${unique.replaceAll(' ', '-')}.yaml`
    const { update } = await store.texts.create(killedCase, path, unique, user.id)
    Y.applyUpdate(shared, update!)
    return { what: 'file', path, text: unique }
  }
  if (drawn < 72) {
    const path = `evidence/${unique.replaceAll(' ', '-')}.bin`
    const { hash } = await store.attachments.put(killedCase, path, randomBytes(randomInt(200_000)), user.id)
    return { what: 'attachment', path, hash }
  }
  if (drawn < 82) {
    const revision = await store.revisions.commit(killedCase, { kind: 'edited', message: unique })
    return revision && { what: 'revision', number: revision.number, hash: revision.hash }
  }
  if (drawn < 90) {
    const { id } = await store.comments.add(killedCase, { anchor: null, userId: user.id, text: unique })
    return { what: 'comment', id, text: unique }
  }
  if (drawn < 95) {
    const entry = await store.audit.append({
      actor: user.id,
      action: 'test',
      caseId: killedCase,
      details: { unique },
    })
    return { what: 'audit', number: entry.number, hash: entry.hash }
  }
  if (drawn < 98) {
    await store.rounds.answer(killedCase, round.id, round.items[0]!.id, { kind: 'anonymous', text: unique })
    return { what: 'anonymous', text: unique }
  }
  await store.texts.compact(killedCase)
  return null
}
