import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/**
 * What goes over the WebSocket of a case, `/api/cases/{case}/live`: binary messages, each one kind (a variable-length
 * integer) and its payload. The server speaks first.
 *
 * - `welcome` (server): JSON `Welcome`. A client that knows another `epoch` of this case throws its copy away.
 * - `state` (both): a Yjs state vector: "this is what I have". Answered with one `update` of what it lacks.
 * - `update` (both): a Yjs update. From a client it carries a number of the client's own, counting up from 1; from the
 *   server 0. A client changes texts only: it adds and removes no keys, formats nothing, nests nothing.
 * - `stored` (server): every update of this client up to that number is kept for good.
 * - `awareness` (both): an awareness update of y-protocols: who is here, and where their cursors are. The server sets
 *   `user` in each state to `{ id, name, mayWrite }` of whoever is signed in there; the other fields are the client's own.
 * - `notice` (server): JSON `Notice`: something beside the texts changed; the page asks the API for it.
 * - `refused` (server): JSON `Refusal`: an update was not taken, and none after it is. The client shows it, and loads the case
 *   anew.
 *
 * The server closes with 4401 (nobody is signed in), 4403 (no role here), 4404 (no such case), 4409 (the copy is of no use any
 * more: load anew), 1008 (what was sent is no message), 1012 (connect again: the right to write is another, or the server goes),
 * 1013 (too slow, or too many: connect again later).
 */
export type LiveMessage =
  | { readonly kind: 'welcome'; readonly welcome: Welcome }
  | { readonly kind: 'state'; readonly vector: Uint8Array }
  | { readonly kind: 'update'; readonly number: number; readonly update: Uint8Array }
  | { readonly kind: 'stored'; readonly number: number }
  | { readonly kind: 'awareness'; readonly update: Uint8Array }
  | { readonly kind: 'notice'; readonly notice: Notice }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

/** How a connection begins. */
export interface Welcome {
  /** Changes when the case's history begins anew, as after a restore. */
  readonly epoch: string
  /** Whether updates of this client are taken. */
  readonly mayWrite: boolean
  readonly limits: { readonly messageBytes: number }
}

/** What may have changed beside the texts. */
export interface Notice {
  readonly about:
    | 'attachments'
    | 'comments'
    | 'drafts'
    | 'live'
    | 'members'
    | 'revisions'
    | 'rounds'
    | 'sign-offs'
    | 'case'
}

export interface Refusal {
  readonly code: 'may-not-write' | 'bad-update' | 'too-large' | 'case-too-large'
}

const kinds = ['welcome', 'state', 'update', 'stored', 'awareness', 'notice', 'refused'] as const

/** The largest message that the server takes, bytes. What it sends may be larger: the state of a whole case. */
export const messageBytes = 8_000_000

/** The largest message that the server sends, bytes. */
export const stateBytes = 64_000_000

/** A message as bytes. */
export function encodeMessage(message: LiveMessage): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, kinds.indexOf(message.kind))
  switch (message.kind) {
    case 'welcome':
      encoding.writeVarString(encoder, JSON.stringify(message.welcome))
      break
    case 'notice':
      encoding.writeVarString(encoder, JSON.stringify(message.notice))
      break
    case 'refused':
      encoding.writeVarString(encoder, JSON.stringify(message.refusal))
      break
    case 'state':
      encoding.writeVarUint8Array(encoder, message.vector)
      break
    case 'awareness':
      encoding.writeVarUint8Array(encoder, message.update)
      break
    case 'stored':
      encoding.writeVarUint(encoder, message.number)
      break
    case 'update':
      encoding.writeVarUint(encoder, message.number)
      encoding.writeVarUint8Array(encoder, message.update)
      break
  }
  return encoding.toUint8Array(encoder)
}

/** A message from bytes, or null where they are none. Never throws: the other side may be anyone. */
export function decodeMessage(bytes: Uint8Array, mostBytes = stateBytes): LiveMessage | null {
  if (bytes.length > mostBytes) return null
  try {
    const decoder = decoding.createDecoder(bytes)
    const kind = kinds[decoding.readVarUint(decoder)]
    switch (kind) {
      case 'welcome':
        return { kind, welcome: JSON.parse(decoding.readVarString(decoder)) as Welcome }
      case 'notice':
        return { kind, notice: JSON.parse(decoding.readVarString(decoder)) as Notice }
      case 'refused':
        return { kind, refusal: JSON.parse(decoding.readVarString(decoder)) as Refusal }
      case 'state':
        return { kind, vector: decoding.readVarUint8Array(decoder) }
      case 'awareness':
        return { kind, update: decoding.readVarUint8Array(decoder) }
      case 'stored':
        return { kind, number: decoding.readVarUint(decoder) }
      case 'update': {
        const number = decoding.readVarUint(decoder)
        return { kind, number, update: decoding.readVarUint8Array(decoder) }
      }
      default:
        return null
    }
  } catch {
    return null
  }
}
