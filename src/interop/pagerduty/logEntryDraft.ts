import type { Draft, DraftFlag } from '../draft.js'
import { draftOf } from '../draftOf.js'
import { type Fields, idField, objectField, objectsField, textField } from '../json/fields.js'
import { exactTime, machineInstant } from '../machineTime.js'
import { actor, changesOf, isUser, type PagerReading, phases, titleOf } from './pagerReading.js'

/** Entries about who was called and how: a machine's own doings, many to each thing that happened. */
const calls = new Set([
  'notify',
  'assign',
  'reach_ack_limit',
  'reach_trigger_limit',
  'repeat_escalation_path',
  'exhaust_escalation_path',
  'delegate',
  'responder_request_for_escalation_policy',
])

/** The draft of a log entry, or of a note, which has the same fields where it matters. */
export function logEntryDraft(entry: Fields, place: string, reading: PagerReading): Draft {
  const kind = kindOf(entry)
  const written = textField(entry, 'created_at')
  const instant = machineInstant(written)
  const agent = objectField(entry, 'agent') ?? objectField(entry, 'user')
  const incident = objectField(entry, 'incident')
  const flags: DraftFlag[] = calls.has(kind) ? [{ code: 'noise', why: 'bot' }] : []
  const state = kind === 'trigger' ? 'impaired' : kind === 'resolve' ? 'up' : null
  return draftOf({
    format: 'pagerduty',
    identity: idField(entry, 'id') ?? `${place}\n${written ?? ''}\n${textField(entry, 'content') ?? ''}`,
    time: instant === null ? null : exactTime(instant, written ?? '', reading.frame.timezone),
    text: textOf(kind, entry, incident),
    by: actor(agent, reading),
    byMachine: agent === null || !isUser(agent),
    place,
    original: JSON.stringify(entry, null, 2),
    link: textField(entry, 'html_url') ?? textField(incident, 'html_url'),
    phase: phases.get(kind),
    changes: changesOf(objectField(entry, 'service'), state, reading),
    flags,
    people: reading.people,
  })
}

/** `trigger`, `acknowledge`, `notify`, … */
export function kindOf(entry: Fields): string {
  return (textField(entry, 'type') ?? 'log_entry').replace(/_log_entry(_reference)?$/, '')
}

/** A note in its own words; of others the kind, what it was about, and whom it concerns. */
function textOf(kind: string, entry: Fields, incident: Fields | null): string {
  const channel = objectField(entry, 'channel')
  const note = textField(entry, 'note') ?? textField(entry, 'content') ?? textField(entry, 'message')
  if (kind === 'annotate') {
    const told = ['summary', 'notes', 'content', 'body']
      .map(key => textField(channel, key))
      .find(text => text !== null)
    return note ?? told ?? textField(entry, 'summary') ?? ''
  }
  const event = objectField(entry, 'event_details')
  const about =
    titleOf(incident) ||
    (textField(event, 'description') ?? textField(channel, 'subject') ?? textField(channel, 'summary') ?? '')
  const detail = note ?? (kind === 'trigger' ? textField(event, 'description') : null)
  const whom = objectsField(entry, 'assignees').flatMap(user => textField(user, 'summary') ?? [])
  const user = textField(objectField(entry, 'user'), 'summary')
  const concerned = [...whom, ...(user === null || kind === 'notify' ? [] : [user])]
  const parts = [
    about,
    detail === about ? null : detail,
    concerned.length === 0 ? null : `→ ${concerned.join(', ')}`,
  ]
  const told = parts.filter(part => part !== null && part !== '').join(' — ')
  return `[${kind.replaceAll('_', ' ').toUpperCase()}] ${told === '' ? (textField(entry, 'summary') ?? '') : told}`.trim()
}
