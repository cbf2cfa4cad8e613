import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'
import type { Store } from '../../store/store.js'
import { attachLiveSocket } from '../live/liveSocket.js'
import { openRooms } from '../live/rooms.js'
import { workspaceApplication } from './application.js'
import type { WorkspaceApplication } from './environment.js'
import { admitTo } from './identity/admit.js'
import type { Logger } from './log.js'
import { siteOf } from './security/hosts.js'
import type { WorkspaceSettings } from './settings.js'
import { keepTitles } from './titles.js'
import type { Workspace } from './workspace.js'

export interface OpenWorkspaceOptions {
  readonly store: Store
  readonly settings: WorkspaceSettings
  readonly log: Logger
  /** The address to listen on: `127.0.0.1` for this machine alone. */
  readonly host: string
  /** The first port tried; 0 lets the system choose. */
  readonly port: number
  /** How many ports are tried, one after the other. */
  readonly portsTried: number
}

export interface RunningWorkspace {
  readonly port: number
  readonly workspace: Workspace
  readonly app: WorkspaceApplication
  /** Ends open connections and keeps what is unkept. The store is the caller's. */
  close(): Promise<void>
}

/** How often what has ended is forgotten. */
const sweepEveryMs = 60 * 60_000

/** Serves a workspace over a store. Null where every port tried is taken. */
export async function openWorkspace(options: OpenWorkspaceOptions): Promise<RunningWorkspace | null> {
  const { store, settings, log } = options
  const rooms = await openRooms({ store, log, nowMs: store.context.nowMs })
  const workspace: Workspace = { store, rooms, settings, log, nowMs: store.context.nowMs }
  const app = workspaceApplication(workspace)
  const server = createAdaptorServer({ fetch: app.fetch })
  const origins = (request: IncomingMessage) => {
    const site = siteOf(request.headers.host, settings.publicUrl)
    return site === null ? [] : [site.origin]
  }
  attachLiveSocket(server, { rooms, origins, admit: admitTo(workspace) })
  const port = await listen(server, options)
  if (port === null) {
    await rooms.close()
    return null
  }
  const stopTitles = await keepTitles(workspace)
  const sweeping = setInterval(() => void sweep(workspace), sweepEveryMs)
  sweeping.unref()
  return {
    port,
    workspace,
    app,
    async close() {
      clearInterval(sweeping)
      await stopTitles()
      const closed = new Promise<void>(resolve => {
        server.close(() => resolve())
      })
      await rooms.close()
      if ('closeAllConnections' in server) server.closeAllConnections()
      await closed
    },
  }
}

/** Listens on the first free port. Null where there is none. */
async function listen(
  server: ReturnType<typeof createAdaptorServer>,
  { host, port: first, portsTried }: OpenWorkspaceOptions,
): Promise<number | null> {
  const last = first === 0 ? 0 : Math.min(first + portsTried - 1, 65_535)
  for (let port = first; port <= last; port++) {
    const listening = await new Promise<boolean>((resolve, reject) => {
      const failed = (error: NodeJS.ErrnoException) => {
        if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false)
        else reject(error)
      }
      server.once('error', failed)
      server.listen(port, host, () => {
        server.off('error', failed)
        resolve(true)
      })
    })
    if (!listening) continue
    const bound = server.address()
    return typeof bound === 'object' && bound !== null ? bound.port : port
  }
  return null
}

/** Forgets what has ended. A fault is told and tried again the next time. */
async function sweep({ store, log }: Workspace): Promise<void> {
  try {
    await store.sessions.sweep()
    await store.rateLimits.sweep()
  } catch {
    log.warn('sweep-failed')
  }
}

/** A key that nobody can guess. */
export function newKey(): string {
  return randomBytes(32).toString('base64url')
}
