import { keptTitle } from './caseTitle.js'
import type { Workspace } from './workspace.js'

/**
 * Keeps the titles of lists as cases call themselves: whenever this process kept a revision, which is soon after somebody
 * wrote. Gives how to stop.
 */
export async function keepTitles(workspace: Workspace): Promise<() => Promise<void>> {
  const { store, rooms, log } = workspace
  const working = new Set<Promise<void>>()
  const keep = async (caseId: string) => {
    try {
      const { document } = await (await rooms.open(caseId)).examined()
      const title = keptTitle(document)
      if (title !== null) await store.cases.setTitle(caseId, title)
    } catch {
      // A case that is gone has no title; and one that cannot be read keeps the one it had.
      log.debug({ case: caseId }, 'title-not-kept')
    }
  }
  let stopped = false
  const stop = await store.listen({
    notice: ({ about, case: caseId, process }) => {
      if (stopped || about !== 'revisions' || caseId === null || process !== store.process) return
      const work = keep(caseId).finally(() => working.delete(work))
      working.add(work)
    },
    checkEverything: () => {},
  })
  return async () => {
    stopped = true
    await stop()
    await Promise.all(working)
  }
}
