import { type ReadonlySignal, signal } from '@preact/signals'
import {
  Awareness,
  applyAwarenessUpdate,
  encodeAwarenessUpdate,
  removeAwarenessStates,
} from 'y-protocols/awareness'
import * as Y from 'yjs'
import {
  decodeMessage,
  encodeMessage,
  type LiveMessage,
  type Notice,
  type Refusal,
} from '../../../collaboration/messages.js'
import { openSharedCase, type SharedCase } from '../../../collaboration/sharedCase.js'
import { Unsaved } from './unsaved.js'

/** `connecting` until the texts are here for the first time; then `online` or `offline`. */
export type Standing = 'connecting' | 'online' | 'offline'

/**
 * Why a copy of a case is of no more use: its history began anew, the server did not take what was written, one may not see
 * it any more, or nobody is signed in.
 */
export type Spoiled = { readonly code: 'new-epoch' | 'signed-out' | 'gone' | Refusal['code'] }

/** What the server's codes of closing mean; after every other one the connection is tried again. */
const closing: Readonly<Record<number, Spoiled['code']>> = {
  4401: 'signed-out',
  4403: 'gone',
  4404: 'gone',
  4409: 'new-epoch',
}

/** A case held open with everybody else who works on it. */
export interface Connection {
  readonly shared: SharedCase
  readonly awareness: Awareness
  readonly standing: ReadonlySignal<Standing>
  /** Whether the server takes what is written here. */
  readonly mayWrite: ReadonlySignal<boolean>
  /** How many changes are not known to be kept yet. */
  readonly unsaved: ReadonlySignal<number>
  /** Calls `listener` when something beside the texts changed. Returns how to stop. */
  readonly onNotice: (listener: (about: Notice['about']) => void) => () => void
  readonly close: () => void
}

/** Where the changes of others come from: no undo of one's own touches them. */
export const remote = Symbol('remote')

const retryMs = { first: 500, most: 15_000 }
/** A connection that does not open by then is tried anew. */
const openingMs = 10_000

/**
 * Opens a case's WebSocket and keeps it open: what is written while it is broken goes out when it is back. `spoiled` is
 * called once, when the copy must be thrown away; the connection is closed then.
 */
export function openConnection(
  address: string,
  { spoiled, epoch: knownEpoch = null }: { spoiled: (why: Spoiled) => void; epoch?: string | null },
): Connection {
  const shared = openSharedCase()
  const awareness = new Awareness(shared)
  const standing = signal<Standing>('connecting')
  const mayWrite = signal(false)
  const unsavedCount = signal(0)
  const unsaved = new Unsaved()
  const listeners = new Set<(about: Notice['about']) => void>()
  let epoch = knownEpoch
  let socket: WebSocket | null = null
  let welcomed = false
  let closed = false
  let failures = 0
  let retry: ReturnType<typeof setTimeout> | undefined

  const send = (message: LiveMessage) => {
    if (socket?.readyState === WebSocket.OPEN && (welcomed || message.kind === 'state')) {
      socket.send(encodeMessage(message) as Uint8Array<ArrayBuffer>)
    }
  }
  const count = () => {
    unsavedCount.value = unsaved.size
  }

  shared.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === remote) return
    const number = unsaved.next()
    count()
    if (welcomed && mayWrite.peek()) send({ kind: 'update', number, update })
  })
  awareness.on('update', ({ added, updated, removed }: Record<string, number[]>, origin: unknown) => {
    if (origin === remote) return
    const changed = [...(added ?? []), ...(updated ?? []), ...(removed ?? [])]
    send({ kind: 'awareness', update: encodeAwarenessUpdate(awareness, changed) })
  })

  const spoil = (why: Spoiled) => {
    close()
    spoiled(why)
  }

  const take = (message: LiveMessage) => {
    switch (message.kind) {
      case 'welcome': {
        if (epoch !== null && epoch !== message.welcome.epoch) return spoil({ code: 'new-epoch' })
        epoch = message.welcome.epoch
        mayWrite.value = message.welcome.mayWrite
        welcomed = true
        failures = 0
        send({ kind: 'state', vector: Y.encodeStateVector(shared) })
        send({ kind: 'awareness', update: encodeAwarenessUpdate(awareness, [shared.clientID]) })
        return
      }
      case 'state': {
        // What the server lacks is among the unsaved, so this one update is all of them.
        if (unsaved.size === 0 || !mayWrite.peek()) return
        send({ kind: 'update', number: unsaved.last, update: Y.encodeStateAsUpdate(shared, message.vector) })
        return
      }
      case 'update':
        Y.applyUpdate(shared, message.update, remote)
        standing.value = 'online'
        return
      case 'stored':
        unsaved.stored(message.number)
        count()
        return
      case 'awareness':
        applyAwarenessUpdate(awareness, message.update, remote)
        return
      case 'notice':
        for (const listener of listeners) listener(message.notice.about)
        return
      case 'refused':
        return spoil({ code: message.refusal.code })
    }
  }

  const open = () => {
    clearTimeout(retry)
    if (closed) return
    const opened = new WebSocket(address)
    socket = opened
    opened.binaryType = 'arraybuffer'
    welcomed = false
    const late = setTimeout(() => opened.close(), openingMs)
    opened.onopen = () => clearTimeout(late)
    opened.onmessage = ({ data }) => {
      const message = data instanceof ArrayBuffer ? decodeMessage(new Uint8Array(data)) : null
      if (message !== null && socket === opened) take(message)
    }
    opened.onclose = ({ code }) => {
      clearTimeout(late)
      if (socket !== opened || closed) return
      socket = null
      welcomed = false
      const why = closing[code]
      if (why !== undefined) return spoil({ code: why })
      if (standing.peek() === 'online') standing.value = 'offline'
      else if (failures > 0) standing.value = 'offline'
      removeOthers()
      const waitMs = Math.min(retryMs.most, retryMs.first * 2 ** failures++)
      // A little chance, so that all pages do not come back in the same moment after a restart.
      retry = setTimeout(open, waitMs * (0.7 + Math.random() * 0.6))
    }
  }

  /** Nobody can be seen while the connection is broken. */
  const removeOthers = () => {
    const others = [...awareness.getStates().keys()].filter(client => client !== shared.clientID)
    removeAwarenessStates(awareness, others, remote)
  }

  const close = () => {
    closed = true
    clearTimeout(retry)
    removeEventListener('online', open)
    if (welcomed) removeAwarenessStates(awareness, [shared.clientID], 'closed')
    const last = socket
    socket = null
    last?.close()
    awareness.destroy()
  }

  const openAtOnce = () => {
    if (socket === null) open()
  }
  /** A socket may not notice for minutes that there is no network; what is written meanwhile is not to look as if it were kept. */
  const dropAtOnce = () => {
    const dropped = socket
    dropped?.onclose?.(new CloseEvent('close', { code: 1006 }))
    dropped?.close()
  }
  addEventListener('online', openAtOnce)
  addEventListener('offline', dropAtOnce)
  open()
  return {
    shared,
    awareness,
    standing,
    mayWrite,
    unsaved: unsavedCount,
    onNotice: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => {
      removeEventListener('online', openAtOnce)
      removeEventListener('offline', dropAtOnce)
      close()
      shared.destroy()
    },
  }
}
