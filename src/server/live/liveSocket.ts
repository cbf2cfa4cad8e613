import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { ServerType } from '@hono/node-server'
import { type WebSocket, WebSocketServer } from 'ws'
import { messageBytes } from '../../collaboration/messages.js'
import { type Admitted, LiveConnection, type NotAdmitted } from './liveConnection.js'
import { liveLimits, liveTimes } from './liveLimits.js'
import { NoSuchCase, type Rooms } from './rooms.js'

export type { Admitted, NotAdmitted } from './liveConnection.js'

export interface LiveSocketOptions {
  readonly rooms: Rooms
  /** Says who a request comes from, from the store; asked again whenever rights may have changed. */
  readonly admit: (request: IncomingMessage, caseId: string) => Promise<Admitted | NotAdmitted>
  /** The origins whose pages may connect, for a request. Programs that are no browsers send none. */
  readonly origins: (request: IncomingMessage) => readonly string[]
}

const address = /^\/api\/cases\/([^/?]{1,200})\/live(?:\?|$)/

/** Answers WebSockets under `/api/cases/{case}/live` on a server. */
export function attachLiveSocket(server: ServerType, { rooms, admit, origins }: LiveSocketOptions): void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: messageBytes, perMessageDeflate: false })
  const alive = new WeakSet<WebSocket>()
  const users = new Map<string, number>()
  const cases = new Map<string, number>()

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy())
    const caseId = caseOf(request)
    if (caseId === null) return refuse(socket, '404 Not Found')
    const { origin } = request.headers
    if (origin !== undefined && !origins(request).includes(origin)) return refuse(socket, '403 Forbidden')
    if (sockets.clients.size >= liveLimits.connections) return refuse(socket, '503 Service Unavailable')
    sockets.handleUpgrade(request, socket, head, opened => void enter(opened, request, caseId))
  })

  /** What comes before somebody is let in waits in the socket. */
  const enter = async (socket: WebSocket, request: IncomingMessage, caseId: string) => {
    socket.pause()
    socket.on('error', () => socket.terminate())
    alive.add(socket)
    socket.on('pong', () => alive.add(socket))
    try {
      const admitted = await admit(request, caseId)
      if (typeof admitted === 'number') return socket.close(admitted)
      const room = await rooms.open(caseId)
      const place = `${caseId}\n${admitted.user.id}`
      const tooMany =
        (users.get(place) ?? 0) >= liveLimits.connectionsOfUser ||
        (cases.get(caseId) ?? 0) >= liveLimits.connectionsOfCase
      if (tooMany) return socket.close(1013)
      if (socket.readyState !== socket.OPEN) return
      count(users, place, 1)
      count(cases, caseId, 1)
      const connection = new LiveConnection(socket, room, admitted, {
        readmit: () => admit(request, caseId),
        left: () => {
          count(users, place, -1)
          count(cases, caseId, -1)
        },
      })
      setTimeout(() => {
        if (!connection.greeted) connection.close(1008)
      }, liveTimes.greetingMs).unref()
    } catch (error) {
      socket.close(error instanceof NoSuchCase ? 4404 : 1013)
    } finally {
      socket.resume()
    }
  }

  const pinging = setInterval(() => {
    for (const socket of sockets.clients) {
      if (!alive.has(socket)) {
        socket.terminate()
        continue
      }
      alive.delete(socket)
      // Who does not read answers no ping either; what waits to be read is read first.
      if (!socket.isPaused) socket.ping()
      else alive.add(socket)
    }
  }, liveTimes.pingMs).unref()
  server.on('close', () => clearInterval(pinging))
}

function caseOf(request: IncomingMessage): string | null {
  const name = address.exec(request.url ?? '')?.[1]
  if (name === undefined) return null
  try {
    return decodeURIComponent(name)
  } catch {
    return null
  }
}

/** Says why there is no WebSocket, as HTTP. */
function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

function count(counts: Map<string, number>, key: string, by: number): void {
  const next = (counts.get(key) ?? 0) + by
  if (next > 0) counts.set(key, next)
  else counts.delete(key)
}
