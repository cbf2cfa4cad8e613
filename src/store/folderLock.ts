import {
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { StoreFault } from './storeFault.js'

/** Who has a folder open. `started` tells a process from a later one with the same number; '' where it is not known. */
interface Holder {
  readonly pid: number
  readonly host: string
  readonly started: string
  readonly key: string
}

/** How often the holder says that it lives, and after how long a holder on another machine is taken for dead. */
const heartbeatMs = 5_000
const staleMs = 60_000

/** How often taking the lock is tried while others take it over as well. */
const attempts = 20

/**
 * One process at a time may open an embedded database: two would destroy it. The lock is a file in its folder that names
 * the process. A lock whose process is gone (`kill -9`, a crash, a power cut) is taken over; on this machine that is
 * known from the process table, of another machine (containers on one volume) from a file that is no longer touched.
 */
export class FolderLock {
  readonly #path: string
  readonly #content: string
  readonly #heartbeat: NodeJS.Timeout

  private constructor(path: string, content: string) {
    this.#path = path
    this.#content = content
    this.#heartbeat = setInterval(() => this.#touch(), heartbeatMs)
    this.#heartbeat.unref()
  }

  /** Takes the lock of a folder, which is made if need be. Throws StoreFault `in-use` or `unusable-folder`. */
  static take(folder: string, key: string): FolderLock {
    const path = join(folder, 'manil.lock')
    const content = JSON.stringify({ pid: process.pid, host: hostname(), started: startOf(process.pid), key })
    try {
      mkdirSync(folder, { recursive: true })
      for (let attempt = 0; attempt < attempts; attempt++) {
        if (written(path, content, key) && readOrNull(path) === content) return new FolderLock(path, content)
        const there = readOrNull(path)
        if (there === null) continue
        const holder = parsed(there)
        if (holder !== null && lives(holder, path)) {
          throw new StoreFault('in-use', { pid: holder.pid, host: holder.host, folder })
        }
        removeStale(path, there, key)
      }
    } catch (fault) {
      if (fault instanceof StoreFault) throw fault
      throw new StoreFault('unusable-folder', { folder, reason: reasonOf(fault) }, { cause: fault })
    }
    throw new StoreFault('in-use', { pid: 0, host: '', folder })
  }

  /** Gives the folder free. */
  release(): void {
    clearInterval(this.#heartbeat)
    if (readOrNull(this.#path) === this.#content) unlinkSync(this.#path)
  }

  #touch(): void {
    const now = new Date()
    try {
      utimesSync(this.#path, now, now)
    } catch {
      // The folder went away under the program; the database will say so.
    }
  }
}

/** Puts a lock where there is none, whole or not at all: a link appears with its content. */
function written(path: string, content: string, key: string): boolean {
  const own = `${path}.${key}`
  writeFileSync(own, content)
  try {
    linkSync(own, path)
    return true
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw fault
  } finally {
    unlinkSync(own)
  }
}

/** Moves a stale lock away. If somebody else was quicker and the lock is theirs by now, it is put back. */
function removeStale(path: string, stale: string, key: string): void {
  const aside = `${path}.${key}.stale`
  try {
    renameSync(path, aside)
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return
    throw fault
  }
  if (readOrNull(aside) !== stale) {
    try {
      linkSync(aside, path)
    } catch {
      // A third took the lock in between; whoever lost it sees that before it opens anything.
    }
  }
  unlinkSync(aside)
}

function lives(holder: Holder, path: string): boolean {
  if (holder.host !== hostname()) return Date.now() - statSync(path).mtimeMs < staleMs
  try {
    process.kill(holder.pid, 0)
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  const started = startOf(holder.pid)
  return holder.started === '' || started === '' || started === holder.started
}

/** When a process began, as Linux counts: boot and ticks since then. Elsewhere the number of the process must do. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${ticks}`
  } catch {
    return ''
  }
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

function parsed(content: string): Holder | null {
  try {
    const holder = JSON.parse(content) as Holder
    return Number.isInteger(holder.pid) && holder.pid > 0 ? holder : null
  } catch {
    return null
  }
}

function reasonOf(fault: unknown): string {
  return (fault as NodeJS.ErrnoException).code ?? String(fault)
}
