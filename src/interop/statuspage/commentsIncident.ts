import type { Draft } from '../draft.js'
import { draftOf } from '../draftOf.js'
import { type Fields, field, idField, objectField, objectsField, textField } from '../json/fields.js'
import { exactTime, machineInstant } from '../machineTime.js'
import { htmlText } from '../text/htmlText.js'
import type { StatusReading } from './importStatuspage.js'

/** Whether an object is an incident with `startDate` and `comments`. */
export function isCommentsIncident(fields: Fields): boolean {
  return textField(fields, 'title') !== null && textField(fields, 'startDate') !== null
}

/** A draft for when an incident began, one for when it ended, and one for each comment; its report is a text, no event. */
export function commentsDrafts(
  incident: Fields,
  place: string,
  { frame, componentOf, people }: StatusReading,
): readonly Draft[] {
  const title = textField(incident, 'title') ?? ''
  const id = idField(incident, 'id') ?? place
  const services = objectsField(incident, 'services').flatMap(service => textField(service, 'name') ?? [])
  const level = textField(objectField(incident, 'level'), 'label')
  const components = new Set(services.flatMap(service => componentOf(service) ?? []))
  const head = { ...incident, services: services, comments: undefined, report: undefined }
  const drafts: Draft[] = []
  const add = (
    kind: string,
    written: string | null,
    text: string,
    original: unknown,
    phase: string,
    state: string | null,
    at = place,
  ) => {
    const instant = machineInstant(written)
    if (written === null && kind !== 'comment') return
    drafts.push(
      draftOf({
        format: 'statuspage',
        identity: `${id}\n${kind}\n${written}\n${at === place ? '' : at}`,
        time: instant === null ? null : exactTime(instant, written ?? '', frame.timezone),
        text,
        place: at,
        original: JSON.stringify(original, null, 2),
        phase,
        changes:
          state === null
            ? undefined
            : Object.fromEntries([...components].map(component => [component, state])),
        people,
      }),
    )
  }
  const affected =
    services.length === 0 ? '' : ` (${services.slice(0, 8).join(', ')}${services.length > 8 ? ', …' : ''})`
  const state =
    level === null ? 'impaired' : /unavailable|outage|critical|down/i.test(level) ? 'down' : 'impaired'
  add('start', textField(incident, 'startDate'), `[Started] ${title}${affected}`, head, 'impact', state)
  for (const [index, comment] of objectsField(incident, 'comments').entries()) {
    const content = htmlText(textField(comment, 'content') ?? '')
    if (content === '') continue
    const type = textField(comment, 'type') ?? 'update'
    const number = idField(comment, 'id')
    add(
      number === null ? 'comment' : `comment ${number}`,
      textField(comment, 'createdAt'),
      `[${type[0]!.toUpperCase()}${type.slice(1)}] ${title}: ${content}`,
      comment,
      'communication',
      null,
      `${place} comment ${index + 1}`,
    )
  }
  if (field(incident, 'endDate') !== null) {
    add('end', textField(incident, 'endDate'), `[Ended] ${title}${affected}`, head, 'recovery', 'up')
  }
  return drafts
}
