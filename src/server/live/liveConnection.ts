import type { RawData, WebSocket } from 'ws'
import type { CaseRole } from '../../api/access.js'
import { isAtLeast } from '../../api/access.js'
import { decodeMessage, encodeMessage, type LiveMessage, messageBytes } from '../../collaboration/messages.js'
import type { CaseRoom } from './caseRoom.js'
import { liveLimits } from './liveLimits.js'

/** Who is let into a case, and as what. */
export interface Admitted {
  readonly user: { readonly id: string; readonly name: string }
  readonly role: CaseRole
  /** What ends with it: a session, or a token. */
  readonly session: string
  /** When it ends by itself, UTC milliseconds; null where it does not. */
  readonly untilMs: number | null
}

/** Nobody is signed in; no role in the case; no such case. */
export type NotAdmitted = 4401 | 4403 | 4404

/**
 * One page's connection to a case. It reads what it is sent in order, says what is kept, and sends what others write. What
 * it may do follows its user's rights while it is open.
 */
export class LiveConnection {
  readonly session: string
  readonly user: { readonly id: string; readonly name: string }
  readonly #socket: WebSocket
  readonly #room: CaseRoom
  readonly #readmit: () => Promise<Admitted | NotAdmitted>
  readonly #left: () => void
  #mayWrite: boolean
  #untilMs: number | null
  #greeted = false
  #closed = false
  /** Updates that wait for what other processes kept; null while nothing does. */
  #held: { readonly number: number; readonly update: Uint8Array }[] | null = null
  #waitingBytes = 0
  #waitingUpdates = 0
  #stored = 0
  #storedSent = 0
  #largestState = 0

  constructor(
    socket: WebSocket,
    room: CaseRoom,
    admitted: Admitted,
    options: { readonly readmit: () => Promise<Admitted | NotAdmitted>; readonly left: () => void },
  ) {
    this.#socket = socket
    this.#room = room
    this.session = admitted.session
    this.user = admitted.user
    this.#mayWrite = isAtLeast(admitted.role, 'editor')
    this.#untilMs = admitted.untilMs
    this.#readmit = options.readmit
    this.#left = options.left
    socket.on('message', (data, isBinary) => this.#receive(data, isBinary))
    socket.on('close', () => this.#leave())
    socket.on('error', () => socket.terminate())
    room.enter(this)
    const limits = { messageBytes }
    this.send({ kind: 'welcome', welcome: { epoch: room.epoch, mayWrite: this.#mayWrite, limits } })
    room.vector(vector => this.send({ kind: 'state', vector }))
  }

  get mayWrite(): boolean {
    return this.#mayWrite
  }

  /** Whether it has said what it has, and is told of all that comes. */
  get greeted(): boolean {
    return this.#greeted
  }

  send(message: LiveMessage): void {
    this.sendBytes(encodeMessage(message))
  }

  /** Sends a message. Whoever reads too slowly is let go: they get what they lack when they come back. */
  sendBytes(bytes: Uint8Array): void {
    if (this.#closed) return
    if (this.#socket.bufferedAmount > liveLimits.unsentBytes + this.#largestState) this.close(1013)
    else this.#socket.send(bytes)
  }

  /** Ends the connection. Who does not read is not waited for. */
  close(code: number): void {
    if (this.#closed) return
    this.#socket.close(code)
    this.#leave()
    setTimeout(() => this.#socket.terminate(), closingMs).unref()
  }

  /** Asks for the rights again: they may have changed, or ended. */
  async checkRights(): Promise<void> {
    const admitted = await this.#readmit()
    if (this.#closed) return
    if (typeof admitted === 'number') return this.close(admitted)
    if (admitted.user.id !== this.user.id) return this.close(4401)
    this.#untilMs = admitted.untilMs
    const mayWrite = isAtLeast(admitted.role, 'editor')
    if (mayWrite === this.#mayWrite) return
    this.#mayWrite = mayWrite
    // The page learns what it may do from the next welcome.
    this.close(1012)
  }

  /** Ends the connection where its session has run out. */
  checkEnd(nowMs: number): void {
    if (this.#untilMs !== null && this.#untilMs <= nowMs) this.close(4401)
  }

  #leave(): void {
    if (this.#closed) return
    this.#closed = true
    this.#room.leave(this)
    this.#left()
  }

  #receive(data: RawData, isBinary: boolean): void {
    if (this.#closed) return
    const message = isBinary ? decodeMessage(data as Buffer, messageBytes) : null
    if (message?.kind === 'state') this.#greet(message.vector)
    else if (message?.kind === 'update') this.#update(message.number, message.update)
    else if (message?.kind !== 'awareness' || !this.#room.presence.take(this, message.update)) {
      this.close(1008)
    }
  }

  #greet(vector: Uint8Array): void {
    const begun = this.#room.lacking(vector, update => {
      this.#largestState = Math.max(this.#largestState, update.length)
      this.send({ kind: 'update', number: 0, update })
      if (this.#greeted) return
      this.#greeted = true
      this.#room.presence.greet(this)
    })
    if (!begun) this.close(1008)
  }

  #update(number: number, update: Uint8Array): void {
    if (!this.#mayWrite) {
      this.send({ kind: 'refused', refusal: { code: 'may-not-write' } })
      return
    }
    this.#waitingUpdates++
    this.#waitingBytes += update.length
    const tooMuch =
      this.#waitingUpdates > liveLimits.waitingUpdates || this.#waitingBytes > liveLimits.waitingBytes
    if (tooMuch) this.#socket.pause()
    if (this.#held !== null) this.#held.push({ number, update })
    else if (!this.#take(number, update)) void this.#takeLater(number, update)
  }

  /** False where it builds on what is not known yet. */
  #take(number: number, update: Uint8Array): boolean {
    const verdict = this.#room.take(update, this.user, this, () => this.#keptOne(number, update.length))
    if (verdict === 'behind') return false
    if (verdict !== null) {
      this.send({ kind: 'refused', refusal: { code: verdict } })
      this.close(4409)
    }
    return true
  }

  /** Its page may have come from another process, whose last updates were not read here yet. */
  async #takeLater(number: number, update: Uint8Array): Promise<void> {
    const held = [{ number, update }]
    this.#held = held
    try {
      await this.#room.catchUp()
    } catch {
      return this.close(1012)
    }
    this.#held = null
    for (const next of held) {
      if (this.#closed) return
      if (this.#take(next.number, next.update)) continue
      this.send({ kind: 'refused', refusal: { code: 'bad-update' } })
      this.close(4409)
    }
  }

  #keptOne(number: number, bytes: number): void {
    this.#waitingUpdates--
    this.#waitingBytes -= bytes
    if (this.#socket.isPaused && this.#waitingUpdates < liveLimits.waitingUpdates / 2) this.#socket.resume()
    if (this.#stored === this.#storedSent) queueMicrotask(() => this.#sendStored())
    this.#stored = Math.max(this.#stored, number)
  }

  #sendStored(): void {
    if (this.#stored === this.#storedSent) return
    this.#storedSent = this.#stored
    this.send({ kind: 'stored', number: this.#stored })
  }
}

/** How long the other side has for taking leave. */
const closingMs = 2_000
