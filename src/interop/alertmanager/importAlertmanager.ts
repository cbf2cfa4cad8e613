import { type ComponentNames, componentNames } from '../componentNames.js'
import type { Draft, ImportFrame, ImportInput, ImportNote, ImportResult } from '../draft.js'
import { draftOf } from '../draftOf.js'
import { openPseudonyms, type Pseudonyms } from '../drafts/pseudonyms.js'
import { gathered } from '../gathered.js'
import { importNote } from '../importNote.js'
import { type Fields, field, objectField, objectsField, textField } from '../json/fields.js'
import { type JsonObject, jsonObjects } from '../jsonFiles.js'
import { exactTime, machineInstant } from '../machineTime.js'

/** What the alerts of one import are read with. */
interface Reading {
  readonly frame: ImportFrame
  readonly componentOf: ComponentNames
  readonly people: Pseudonyms
  readonly notes: ImportNote[]
}

/** Labels by which an alert says what it is about, the most telling first. Others are tried after them. */
const tellingLabels = [
  'component',
  'service',
  'app',
  'job',
  'deployment',
  'instance',
  'host',
  'cluster',
  'namespace',
]

/** Names of alerts that say that something does not answer at all. Others say that it is not well. */
const downNames = /down|absent|unreachable|unavailable|offline|outage|crash|not_?ready|dead|no_?data/i

/**
 * Drafts of payloads that Alertmanager sent (webhook, version 4) and of lists of alerts as its API gives them: one draft for
 * the beginning of an alert, and one for its end where it has ended. One payload, a list of them, or one a line.
 */
export function importAlertmanager(input: ImportInput, frame: ImportFrame): ImportResult {
  const { objects, notes: reading } = jsonObjects(input)
  const people = openPseudonyms([], frame.roles)
  const notes: ImportNote[] = [...reading]
  const context: Reading = { frame, componentOf: componentNames(frame.components), people, notes }
  const drafts = objects.flatMap(object => draftsOfObject(object, context))
  return gathered('alertmanager', drafts, notes, people, 'alertmanager-nothing')
}

function draftsOfObject({ fields, place, path, line }: JsonObject, reading: Reading): readonly Draft[] {
  const payload = field(fields, 'alerts')
  if (Array.isArray(payload)) {
    const alerts = objectsField(fields, 'alerts')
    if (alerts.length === 0)
      reading.notes.push(importNote('alertmanager-no-alerts', 'warning', path, {}, line))
    return alerts.flatMap((alert, index) =>
      draftsOfAlert(alert, fields, `${place} alert ${index + 1}`, reading),
    )
  }
  if (objectField(fields, 'labels') !== null && textField(fields, 'startsAt') !== null) {
    return draftsOfAlert(fields, null, place, reading)
  }
  const chat = textField(fields, 'type') === 'message' && Array.isArray(field(fields, 'attachments'))
  const code = chat ? 'alertmanager-card' : 'alertmanager-unknown'
  reading.notes.push(importNote(code, 'error', path, { place }, line))
  return []
}

function draftsOfAlert(
  alert: Fields,
  payload: Fields | null,
  place: string,
  reading: Reading,
): readonly Draft[] {
  const { frame, people, notes } = reading
  const labels = textsOf(objectField(alert, 'labels'), objectField(payload, 'commonLabels'))
  const annotations = textsOf(objectField(alert, 'annotations'), objectField(payload, 'commonAnnotations'))
  const startsAt = textField(alert, 'startsAt')
  const endsAt = textField(alert, 'endsAt')
  const begin = machineInstant(startsAt)
  // In a payload of what still fires the end is when Alertmanager would give up on it, not when it ended.
  const stated = textField(alert, 'status') ?? textField(objectField(alert, 'status'), 'state')
  const status = (stated ?? textField(payload, 'status') ?? '').toLowerCase()
  const end = /^(firing|active|suppressed|unprocessed)$/.test(status) ? null : machineInstant(endsAt)
  const ended = end !== null && (status === 'resolved' || begin === null || end > begin)
  const name = labels.get('alertname') ?? ''
  const said = saidOf(name, labels, annotations)
  if (said === '') {
    notes.push(importNote('alertmanager-says-nothing', 'warning', null, { place }))
    return []
  }
  if (begin === null && !ended) notes.push(importNote('alertmanager-no-start', 'warning', null, { place }))
  const component = componentOfAlert(labels, reading.componentOf)
  const identity = textField(alert, 'fingerprint') ?? ''
  const about = [...labels].sort().join('\n')
  const common = {
    format: 'alertmanager',
    place,
    original: JSON.stringify(alert, null, 2),
    link: textField(alert, 'generatorURL') ?? textField(payload, 'externalURL'),
    by: 'Alertmanager',
    byMachine: true,
    people,
  } as const
  const firing = draftOf({
    ...common,
    identity: `firing\n${identity}\n${about}\n${startsAt ?? place}`,
    time: begin === null ? null : exactTime(begin, startsAt ?? '', frame.timezone),
    text: `[FIRING] ${said}`,
    phase: 'detection',
    changes: component === null ? undefined : { [component]: downNames.test(name) ? 'down' : 'impaired' },
  })
  if (!ended) return [firing]
  const resolved = draftOf({
    ...common,
    identity: `resolved\n${identity}\n${about}\n${startsAt ?? ''}\n${endsAt ?? place}`,
    time: exactTime(end, endsAt ?? '', frame.timezone),
    text: `[RESOLVED] ${said}`,
    phase: 'recovery',
    changes: component === null ? undefined : { [component]: 'up' },
    thread: firing.key,
  })
  return begin === null ? [resolved] : [firing, resolved]
}

/** Texts by key: those of the alert, and those of its group where the alert has none. */
function textsOf(own: Fields | null, common: Fields | null): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  for (const fields of [common, own]) {
    for (const key of Object.keys(fields ?? {})) {
      const text = textField(fields, key)
      if (text !== null) texts.set(key, text)
    }
  }
  return texts
}

/** `DiskSpace: disk is 93 % full (host cs30)`: the name, what the annotations say, and where. */
function saidOf(
  name: string,
  labels: ReadonlyMap<string, string>,
  annotations: ReadonlyMap<string, string>,
): string {
  const texts = ['summary', 'title', 'message', 'description']
    .map(key => annotations.get(key))
    .filter(text => text !== undefined)
  const told = texts[0] ?? ''
  const longer = texts.find(text => text !== told && key(text) !== key(told))
  const words = [told, longer].filter(text => text !== undefined && text !== '').join(' — ')
  const where = tellingLabels
    .flatMap(label => labels.get(label) ?? [])
    .find(value => !words.toLowerCase().includes(value.toLowerCase()))
  const place = where === undefined ? '' : ` (${where})`
  return name === '' ? words && words + place : words === '' ? name + place : `${name}: ${words}${place}`
}

const key = (text: string) => text.toLowerCase().replace(/\W/g, '')

function componentOfAlert(labels: ReadonlyMap<string, string>, componentOf: ComponentNames): string | null {
  const others = [...labels.keys()].filter(label => !tellingLabels.includes(label)).sort()
  for (const label of [...tellingLabels, ...others]) {
    const value = labels.get(label)
    if (value === undefined || label === 'severity' || label === 'alertname') continue
    // `host:9090` is the host.
    const found = componentOf(value) ?? componentOf(value.replace(/:\d+$/, ''))
    if (found !== null) return found
  }
  return null
}
