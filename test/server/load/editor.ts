import * as Y from 'yjs'
import { changeText } from '../../../src/collaboration/sharedCase.js'
import { CaseReader } from '../../../src/files/caseReader.js'
import { editCase } from '../../../src/files/editCase.js'
import { entriesOf } from '../../../src/files/entries.js'
import { LiveClient, until } from '../live/liveClient.js'
import type { Served } from './served.js'

/** How long it took until edits were seen, milliseconds. */
export class Latencies {
  /** By edit and other copy. */
  readonly #one: number[] = []
  /** By edit: until the last of all copies had it. */
  readonly #everyone: number[] = []

  seen(ms: number): void {
    this.#one.push(ms)
  }

  seenByAll(ms: number): void {
    this.#everyone.push(ms)
  }

  everyone(percent: number): number {
    return percentile(this.#everyone, percent)
  }

  print(of: 'one' | 'everyone'): string {
    const values = of === 'one' ? this.#one : this.#everyone
    const at = (percent: number) => `${percentile(values, percent).toFixed(0)} ms`
    return `p50 ${at(50)}, p95 ${at(95)}, p99 ${at(99)}, most ${at(100)} (${values.length} measured)`
  }
}

function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN
}

/** An edit that not everybody has seen yet. */
interface Edit {
  /** The author's clock after it. */
  readonly clock: number
  readonly atMs: number
  missing: number
}

/** What all editors of a run have typed, by client. */
const written = new Map<number, { readonly edits: Edit[]; readonly latencies: Latencies }>()

/** Every how many edits of an editor one is a change in the table, and one an entry of the log. */
const tableEvery = 12
const logEvery = 40

/** Between the edits of one editor, milliseconds on average. */
const betweenMs = 400

/** What was parsed is remembered for all: on the machines of fifty people each would do it alone. */
const reader = new CaseReader()

/**
 * Somebody who writes: mostly letters in a narrative, now and then a cell of the timeline by the smallest change, now and
 * then an entry of the log over the API. Which comes when is decided by the editor's number, not by chance.
 */
export class Editor {
  readonly client = new LiveClient()
  readonly logged: string[] = []
  served: Served
  edits = 0
  readonly #index: number
  readonly #headers: Record<string, string>
  readonly #latencies: Latencies
  /** How much of what others wrote is seen here, by their clients. */
  readonly #seen = new Map<number, number>()
  #moving: Promise<unknown> = Promise.resolve()

  constructor(index: number, headers: Record<string, string>, served: Served, latencies: Latencies) {
    this.#index = index
    this.#headers = headers
    this.served = served
    this.#latencies = latencies
    written.set(this.client.shared.clientID, { edits: [], latencies })
    this.client.heard = message => {
      if (message.kind === 'update') this.#see(message.update)
    }
  }

  async enter(): Promise<void> {
    await this.client.connect(this.served.live('kakao'), this.#headers)
    if (!this.client.synced) throw new Error(`not let in: ${this.client.closeCode}`)
  }

  /** From now on works with another server; connects when the old one is gone. */
  moveTo(served: Served): void {
    this.served = served
    this.#moving = until(() => !this.client.open).then(() => this.enter())
  }

  async write(forMs: number): Promise<void> {
    const endMs = performance.now() + forMs
    let chance = this.#index * 7919 + 13
    const next = (below: number) => {
      chance = (chance * 1_103_515_245 + 12_345) % 2_147_483_648
      return Math.floor((chance / 2_147_483_648) * below)
    }
    await pause(next(betweenMs))
    while (performance.now() < endMs) {
      this.edits++
      const turn = this.edits + this.#index
      if (turn % logEvery === 0) await this.#log(next)
      else if (turn % tableEvery === 0) this.#cell(next)
      else this.#type(next)
      await pause(next(2 * betweenMs))
    }
    await this.#moving
  }

  /** Types a few letters somewhere in a narrative. */
  #type(next: (below: number) => number): void {
    const path = next(2) === 0 ? 'report.ko.md' : 'report.en.md'
    const text = this.client.text(path)
    const letters = ['가', '나 ', 'e', 'the ', '🙂', '\n', '다.', ','][next(8)]!
    let at = next(text.length + 1)
    while (/[\udc00-\udfff]/.test(text[at] ?? '')) at++
    this.#note(() => this.client.insert(path, at, letters))
    if (next(10) === 0 && at > 2 && !/[\ud800-\udfff]/.test(text.slice(at - 2, at))) {
      changeText(this.client.shared, path, { from: at - 1, to: at, insert: '' }, 'here')
    }
  }

  /** Changes one cell of the timeline, as the table does. */
  #cell(next: (below: number) => number): void {
    const files = this.client.files()
    const facts = entriesOf(files, 'facts', reader)
    const fact = facts[next(facts.length)]
    if (fact === undefined) return
    const result = editCase(
      files,
      { kind: 'set', path: ['facts', fact.id, 'phase'], value: `phase ${this.#index} ${next(1_000)}` },
      reader,
    )
    if ('refused' in result) return
    this.#note(() => {
      this.client.shared.transact(() => {
        for (const { path, changes } of result.changes) {
          for (const change of changes) changeText(this.client.shared, path, change, 'here')
        }
      }, 'here')
    })
  }

  async #log(next: (below: number) => number): Promise<void> {
    const id = `logged-${this.#index}-${this.edits}-${next(1_000_000)}`
    const edit = { kind: 'insert', path: ['facts', id], value: { at: '2022-10-15 15:40', text: { ko: id } } }
    try {
      const response = await fetch(`${this.served.address}/api/cases/kakao/edits`, {
        method: 'POST',
        headers: { ...this.#headers, 'content-type': 'application/json' },
        body: JSON.stringify({ edits: [edit] }),
      })
      if (response.ok) this.logged.push(id)
      // While people type, the file may be no YAML for a moment: that is said, and is no loss.
      else if (response.status !== 409 && response.status !== 400 && response.status !== 422) {
        throw new Error(`${response.status} ${await response.text()}`)
      }
    } catch (error) {
      if (error instanceof TypeError) return
      throw error
    }
  }

  /** Notes an edit so that the others can say when they see it. */
  #note(edit: () => void): void {
    const { shared } = this.client
    const atMs = performance.now()
    const before = Y.getState(shared.store, shared.clientID)
    edit()
    const clock = Y.getState(shared.store, shared.clientID)
    if (clock > before) {
      written.get(shared.clientID)!.edits.push({ clock, atMs, missing: others(this.#latencies) })
    }
  }

  #see(update: Uint8Array): void {
    const nowMs = performance.now()
    for (const [client] of Y.parseUpdateMeta(update).to) {
      const author = written.get(client)
      if (author === undefined || client === this.client.shared.clientID) continue
      const state = Y.getState(this.client.shared.store, client)
      let next = this.#seen.get(client) ?? 0
      for (; next < author.edits.length && author.edits[next]!.clock <= state; next++) {
        const edit = author.edits[next]!
        this.#latencies.seen(nowMs - edit.atMs)
        edit.missing--
        if (edit.missing === 0) this.#latencies.seenByAll(nowMs - edit.atMs)
      }
      this.#seen.set(client, next)
    }
  }
}

function others(latencies: Latencies): number {
  let count = -1
  for (const { latencies: its } of written.values()) if (its === latencies) count++
  return count
}

function pause(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms))
}
