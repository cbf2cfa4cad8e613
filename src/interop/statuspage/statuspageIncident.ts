import type { Draft } from '../draft.js'
import { draftOf } from '../draftOf.js'
import { type Fields, field, idField, objectsField, textField } from '../json/fields.js'
import { exactTime, machineInstant } from '../machineTime.js'
import { htmlText, looksLikeHtml } from '../text/htmlText.js'
import type { StatusReading } from './importStatuspage.js'

/** What Statuspage calls the state of a component, and what a fact calls it. Maintenance says nothing of it. */
const states: ReadonlyMap<string, string> = new Map([
  ['operational', 'up'],
  ['degraded_performance', 'impaired'],
  ['partial_outage', 'impaired'],
  ['major_outage', 'down'],
])

/** Whether an object is an incident, or a maintenance, of Statuspage. */
export function isStatuspageIncident(fields: Fields): boolean {
  return Array.isArray(field(fields, 'incident_updates')) && textField(fields, 'name') !== null
}

/** A draft for each update of an incident, and one for its beginning where that was before the first update. */
export function statuspageDrafts(
  incident: Fields,
  place: string,
  page: string | undefined,
  { frame, componentOf, people }: StatusReading,
): readonly Draft[] {
  const name = textField(incident, 'name') ?? ''
  const id = idField(incident, 'id') ?? place
  const link = textField(incident, 'shortlink')
  const drafts = objectsField(incident, 'incident_updates').map((update, index) => {
    const at = textField(update, 'display_at') ?? textField(update, 'created_at')
    const instant = machineInstant(at)
    const body = textField(update, 'body') ?? ''
    const status = label(textField(update, 'status') ?? '')
    return draftOf({
      format: 'statuspage',
      identity: `${id}\n${idField(update, 'id') ?? at ?? index}`,
      time: instant === null ? null : exactTime(instant, at ?? '', frame.timezone),
      text: `[${status}] ${name}: ${looksLikeHtml(body) ? htmlText(body) : body}`,
      place: `${place} update ${index + 1}`,
      original: JSON.stringify(update, null, 2),
      link,
      phase: 'communication',
      changes: changesOf(update, componentOf),
      claimedBy: page,
      people,
    })
  })
  const started = textField(incident, 'started_at')
  const begin = machineInstant(started)
  const first = Math.min(...drafts.flatMap(({ time }) => time?.fromEpochMs ?? []))
  // The page itself writes both within moments of each other; an earlier beginning was entered by hand.
  if (begin === null || first - begin < 60_000) return drafts
  const beginning = draftOf({
    format: 'statuspage',
    identity: `${id}\nstarted`,
    time: exactTime(begin, started ?? '', frame.timezone),
    text: `[Started] ${name}`,
    place,
    original: JSON.stringify({ ...incident, incident_updates: undefined, components: undefined }, null, 2),
    link,
    phase: 'impact',
    claimedBy: page,
    people,
  })
  return [beginning, ...drafts]
}

function changesOf(update: Fields, componentOf: StatusReading['componentOf']): Record<string, string> {
  const changes = new Map<string, string>()
  for (const affected of objectsField(update, 'affected_components')) {
    const before = textField(affected, 'old_status')
    const now = textField(affected, 'new_status')
    const component = componentOf(textField(affected, 'name') ?? '')
    const state = now === null || now === before ? undefined : states.get(now)
    if (component !== null && state !== undefined) changes.set(component, state)
  }
  return Object.fromEntries(changes)
}

/** `in_progress` as `In progress`. */
function label(status: string): string {
  const words = status.replaceAll('_', ' ').trim()
  return words === '' ? 'Update' : words[0]!.toUpperCase() + words.slice(1)
}
