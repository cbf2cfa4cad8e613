import type { Draft, DraftFlag, DraftTime } from '../draft.js'
import { draftKey } from '../draftKey.js'
import { inOrder } from '../draftOf.js'
import { importLimits } from '../importLimits.js'
import { writtenBetween } from '../machineTime.js'
import { shortened } from '../text/plainText.js'

/**
 * One draft of several: their words one below the other in the order of time, each once; the time that covers them all; of what
 * they change, the latest. The original of each stays word for word. At least one draft must be given.
 */
export function mergeDrafts(drafts: readonly Draft[], timezone: string): Draft {
  const ordered = inOrder(drafts)
  const [first] = ordered
  if (first === undefined) throw new Error('Merging needs at least one draft.')
  if (ordered.length === 1) return first
  const keys = ordered.map(({ key }) => key)
  const origins = ordered.map(({ origin }) => origin)
  const changes = Object.assign({}, ...ordered.map(draft => draft.changes ?? {}))
  const phase = ordered.find(draft => draft.phase !== undefined)?.phase
  const claimants = new Set(ordered.map(({ claimedBy }) => claimedBy))
  const [claimedBy] = claimants
  const thread = ordered.find(draft => draft.thread !== undefined && !keys.includes(draft.thread))?.thread
  const { link, format } = first.origin
  const original = origins.map(({ place, original: text }) => `── ${place}\n${text}`).join('\n\n')
  return {
    key: draftKey(format, `merged\n${[...keys].sort().join('\n')}`),
    time: coveringTime(
      ordered.flatMap(({ time }) => time ?? []),
      timezone,
    ),
    text: shortened([...new Set(ordered.map(({ text }) => text))].join('\n'), importLimits.textLength),
    ...(phase === undefined ? {} : { phase }),
    ...(Object.keys(changes).length === 0 ? {} : { changes }),
    ...(claimants.size === 1 && claimedBy !== undefined ? { claimedBy } : {}),
    flags: mergedFlags(ordered, keys),
    ...(thread === undefined ? {} : { thread }),
    origin: {
      format,
      place: [...new Set(origins.map(({ place }) => place))].join('; '),
      original: shortened(original, importLimits.originalLength),
      ...(link === undefined ? {} : { link }),
      ...(origins.every(({ byMachine }) => byMachine === true) ? { byMachine: true as const } : {}),
    },
  }
}

function coveringTime(times: readonly DraftTime[], timezone: string): DraftTime | null {
  const [first] = times
  if (first === undefined) return null
  const fromEpochMs = Math.min(...times.map(time => time.fromEpochMs))
  const toEpochMs = Math.max(...times.map(time => time.toEpochMs))
  if (times.every(({ at }) => at === first.at)) return first
  const written = [...new Set(times.map(time => time.written))].join(' .. ')
  return { fromEpochMs, toEpochMs, written, at: writtenBetween(fromEpochMs, toEpochMs, timezone) }
}

/** The flags of all, each once, but for those that concern the merged ones among themselves. */
function mergedFlags(drafts: readonly Draft[], keys: readonly string[]): readonly DraftFlag[] {
  const timed = drafts.some(({ time }) => time !== null)
  const flags = new Map<string, DraftFlag>()
  for (const flag of drafts.flatMap(draft => draft.flags)) {
    if (flag.code === 'duplicate' && keys.includes(flag.of)) continue
    if (flag.code === 'noise' || (flag.code === 'missing-time' && timed)) continue
    flags.set(JSON.stringify(flag), flag)
  }
  return [...flags.values()]
}
