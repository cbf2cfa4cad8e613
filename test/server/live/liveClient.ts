import { once } from 'node:events'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import {
  decodeMessage,
  encodeMessage,
  type LiveMessage,
  type Notice,
  type Refusal,
  stateBytes,
  type Welcome,
} from '../../../src/collaboration/messages.js'
import { changeText, filesOf, openSharedCase, sharedText } from '../../../src/collaboration/sharedCase.js'

/**
 * An editor without a browser: a copy of a case that is written over a real WebSocket, as src/collaboration/messages.ts
 * says. It keeps what is not stored yet, and sends it again when it connects again.
 */
export class LiveClient {
  readonly shared = openSharedCase()
  readonly notices: Notice[] = []
  readonly refusals: Refusal[] = []
  readonly awareness: Uint8Array[] = []
  welcome: Welcome | null = null
  closeCode: number | null = null
  synced = false
  stored = 0
  sent = 0
  /** Called for each message that comes. */
  heard: (message: LiveMessage) => void = () => {}
  #socket: WebSocket | null = null

  constructor() {
    this.shared.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this && this.synced) this.sendUpdate(update)
    })
  }

  /** Connects, and resolves when this copy is what the server has, or the connection is closed. */
  async connect(address: string, headers: Record<string, string>): Promise<this> {
    const socket = new WebSocket(address, { headers, perMessageDeflate: false, maxPayload: stateBytes })
    this.#socket = socket
    this.synced = false
    this.closeCode = null
    this.sent = 0
    this.stored = 0
    socket.binaryType = 'nodebuffer'
    socket.on('message', data => this.#receive(data as Buffer))
    socket.on('close', code => {
      if (this.#socket !== socket) return
      this.closeCode = code
      this.synced = false
    })
    await once(socket, 'open')
    await until(() => this.synced || this.closeCode !== null)
    return this
  }

  get open(): boolean {
    return this.#socket?.readyState === WebSocket.OPEN
  }

  /** Text of a file as this copy has it. */
  text(path: string): string {
    return sharedText(this.shared, path)?.toString() ?? ''
  }

  files() {
    return filesOf(this.shared)
  }

  insert(path: string, at: number, insert: string): void {
    changeText(this.shared, path, { from: at, to: at, insert }, 'here')
  }

  /** Resolves when all that was written here is kept. */
  async kept(): Promise<void> {
    await until(() => this.stored >= this.sent || this.closeCode !== null)
    if (this.stored < this.sent) throw new Error(`closed with ${this.closeCode} before all was kept`)
  }

  sendUpdate(update: Uint8Array): void {
    this.sent++
    this.send({ kind: 'update', number: this.sent, update })
  }

  send(message: LiveMessage): void {
    this.sendBytes(encodeMessage(message))
  }

  sendBytes(bytes: Uint8Array): void {
    if (this.open) this.#socket!.send(bytes)
  }

  pause(): void {
    this.#socket?.pause()
  }

  async close(): Promise<void> {
    const socket = this.#socket
    if (socket === null || socket.readyState === WebSocket.CLOSED) return
    socket.terminate()
    await once(socket, 'close')
  }

  #receive(data: Buffer): void {
    const message = decodeMessage(data)
    if (message === null) throw new Error('The server sent what is no message.')
    switch (message.kind) {
      case 'welcome':
        this.welcome = message.welcome
        this.send({ kind: 'state', vector: Y.encodeStateVector(this.shared) })
        break
      case 'state':
        this.#serverHas = message.vector
        break
      case 'update':
        Y.applyUpdate(this.shared, message.update, this)
        if (!this.synced) {
          this.synced = true
          const lacking = Y.encodeStateAsUpdate(this.shared, this.#serverHas)
          if (this.welcome?.mayWrite && holdsStructs(lacking)) this.sendUpdate(lacking)
        }
        break
      case 'stored':
        this.stored = message.number
        break
      case 'notice':
        this.notices.push(message.notice)
        break
      case 'refused':
        this.refusals.push(message.refusal)
        break
      case 'awareness':
        this.awareness.push(message.update)
        break
    }
    this.heard(message)
  }

  #serverHas: Uint8Array = new Uint8Array([0])
}

function holdsStructs(update: Uint8Array): boolean {
  return update[0] !== 0 || update.length > 2
}

/** Waits until something holds; fails after a while. */
export async function until(holds: () => boolean, waitMs = 20_000): Promise<void> {
  const endMs = performance.now() + waitMs
  while (!holds()) {
    if (performance.now() > endMs) throw new Error(`waited ${waitMs} ms in vain: ${holds}`)
    await new Promise(resolve => setTimeout(resolve, 2))
  }
}
