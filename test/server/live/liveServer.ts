import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { CaseRole } from '../../../src/api/access.js'
import { attachLiveSocket } from '../../../src/server/live/liveSocket.js'
import { openRooms, type Rooms } from '../../../src/server/live/rooms.js'
import type { Store } from '../../../src/store/store.js'

/**
 * Rooms over a store behind a real WebSocket server. Who connects says in the header `x-user` who they are; roles are in
 * a map of the test, so that it can change them.
 */
export class LiveServer {
  readonly rooms: Rooms
  readonly roles = new Map<string, CaseRole>()
  readonly ended = new Set<string>()
  readonly faults: object[]
  readonly #server: Server

  private constructor(rooms: Rooms, faults: object[]) {
    this.rooms = rooms
    this.faults = faults
    this.#server = createServer((_request, response) => response.writeHead(404).end())
    attachLiveSocket(this.#server, {
      rooms,
      origins: request => [`http://${request.headers.host}`],
      admit: async request => {
        const id = String(request.headers['x-user'] ?? '')
        const session = `session of ${id}`
        if (id === '' || this.ended.has(session)) return 4401
        const role = this.roles.get(id) ?? 'editor'
        if ((role as string) === 'none') return 4403
        return { user: { id, name: `Name of ${id}` }, role, session, untilMs: null }
      },
    })
  }

  static async open(store: Store): Promise<LiveServer> {
    const faults: object[] = []
    const rooms = await openRooms({
      store,
      nowMs: store.context.nowMs,
      log: { error: values => void faults.push(values) },
    })
    const live = new LiveServer(rooms, faults)
    await new Promise<void>(resolve => live.#server.listen(0, '127.0.0.1', resolve))
    return live
  }

  /** Address of a case's WebSocket. */
  address(caseId: string): string {
    return `ws://127.0.0.1:${(this.#server.address() as AddressInfo).port}/api/cases/${caseId}/live`
  }

  async close(): Promise<void> {
    const closed = new Promise<void>(resolve => this.#server.close(() => resolve()))
    await this.rooms.close()
    this.#server.closeAllConnections()
    await closed
  }
}
