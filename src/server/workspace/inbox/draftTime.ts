import type { DraftTime } from '../../../interop/draft.js'
import { readTypedTime } from '../../../model/typedTime.js'
import { Refused } from '../refused.js'
import type { Workspace } from '../workspace.js'
import { draftParts } from './draftBodies.js'

/** A time that somebody typed for a draft, read as everywhere else. Refuses what cannot be read to its last character. */
export async function draftTime(workspace: Workspace, caseId: string, text: string): Promise<DraftTime> {
  const { timezone, startEpochMs } = await draftParts(workspace, caseId)
  const read = readTypedTime(text, { timezone, startEpochMs: startEpochMs ?? workspace.nowMs() })
  if ('code' in read) throw new Refused(400, 'bad-time', { text }, 'at')
  const { at, fromEpochMs, toEpochMs } = read
  // Of a time that is open on one side, the side that is known stands for it.
  const [from, to] = [fromEpochMs ?? toEpochMs, toEpochMs ?? fromEpochMs]
  if (from === null || to === null) throw new Refused(400, 'bad-time', { text }, 'at')
  return { fromEpochMs: from, toEpochMs: to, written: text, at }
}
