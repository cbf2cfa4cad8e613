import { join, resolve } from 'node:path'
import { firstInvitation } from '../../server/workspace/firstInvitation.js'
import { localOwner } from '../../server/workspace/identity/keys.js'
import { openLog } from '../../server/workspace/log.js'
import { newKey, openWorkspace, type RunningWorkspace } from '../../server/workspace/openWorkspace.js'
import { isLoopbackName } from '../../server/workspace/security/hosts.js'
import { settingsFrom, type WorkspaceSettings } from '../../server/workspace/settings.js'
import { type TakenIn, takeIn } from '../../server/workspace/takeIn.js'
import { CannotDo } from '../cannotDo.js'
import { type Context, writeJson } from '../context.js'
import { type ExitStatus, exitStatus } from '../exitStatus.js'
import { packageFolder } from '../packageFolder.js'
import { openStoreFor } from '../storePlace.js'
import { version } from '../version.js'

/** The first port that is tried, and how many after it. */
const firstPort = 4310
const portsTried = 20
const loopback = '127.0.0.1'

export interface WorkspaceOptions {
  readonly port: number | null
  readonly host: string | null
  readonly data: string | null
  readonly open: boolean
  readonly log: boolean
  readonly statusOut: string | null
}

/** `manil workspace [FOLDER…]`: the workspace over its database, until the user ends it. */
export async function openTheWorkspace(
  folders: readonly string[],
  options: WorkspaceOptions,
  context: Context,
): Promise<ExitStatus> {
  const { effects, words } = context
  const first = options.port ?? firstPort
  if (first > 65_535) throw new CannotDo('bad-port', words.serve.badPort(first))
  const given = folders.map(folder => resolve(effects.cwd, folder))
  for (const [place, folder] of given.entries()) {
    if (effects.pathKind(folder) !== 'folder') {
      throw new CannotDo('not-found', words.case.notFound(folders[place]!))
    }
  }
  const host = options.host ?? loopback
  const settings = settingsOf(host, options, context)
  const log = openLog(options.log || effects.env.MANIL_LOG ? 'errors' : null)
  const store = await openStoreFor(options.data, context)
  try {
    const running = await openWorkspace({ store, settings, log, host, port: first, portsTried })
    if (running === null) throw new CannotDo('no-port', words.serve.noPort(first, first + portsTried - 1))
    try {
      const { workspace } = running
      const owner = settings.key === null ? null : (await localOwner(workspace)).id
      const taken = await takeIn(workspace, given, owner)
      const address = await addressOf(running)
      tell(
        {
          address,
          port: running.port,
          taken,
          keyed: settings.key !== null,
          empty: (await store.cases.list()).length === 0,
        },
        context,
      )
      if (running.port !== first && first !== 0 && !context.json) {
        effects.write(`${words.serve.portTaken(first, running.port)}\n`)
      }
      if (options.open && settings.key !== null) effects.openAddress(address)
      await effects.untilStopped()
    } finally {
      await running.close()
    }
  } finally {
    await store.close()
  }
  return exitStatus.fine
}

/** How the workspace is run. What other machines reach must be encrypted and must know its own name. */
function settingsOf(host: string, options: WorkspaceOptions, context: Context): WorkspaceSettings {
  const { effects, words, language } = context
  const read = settingsFrom(effects.env)
  if ('wrong' in read) throw new CannotDo('bad-variable', words.workspace.badVariable(read.wrong))
  const { publicUrl } = read
  const alone = isLoopbackName(host) || host === '::1'
  if (!alone && publicUrl === null) throw new CannotDo('needs-url', words.workspace.needsUrl(host))
  const encrypted =
    publicUrl === null || publicUrl.protocol === 'https:' || isLoopbackName(publicUrl.hostname)
  if (!encrypted) throw new CannotDo('needs-encryption', words.workspace.needsEncryption)
  return {
    ...read,
    language,
    appFolder: join(packageFolder(), 'dist', 'workspace'),
    statusFolder: options.statusOut === null ? null : resolve(effects.cwd, options.statusOut),
    key: alone ? newKey() : null,
    version: version(),
  }
}

/** The address that is printed: with the key for the owner of this machine, else where people reach the workspace. */
async function addressOf({ port, workspace }: RunningWorkspace): Promise<string> {
  const { key, publicUrl } = workspace.settings
  if (key !== null) return `http://localhost:${port}/enter/${key}`
  return (await firstInvitation(workspace)) ?? publicUrl?.href ?? `http://localhost:${port}/`
}

interface Started {
  readonly port: number
  readonly address: string
  readonly keyed: boolean
  readonly taken: readonly TakenIn[]
  readonly empty: boolean
}

function tell({ address, port, keyed, taken, empty }: Started, context: Context): void {
  const { effects } = context
  const { workspace: words, serve } = context.words
  if (context.json) {
    writeJson(context, { address, port, taken })
    return
  }
  for (const { id, reason } of taken) {
    effects.write(`${reason === null ? words.takenIn(id) : words.notTakenIn(id, reason)}\n`)
  }
  const invited = address.includes('/join#')
  effects.write(`${invited ? words.firstJoin(address) : words.address(address)}\n`)
  if (keyed) effects.write(`${words.keyed}\n`)
  if (empty) effects.write(`${words.noCases}\n`)
  effects.write(`${serve.stop}\n`)
}
