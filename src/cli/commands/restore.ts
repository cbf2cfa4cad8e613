import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { resolve } from 'node:path'
import { restore } from '../../store/restore.js'
import { StoreFault } from '../../store/storeFault.js'
import { StoreRefusal } from '../../store/storeRefusal.js'
import { CannotDo } from '../cannotDo.js'
import { type Context, writeJson } from '../context.js'
import { type ExitStatus, exitStatus } from '../exitStatus.js'
import { faultMessage, storePlace } from '../storePlace.js'

/** `manil restore FILE`: fills an empty workspace from a backup, or changes nothing. */
export async function restoreWorkspace(
  file: string,
  options: { readonly data: string | null },
  context: Context,
): Promise<ExitStatus> {
  const { effects, words } = context
  const path = resolve(effects.cwd, file)
  if (effects.pathKind(path) !== 'file') throw new CannotDo('not-found', words.workspace.noBackup(file))
  const place = storePlace(options.data, context)
  try {
    const restored = await restore({ place, nowMs: Date.now, randomBytes }, createReadStream(path))
    if (context.json) writeJson(context, restored)
    else effects.write(`${words.workspace.restored(file, restored.cases)}\n`)
    return exitStatus.fine
  } catch (fault) {
    if (fault instanceof StoreFault) throw new CannotDo(fault.code, faultMessage(fault, context))
    if (!(fault instanceof StoreRefusal)) throw fault
    switch (fault.code) {
      case 'database-not-empty':
        throw new CannotDo(fault.code, words.workspace.notEmpty)
      case 'backup-too-new':
        throw new CannotDo(fault.code, words.workspace.faults['newer-schema'])
      default:
        throw new CannotDo(fault.code, words.workspace.badBackup(file))
    }
  }
}
