import { createAdaptorServer } from '@hono/node-server'
import type { Language } from '../model/case.js'
import { application } from './application.js'
import { Library } from './library.js'

export interface ServerOptions {
  /** Absolute folders: a case each, or folders of cases. */
  readonly folders: readonly string[]
  /** The first port tried; 0 lets the system choose. */
  readonly port: number
  /** How many ports are tried, one after the other. */
  readonly portsTried: number
  readonly language: Language
}

export interface RunningServer {
  readonly port: number
  /** Address of the library. */
  readonly address: string
  /** The cases there are now, with their addresses. */
  cases(): { readonly id: string; readonly address: string }[]
  close(): Promise<void>
}

/** Serves the cases in some folders on the loopback address. Null where every port tried is taken. */
export async function openServer(options: ServerOptions): Promise<RunningServer | null> {
  const library = new Library(options.folders)
  const server = createAdaptorServer({ fetch: application(library, options.language).fetch })
  const last = options.port === 0 ? 0 : Math.min(options.port + options.portsTried - 1, 65_535)
  let listening = false
  for (let port = options.port; port <= last && !listening; port++) {
    listening = await new Promise<boolean>((resolve, reject) => {
      const failed = (error: NodeJS.ErrnoException) => {
        if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false)
        else reject(error)
      }
      server.once('error', failed)
      server.listen(port, '127.0.0.1', () => {
        server.off('error', failed)
        resolve(true)
      })
    })
  }
  if (!listening) {
    library.close()
    return null
  }
  const bound = server.address()
  const port = typeof bound === 'object' && bound !== null ? bound.port : options.port
  const address = `http://localhost:${port}/`
  return {
    port,
    address,
    cases: () =>
      library.all().map(({ place }) => ({
        id: place.name,
        address: `${address}cases/${encodeURIComponent(place.name)}/`,
      })),
    close: () => {
      library.close()
      return new Promise(resolve => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      })
    },
  }
}
