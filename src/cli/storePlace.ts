import { randomBytes } from 'node:crypto'
import { resolve } from 'node:path'
import type { DatabasePlace } from '../store/database.js'
import { openStore, type Store } from '../store/store.js'
import { StoreFault } from '../store/storeFault.js'
import { CannotDo } from './cannotDo.js'
import type { Context } from './context.js'

/** The folder of the database, unless another is named. */
const usualFolder = '.manil'

/** Where the workspace keeps everything: the server that `DATABASE_URL` names, else a folder. */
export function storePlace(data: string | null, { effects }: Context): DatabasePlace {
  const url = effects.env.DATABASE_URL
  if (data === null && url) return { kind: 'server', url }
  return { kind: 'folder', folder: resolve(effects.cwd, data ?? usualFolder) }
}

/** Opens the workspace's store. What keeps it closed is told in the user's words. */
export async function openStoreFor(data: string | null, context: Context): Promise<Store> {
  const place = storePlace(data, context)
  try {
    return await openStore({ place, nowMs: Date.now, randomBytes })
  } catch (fault) {
    if (fault instanceof StoreFault) throw new CannotDo(fault.code, faultMessage(fault, context))
    throw fault
  }
}

/** Why a store stays closed, in the user's words. */
export function faultMessage({ code, values }: StoreFault, { words }: Context): string {
  const { faults } = words.workspace
  const text = (name: string) => String(values[name] ?? '')
  switch (code) {
    case 'in-use':
    case 'damaged':
    case 'unusable-folder':
      return faults[code](text('folder'))
    case 'unreachable':
    case 'migration-failed':
      return faults[code](text('reason'))
    case 'not-utf8':
      return faults[code](text('encoding'))
    case 'newer-schema':
      return faults[code]
  }
}
