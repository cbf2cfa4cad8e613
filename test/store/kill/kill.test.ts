import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes, randomInt } from 'node:crypto'
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DatabasePlace } from '../../../src/store/database.js'
import { doctor } from '../../../src/store/doctor/doctor.js'
import { openStore, type Store } from '../../../src/store/store.js'
import { type DatabaseKind, emptyPlace, isMissing } from '../databases.js'
import { type Acknowledged, killedCase, killedText } from './acknowledged.js'

/** `MANIL_ROUNDS=500` for the long run. */
const rounds = Number(process.env.MANIL_ROUNDS ?? 5)

/** A writer is killed within this time after the first thing that it was told is kept. */
const longestLifeMs = 1_500
const roundTimeoutMs = 60_000

const root = fileURLToPath(new URL('../../..', import.meta.url))
let programs = ''

beforeAll(async () => {
  programs = mkdtempSync(join(tmpdir(), 'manil-kill-'))
  symlinkSync(join(root, 'node_modules'), join(programs, 'node_modules'))
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: fileURLToPath(new URL('writer.ts', import.meta.url)),
      outDir: join(programs, 'out'),
      rollupOptions: { output: { entryFileNames: 'writer.mjs' } },
    },
  })
})
afterAll(() => rmSync(programs, { recursive: true, force: true }))

// Proves that nothing that was acknowledged is lost, and nothing is left half, when the program is killed (SIGKILL) at
// any moment: over and over in the same database, on PostgreSQL with two processes at once.
describe.each<DatabaseKind>(['PGlite', 'PostgreSQL'])('a program killed on %s', kind => {
  test.skipIf(isMissing(kind))(
    `loses nothing in ${rounds} rounds`,
    { timeout: rounds * roundTimeoutMs },
    async () => {
      const place = await emptyPlace(kind)
      const roundId = await prepared(place)
      const kept: Acknowledged[] = []
      for (let round = 0; round < rounds; round++) {
        const names = kind === 'PGlite' ? [`${round}a`] : [`${round}a`, `${round}b`]
        const written = await Promise.all(names.map(name => killedWriter(place, name, roundId)))
        for (const acknowledged of written) expect(acknowledged.length).toBeGreaterThan(0)
        kept.push(...written.flat())
        await inspect(place, roundId, kept)
      }
      if (place.kind === 'folder') rmSync(place.folder, { recursive: true, force: true })
    },
  )
})

function open(place: DatabasePlace): Promise<Store> {
  return openStore({ place, nowMs: Date.now, randomBytes })
}

async function prepared(place: DatabasePlace): Promise<string> {
  const store = await open(place)
  const { id } = await store.users.create({ name: 'writer' })
  const files = [{ path: killedText, text: '' }]
  await store.cases.create({ id: killedCase, title: '', files, userId: id, message: '' })
  const round = await store.rounds.open(killedCase, { title: '', userId: id, items: ['?'] })
  await store.close()
  return round.id
}

/** Runs a writer until it is killed, and gives what it was told is kept. */
async function killedWriter(place: DatabasePlace, name: string, roundId: string): Promise<Acknowledged[]> {
  const child = spawn(
    process.execPath,
    [join(programs, 'out', 'writer.mjs'), JSON.stringify(place), name, roundId],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const acknowledged: Acknowledged[] = []
  let complaint = ''
  child.stderr!.on('data', piece => {
    complaint += piece
  })
  const lines = createInterface({ input: child.stdout! })
  lines.on('line', line => {
    // The last line may have been cut by the kill: what was not said whole was not said.
    if (!line.endsWith('}')) return
    if (acknowledged.push(JSON.parse(line) as Acknowledged) === 1) {
      setTimeout(() => child.kill('SIGKILL'), randomInt(longestLifeMs))
    }
  })
  const read = new Promise(done => lines.once('close', done))
  const signal = await ended(child)
  await read
  expect(complaint).toBe('')
  expect(signal).toBe('SIGKILL')
  return acknowledged
}

function ended(child: ChildProcess): Promise<NodeJS.Signals | null> {
  return new Promise(done => child.once('exit', (_code, signal) => done(signal)))
}

async function inspect(place: DatabasePlace, roundId: string, kept: readonly Acknowledged[]): Promise<void> {
  const store = await open(place)
  try {
    expect((await doctor(store)).findings).toEqual([])
    const files = new Map((await store.cases.files(killedCase)).map(({ path, text }) => [path, text]))
    const lines = new Set((files.get(killedText) as string).split('\n'))
    const hashes = new Map((await store.attachments.list(killedCase)).map(({ path, hash }) => [path, hash]))
    const revisions = new Map(
      (await store.revisions.list(killedCase, 1e6)).map(({ number, hash }) => [number, hash]),
    )
    const comments = new Map((await store.comments.list(killedCase)).map(({ id, text }) => [id, text]))
    const audit = new Map((await store.audit.list(null, 1e6)).map(({ number, hash }) => [number, hash]))
    const answers = new Set((await store.rounds.answers(killedCase, roundId)).map(({ text }) => text))
    const isThere = (one: Acknowledged): boolean => {
      switch (one.what) {
        case 'line':
          return lines.has(one.line)
        case 'file':
          return files.get(one.path) === one.text
        case 'attachment':
          return hashes.get(one.path) === one.hash
        case 'revision':
          return revisions.get(one.number) === one.hash
        case 'comment':
          return comments.get(one.id) === one.text
        case 'audit':
          return audit.get(one.number) === one.hash
        case 'anonymous':
          return answers.has(one.text)
      }
    }
    expect(kept.filter(one => !isThere(one))).toEqual([])
  } finally {
    await store.close()
  }
}
