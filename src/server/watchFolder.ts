import { type FSWatcher, readdirSync, type Stats, statSync, watch } from 'node:fs'
import { join } from 'node:path'

/** Several writes within this time are one change: editors save in steps. */
const settleMs = 80
/** Where the system tells nothing (network disks, containers), the folder is looked at this often. */
const lookEveryMs = 2000
/** Bounds of a look. A folder that is larger is still watched, without what lies beyond. */
const entriesLookedAt = 5000
const depthLookedAt = 8

/** Calls `changed` whenever a file in the folder was written, added or taken away. Returns how to stop. */
export function watchFolder(folder: string, changed: () => void): () => void {
  let known = signature(folder)
  let waiting: NodeJS.Timeout | null = null
  const look = () => {
    waiting = null
    const now = signature(folder)
    if (now === known) return
    known = now
    changed()
  }
  const soon = () => {
    waiting ??= setTimeout(look, settleMs)
  }
  const watcher = systemWatcher(folder, soon)
  const regularly = setInterval(look, lookEveryMs)
  regularly.unref()
  return () => {
    if (waiting !== null) clearTimeout(waiting)
    clearInterval(regularly)
    watcher?.close()
  }
}

/** The system's own watcher, or null where there is none for this folder. */
function systemWatcher(folder: string, soon: () => void): FSWatcher | null {
  try {
    const watcher = watch(folder, { recursive: true, persistent: false }, soon)
    watcher.on('error', () => watcher.close())
    return watcher
  } catch {
    return null
  }
}

/** What a look at the folder sees: paths, sizes and times. Dot-folders are no part of a case. */
function signature(folder: string): string {
  const seen: string[] = []
  const enter = (path: string, depth: number) => {
    for (const entry of entriesOf(path)) {
      if (entry.name.startsWith('.') || seen.length >= entriesLookedAt) continue
      const full = join(path, entry.name)
      if (entry.isDirectory()) {
        if (depth < depthLookedAt) enter(full, depth + 1)
        continue
      }
      const stats = statsOf(full)
      seen.push(`${full} ${stats?.size} ${stats?.mtimeMs}`)
    }
  }
  enter(folder, 0)
  return seen.sort().join('\n')
}

/** Null for what is gone, a link round in a circle, or a folder that may not be entered. */
function statsOf(path: string): Stats | null {
  try {
    return statSync(path)
  } catch {
    return null
  }
}

function entriesOf(path: string) {
  try {
    return readdirSync(path, { withFileTypes: true })
  } catch {
    return []
  }
}
