import { resolve } from 'node:path'
import { openServer } from '../../server/openServer.js'
import { CannotDo } from '../cannotDo.js'
import { type Context, writeJson } from '../context.js'
import { type ExitStatus, exitStatus } from '../exitStatus.js'

/** The first port that is tried, and how many after it. */
const firstPort = 4300
const portsTried = 20

/** `manil serve [DIR…]`: the library of cases and their reports on this machine, until the user ends it. */
export async function serve(
  dirs: readonly string[],
  options: { readonly port: number | null; readonly open: boolean },
  context: Context,
): Promise<ExitStatus> {
  const { effects, words, language } = context
  const first = options.port ?? firstPort
  if (first > 65_535) throw new CannotDo('bad-port', words.serve.badPort(first))
  const given = dirs.length === 0 ? ['.'] : dirs
  const folders = given.map(dir => resolve(effects.cwd, dir))
  for (const [place, folder] of folders.entries()) {
    if (effects.pathKind(folder) !== 'folder') {
      throw new CannotDo('not-found', words.case.notFound(given[place]!))
    }
  }
  const server = await openServer({ folders, port: first, portsTried, language })
  if (server === null) throw new CannotDo('no-port', words.serve.noPort(first, first + portsTried - 1))
  const cases = server.cases()
  if (cases.length === 0) {
    await server.close()
    throw new CannotDo('no-cases', words.serve.noCases(given.join(', ')))
  }
  if (context.json) {
    writeJson(context, { address: server.address, cases })
  } else {
    if (server.port !== first && first !== 0) effects.write(`${words.serve.portTaken(first, server.port)}\n`)
    effects.write(`${words.serve.library(server.address)}\n`)
    for (const { id, address } of cases) effects.write(`${words.serve.case(id, address)}\n`)
    effects.write(`${words.serve.stop}\n`)
  }
  if (options.open) effects.openAddress(cases.length === 1 ? cases[0]!.address : server.address)
  await effects.untilStopped()
  await server.close()
  return exitStatus.fine
}
