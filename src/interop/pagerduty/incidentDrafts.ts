import type { Draft } from '../draft.js'
import { draftOf } from '../draftOf.js'
import { type Fields, idField, objectField, objectsField, textField } from '../json/fields.js'
import { exactTime, machineInstant } from '../machineTime.js'
import { actor, changesOf, type PagerReading, phases, titleOf } from './pagerReading.js'

/** A state of an incident, and the kind of log entry that tells of it. */
const entryKinds = { triggered: 'trigger', acknowledged: 'acknowledge', resolved: 'resolve' } as const

/**
 * What an incident tells of its own times: triggered, acknowledged, resolved. Of a kind that its log entries tell (`logged`) nothing is
 * left to say; a resolution is known by the last change of the state.
 */
export function incidentDrafts(
  incident: Fields,
  place: string,
  logged: ReadonlySet<string>,
  reading: PagerReading,
): readonly Draft[] {
  const id = idField(incident, 'id') ?? place
  const service = objectField(incident, 'service')
  const status = textField(incident, 'status')
  const drafts: Draft[] = []
  const add = (
    kind: keyof typeof entryKinds,
    written: string | null,
    agent: Fields | null,
    state: 'impaired' | 'up' | null,
  ) => {
    if (logged.has(entryKinds[kind])) return
    if (written === null && kind !== 'triggered') return
    const instant = machineInstant(written)
    drafts.push(
      draftOf({
        format: 'pagerduty',
        identity: `${id}\n${kind}\n${written ?? ''}`,
        time: instant === null ? null : exactTime(instant, written ?? '', reading.frame.timezone),
        text: `[${kind.toUpperCase()}] ${titleOf(incident)}${urgency(incident)}`,
        by: actor(agent, reading),
        byMachine: kind === 'triggered',
        place,
        original: JSON.stringify(incident, null, 2),
        link: textField(incident, 'html_url'),
        phase: phases.get(kind),
        changes: changesOf(service, state, reading),
        people: reading.people,
      }),
    )
  }
  add('triggered', textField(incident, 'created_at'), service, 'impaired')
  for (const acknowledgement of objectsField(incident, 'acknowledgements')) {
    add('acknowledged', textField(acknowledgement, 'at'), objectField(acknowledgement, 'acknowledger'), null)
  }
  if (status === 'resolved') {
    const at = textField(incident, 'resolved_at') ?? textField(incident, 'last_status_change_at')
    add('resolved', at, objectField(incident, 'last_status_change_by'), 'up')
  }
  return drafts
}

const urgency = (incident: Fields) => (textField(incident, 'urgency') === 'high' ? ' (high)' : '')
