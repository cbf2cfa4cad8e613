import type { Draft } from '../draft.js'
import { draftOf } from '../draftOf.js'
import { type Fields, idField, objectField, textField } from '../json/fields.js'
import { exactTime, machineInstant } from '../machineTime.js'
import { actor, changesOf, isUser, type PagerReading, phases, titleOf } from './pagerReading.js'

/** The draft of a webhook event (v3): `incident.triggered`, `incident.annotated`, … A test of the webhook gives none. */
export function webhookDrafts(event: Fields, place: string, reading: PagerReading): readonly Draft[] {
  const type = textField(event, 'event_type') ?? ''
  if (type === 'pagey.ping') return []
  const kind = type.replace(/^[a-z]+\./, '')
  const data = objectField(event, 'data')
  const written = textField(event, 'occurred_at')
  const instant = machineInstant(written)
  const agent = objectField(event, 'agent')
  const incident = objectField(data, 'incident') ?? data
  const state = kind === 'triggered' || kind === 'reopened' ? 'impaired' : kind === 'resolved' ? 'up' : null
  const said = textField(data, 'content') ?? textField(data, 'message')
  const title = titleOf(incident)
  return [
    draftOf({
      format: 'pagerduty',
      identity: idField(event, 'id') ?? `${type}\n${written ?? place}\n${title}`,
      time: instant === null ? null : exactTime(instant, written ?? '', reading.frame.timezone),
      text:
        kind === 'annotated' && said !== null
          ? said
          : `[${label(kind)}] ${[title, said].filter(Boolean).join(' — ')}`,
      by: actor(agent, reading),
      byMachine: !isUser(agent),
      place,
      original: JSON.stringify(event, null, 2),
      link: textField(data, 'html_url') ?? textField(incident, 'html_url'),
      phase: phases.get(kind),
      changes: changesOf(objectField(data, 'service'), state, reading),
      flags: /^(delegated|escalated|reassigned|responder\.)/.test(kind)
        ? [{ code: 'noise', why: 'bot' }]
        : [],
      people: reading.people,
    }),
  ]
}

const label = (kind: string) => kind.replace(/[._]/g, ' ').toUpperCase()
