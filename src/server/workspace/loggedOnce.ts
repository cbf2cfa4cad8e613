import { sha256 } from '../../store/hash.js'
import { Refused } from './refused.js'
import type { Workspace } from './workspace.js'

/** What was logged: the fact, and its time as it is written. */
export interface Logged {
  readonly fact: string
  readonly at: string
}

/** Of two that come at once with one key the second waits for the first: so long at a time, so often. */
const waitMs = 50
const waits = 100
/** A first that has not answered by then is given up. */
const claimMs = 30_000

/** Logs once for a key, however often a script tries: who comes again is given what was logged the first time. */
export async function loggedOnce(
  { store }: Workspace,
  { caseId, once }: { readonly caseId: string; readonly once: string },
  log: () => Promise<Logged>,
): Promise<Logged> {
  const setting = `logged-once ${sha256(once)}`
  const claim = `log ${caseId} ${setting}`
  for (let tries = 0; tries < waits; tries++) {
    const known = await store.settings.get(caseId, setting)
    if (known !== null) return known as Logged
    const { allowed } = await store.rateLimits.hit(claim, 1, claimMs)
    if (allowed) {
      try {
        // The one before may have ended between the two questions.
        const logged = ((await store.settings.get(caseId, setting)) as Logged | null) ?? (await log())
        await store.settings.set(caseId, setting, logged)
        return logged
      } finally {
        await store.rateLimits.clear(claim)
      }
    }
    await new Promise(resolve => setTimeout(resolve, waitMs))
  }
  throw new Refused(429, 'busy')
}
