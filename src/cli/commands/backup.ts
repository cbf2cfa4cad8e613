import { createWriteStream, renameSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { backup } from '../../store/backup.js'
import { type Context, writeJson } from '../context.js'
import { type ExitStatus, exitStatus } from '../exitStatus.js'
import { openStoreFor } from '../storePlace.js'

/** Everything that people wrote is in a backup: only its owner may read it. */
const onlyTheOwner = 0o600

/** `manil backup --out FILE`: the whole workspace as one file, whole or not at all. */
export async function backUpWorkspace(
  options: { readonly out: string; readonly data: string | null },
  context: Context,
): Promise<ExitStatus> {
  const { effects, words } = context
  const path = resolve(effects.cwd, options.out)
  const unfinished = `${path}.unfinished`
  const store = await openStoreFor(options.data, context)
  try {
    await pipeline(backup(store), createWriteStream(unfinished, { mode: onlyTheOwner }))
    renameSync(unfinished, path)
  } finally {
    rmSync(unfinished, { force: true })
    await store.close()
  }
  if (context.json) writeJson(context, { backup: path })
  else effects.write(`${words.workspace.backedUp(options.out)}\n`)
  return exitStatus.fine
}
