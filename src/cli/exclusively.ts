import { closeSync, openSync, rmSync, statSync } from 'node:fs'

/** How long another command may hold the lock before it is taken for one that was killed. */
const STALE_MS = 10_000
/** How long is waited for the lock, and how long between two looks. */
const PATIENCE_MS = 15_000
const LOOK_MS = 20

/**
 * Does something while no other command does it under the same lock: a file that only one process can make. A lock that a killed
 * process left is taken away after a while. Throws as the disk does where the lock cannot be made.
 */
export function exclusively<T>(lock: string, use: () => T): T {
  const untilMs = Date.now() + PATIENCE_MS
  let file = made(lock)
  while (file === null) {
    if (Date.now() > untilMs)
      throw Object.assign(new Error('locked'), { code: 'EBUSY', errno: -16, path: lock })
    if (ageMs(lock) > STALE_MS) rmSync(lock, { force: true })
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LOOK_MS)
    file = made(lock)
  }
  try {
    closeSync(file)
    return use()
  } finally {
    rmSync(lock, { force: true })
  }
}

/** A new file, or null where it is there already. */
function made(lock: string): number | null {
  try {
    return openSync(lock, 'wx')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return null
    throw error
  }
}

function ageMs(lock: string): number {
  const stats = statSync(lock, { throwIfNoEntry: false })
  return stats === undefined ? 0 : Date.now() - stats.mtimeMs
}
