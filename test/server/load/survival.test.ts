import { randomBytes, randomInt } from 'node:crypto'
import { rmSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { CaseFile } from '../../../src/files/caseFile.js'
import { sha256 } from '../../../src/store/hash.js'
import { openStore } from '../../../src/store/store.js'
import { type DatabaseKind, emptyPlace, isMissing } from '../../store/databases.js'
import { LiveClient } from '../live/liveClient.js'
import { type FoundCase, type FoundThere, newPerson, Served } from './served.js'

// Proves that nothing that was acknowledged is lost: a server is killed while people type over WebSockets and programs
// write through the API, again and again. After each kill the doctor is content and every acknowledged change is there.
// `MANIL_ROUNDS=500` makes it the long run, and prints what was checked.
const rounds = Number(process.env.MANIL_ROUNDS ?? 5)

/** A case is written for so many rounds before the next is begun. */
const roundsOfCase = 20

/** How long a server lives at most, milliseconds. */
const longestLifeMs = 1_200

interface Checked {
  rounds: number
  typed: number
  edits: number
  logged: number
  files: number
  attachments: number
  revisions: number
  unacknowledged: number
}

/** What somebody was told is kept. */
class Journal {
  /** Marks that must stand in a file. */
  readonly marks: { readonly path: string; readonly mark: string }[] = []
  /** Files of one writer alone: what was acknowledged last, and what was sent after it. */
  readonly files = new Map<string, { kept: string; sent: string }>()
  readonly attachments = new Map<string, { kept: string; sent: string }>()
  revision = 0

  /** How many things were acknowledged. */
  get length(): number {
    return this.marks.length + this.#counted
  }

  #counted = 0

  count(): void {
    this.#counted++
  }

  wrong({ texts, hashes, revision }: FoundCase): string[] {
    const textOf = (path: string) => texts[path] ?? ''
    const hashOf = (path: string) => hashes[path] ?? ''
    return [
      ...this.marks
        .filter(({ path, mark }) => !textOf(path).includes(mark))
        .map(({ path, mark }) => `${mark} is not in ${path}`),
      ...[...this.files]
        .filter(([path, { kept, sent }]) => ![kept, sent].includes(textOf(path)))
        .map(([path, { kept }]) => `${path} is not ${kept} but ${textOf(path)}`),
      ...[...this.attachments]
        .filter(([path, { kept, sent }]) => ![kept, sent].includes(hashOf(path)))
        .map(([path]) => `${path} has other bytes`),
      ...(revision < this.revision ? [`revision ${this.revision} is not there`] : []),
    ]
  }
}

for (const kind of ['PGlite', 'PostgreSQL'] as const) {
  describe.skipIf(isMissing(kind))(`a killed server (${kind})`, () => {
    test(`loses nothing that it acknowledged, in ${rounds} rounds`, {
      timeout: rounds * 60_000,
    }, async () => {
      const checked = await survive(kind)
      if (rounds > 5) console.log(`${kind}: ${JSON.stringify(checked)}`)
      expect(checked.rounds).toBe(rounds)
      const { typed, edits, logged, files, attachments } = checked
      expect(Math.min(typed, edits + logged, files + attachments)).toBeGreaterThan(0)
    })
  })
}

async function survive(kind: DatabaseKind): Promise<Checked> {
  const place = await emptyPlace(kind)
  const checked: Checked = {
    rounds: 0,
    typed: 0,
    edits: 0,
    logged: 0,
    files: 0,
    attachments: 0,
    revisions: 0,
    unacknowledged: 0,
  }
  const cases = Array.from({ length: Math.ceil(rounds / roundsOfCase) }, (_, index) => `case-${index}`)
  const store = await openStore({ place, nowMs: Date.now, randomBytes })
  const people = []
  for (const name of ['Anna', 'Bora', 'Chul']) people.push(await newPerson(store, name))
  for (const id of cases) {
    await store.cases.create({ id, title: id, files, userId: people[0]!.id, message: '' })
    for (const person of people.slice(1)) {
      await store.members.set(id, person.id, { role: 'editor', signOffRoles: [] })
    }
  }
  await store.close()

  const journals = new Map(cases.map(id => [id, new Journal()]))
  for (let round = 0; round < rounds; round++) {
    const caseId = cases[Math.floor(round / roundsOfCase)]!
    const served = await Served.start(place, cases.slice(0, cases.indexOf(caseId) + 1).slice(-2))
    check(served.found!, round, journals)
    await writeAndKill(served, caseId, journals.get(caseId)!, people, round, checked)
    checked.rounds++
    if (rounds > 5 && round % 20 === 19) console.log(`${kind}: ${JSON.stringify(checked)}`)
  }
  const last = await Served.start(place, cases)
  check(last.found!, rounds, journals)
  await last.end()
  if (place.kind === 'folder') rmSync(place.folder, { recursive: true, force: true })
  return checked
}

const files: readonly CaseFile[] = [
  {
    path: 'case.yaml',
    text: 'case:\n  title: {en: A case}\n  start: 2022-10-15 15:00\n  timezone: Asia/Seoul\n',
  },
  { path: 'timeline.yaml', text: 'facts:\n  first: {at: "15:30", text: {en: It begins}}\n' },
  { path: 'report.en.md', text: '# Report\n' },
]

/** Holds what a server found when it started against what those before it acknowledged. */
function check({ findings, cases }: FoundThere, round: number, journals: ReadonlyMap<string, Journal>): void {
  expect(findings, `the doctor after ${round} rounds`).toEqual([])
  for (const [caseId, found] of Object.entries(cases)) {
    const journal = journals.get(caseId)!
    expect(journal.wrong(found), `${caseId} after ${round} rounds`).toEqual([])
    // What was sent and not acknowledged may be there or not; from now on it is what it is.
    for (const [path, state] of journal.files) state.kept = found.texts[path] ?? ''
    for (const [path, state] of journal.attachments) state.kept = found.hashes[path] ?? ''
  }
}

/** Lets many write to a server until it is killed. */
async function writeAndKill(
  served: Served,
  caseId: string,
  journal: Journal,
  people: readonly { readonly headers: Record<string, string> }[],
  round: number,
  checked: Checked,
): Promise<void> {
  const stop = { now: false }
  const before = journal.length
  const work = [
    typing(served, caseId, journal, people[0]!, `r${round}a`, stop, checked),
    typing(served, caseId, journal, people[1]!, `r${round}b`, stop, checked),
    editing(served, caseId, journal, people[1]!, `r${round}`, stop, checked),
    logging(served, caseId, journal, people[2]!, `r${round}`, stop, checked),
    putting(served, caseId, journal, people[2]!, `r${round}`, stop, checked),
    attaching(served, caseId, journal, people[0]!, stop, checked),
    revising(served, caseId, journal, people[1]!, stop, checked),
  ]
  // Some are killed at once, some after the first thing that was acknowledged, some when edits are: those take longest.
  const edits = checked.edits + checked.logged
  if (round % 3 === 1) await atMost(60_000, () => journal.length > before)
  if (round % 3 === 2) await atMost(60_000, () => checked.edits + checked.logged > edits)
  await pause(randomInt(longestLifeMs))
  stop.now = true
  await served.kill()
  await Promise.all(work)
}

interface Stop {
  now: boolean
}
type Person = { readonly headers: Record<string, string> }

/** Types into the narrative and remembers what came back as stored. */
async function typing(
  served: Served,
  caseId: string,
  journal: Journal,
  { headers }: Person,
  name: string,
  stop: Stop,
  checked: Checked,
): Promise<void> {
  const client = new LiveClient()
  const marks = new Map<number, string>()
  client.heard = message => {
    if (message.kind !== 'stored') return
    for (const [number, mark] of marks) {
      if (number > message.number) break
      journal.marks.push({ path: 'report.en.md', mark })
      marks.delete(number)
      checked.typed++
    }
  }
  try {
    await client.connect(served.live(caseId), headers)
  } catch {
    return
  }
  for (let count = 0; client.open && !stop.now; count++) {
    const mark = `<${name}-${count}>`
    const text = client.text('report.en.md')
    client.insert('report.en.md', randomInt(text.length > 0 ? 2 : 1) * text.length, `${mark}\n`)
    marks.set(client.sent, mark)
    await pause(randomInt(12))
  }
  await client.close()
  checked.unacknowledged += marks.size
}

/** Adds facts by edits. */
async function editing(
  served: Served,
  caseId: string,
  journal: Journal,
  { headers }: Person,
  name: string,
  stop: Stop,
  checked: Checked,
): Promise<void> {
  for (let count = 0; !stop.now; count++) {
    const id = `${name}-fact-${count}`
    const edit = {
      kind: 'insert',
      path: ['facts', id],
      value: { at: '15:40', text: { en: id } },
      after: 'first',
    }
    const reply = await ask(served, caseId, 'edits', 'POST', headers, JSON.stringify({ edits: [edit] }))
    if (reply === null) return void checked.unacknowledged++
    journal.marks.push({ path: 'timeline.yaml', mark: `${id}:` })
    checked.edits++
    await pause(randomInt(10))
  }
}

/** Logs events with the time of now. */
async function logging(
  served: Served,
  caseId: string,
  journal: Journal,
  { headers }: Person,
  name: string,
  stop: Stop,
  checked: Checked,
): Promise<void> {
  for (let count = 0; !stop.now; count++) {
    const text = `logged ${name} ${count}`
    const reply = await ask(served, caseId, 'log', 'POST', headers, JSON.stringify({ text }))
    if (reply === null) return void checked.unacknowledged++
    journal.marks.push({ path: 'timeline.yaml', mark: text })
    checked.logged++
    await pause(randomInt(30))
  }
}

/** Writes a whole file again and again. */
async function putting(
  served: Served,
  caseId: string,
  journal: Journal,
  { headers }: Person,
  name: string,
  stop: Stop,
  checked: Checked,
): Promise<void> {
  const path = 'actions.yaml'
  const state = journal.files.get(path) ?? { kept: '', sent: '' }
  journal.files.set(path, state)
  for (let count = 0; !stop.now; count++) {
    state.sent = `# ${name} ${count}\n${'# 쓰다 🙂\n'.repeat(randomInt(5))}`
    const reply = await ask(served, caseId, `file?path=${path}`, 'PUT', headers, state.sent)
    if (reply === null) return void checked.unacknowledged++
    state.kept = state.sent
    journal.count()
    checked.files++
    await pause(randomInt(20))
  }
}

/** Puts other bytes into the evidence again and again. */
async function attaching(
  served: Served,
  caseId: string,
  journal: Journal,
  { headers }: Person,
  stop: Stop,
  checked: Checked,
): Promise<void> {
  const path = 'evidence/picture.png'
  const state = journal.attachments.get(path) ?? { kept: '', sent: '' }
  journal.attachments.set(path, state)
  while (!stop.now) {
    const bytes = randomBytes(1 + randomInt(5_000))
    state.sent = sha256(bytes)
    const reply = await ask(served, caseId, `file?path=${encodeURIComponent(path)}`, 'PUT', headers, bytes)
    if (reply === null) return void checked.unacknowledged++
    state.kept = state.sent
    journal.count()
    checked.attachments++
    await pause(randomInt(60))
  }
}

/** Keeps revisions. */
async function revising(
  served: Served,
  caseId: string,
  journal: Journal,
  { headers }: Person,
  stop: Stop,
  checked: Checked,
): Promise<void> {
  while (!stop.now) {
    await pause(randomInt(300))
    const reply = await ask(served, caseId, 'revisions', 'POST', headers, JSON.stringify({ message: 'kept' }))
    if (reply === null) return void checked.unacknowledged++
    journal.revision = Math.max(journal.revision, (reply as { number: number }).number)
    checked.revisions++
  }
}

/** Asks the API; null where no answer came. */
async function ask(
  served: Served,
  caseId: string,
  path: string,
  method: string,
  headers: Record<string, string>,
  body: string | Uint8Array,
): Promise<unknown> {
  let response: Response
  try {
    const type =
      typeof body === 'string' && !path.startsWith('file') ? 'application/json' : 'application/octet-stream'
    response = await fetch(`${served.address}/api/cases/${caseId}/${path}`, {
      method,
      headers: { ...headers, 'content-type': type },
      body: body as BodyInit,
    })
    const said = await response.text()
    if (response.ok) return JSON.parse(said)
    throw new Error(`${method} ${path}: ${response.status} ${said}`)
  } catch (error) {
    if (error instanceof Error && /: \d{3} /.test(error.message)) throw error
    return null
  }
}

/** Waits until something holds, or the time is over: on a machine with much else to do a round is killed before it. */
async function atMost(waitMs: number, holds: () => boolean): Promise<void> {
  const endMs = performance.now() + waitMs
  while (!holds() && performance.now() < endMs) await pause(2)
}

function pause(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms))
}
