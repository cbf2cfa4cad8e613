import { componentNames } from '../componentNames.js'
import type { Draft, ImportFrame, ImportInput, ImportNote, ImportResult } from '../draft.js'
import { openPseudonyms, type Person } from '../drafts/pseudonyms.js'
import { gathered } from '../gathered.js'
import { importNote } from '../importNote.js'
import {
  type Fields,
  field,
  fieldsOf,
  idField,
  objectField,
  objectsField,
  textField,
} from '../json/fields.js'
import { type JsonObject, jsonObjects } from '../jsonFiles.js'
import { incidentDrafts } from './incidentDrafts.js'
import { kindOf, logEntryDraft } from './logEntryDraft.js'
import { type PagerReading, titleOf } from './pagerReading.js'
import { webhookDrafts } from './webhookDraft.js'

/**
 * Drafts of what PagerDuty gives: an incident or a list of them, log entries of one or of all (REST API v2), notes, and
 * webhook events (v3), one a file, a list, or one a line. An incident whose log entries are there too gives only what they lack.
 */
export function importPagerDuty(input: ImportInput, frame: ImportFrame): ImportResult {
  const { objects, notes: fromFiles } = jsonObjects(input)
  const people = openPseudonyms(peopleIn(objects), frame.roles)
  const notes: ImportNote[] = [...fromFiles]
  const reading: PagerReading = { frame, componentOf: componentNames(frame.components), people }
  // Older webhooks send several messages at once, each with an incident and its log entries.
  const single = objects.flatMap(object =>
    objectsField(object.fields, 'messages').length === 0
      ? [object]
      : objectsField(object.fields, 'messages').map((fields, index) => ({
          ...object,
          fields,
          place: `${object.place} message ${index + 1}`,
        })),
  )
  const parts = single.map(object => ({ object, ...partsOf(object.fields) }))
  const drafts: Draft[] = []
  const told: LoggedKinds = new Map()
  const addEntry = (entry: Fields, place: string) => {
    const id = idField(objectField(entry, 'incident'), 'id') ?? ''
    told.set(id, (told.get(id) ?? new Set()).add(kindOf(entry)))
    drafts.push(logEntryDraft(entry, place, reading))
  }
  const listed: { incident: Fields; place: string }[] = []
  for (const { object, incidents, entries, notes: written, events } of parts) {
    const { place, path, line } = object
    if (incidents === null && entries.length + written.length + events.length === 0) {
      notes.push(importNote('pagerduty-unknown', 'error', path, { place }, line))
      continue
    }
    const about = incidents?.length === 1 ? incidents[0]! : null
    for (const [index, entry] of entries.entries()) {
      addEntry(within(entry, about), `${place} log entry ${index + 1}`)
    }
    for (const [index, incident] of (incidents ?? []).entries()) {
      const at = `${place} incident ${index + 1}`
      listed.push({ incident, place: at })
      if (incident === object.fields) continue
      for (const [number, entry] of objectsField(incident, 'log_entries').entries()) {
        addEntry(within(entry, incident), `${at} log entry ${number + 1}`)
      }
    }
    for (const [index, note] of written.entries()) {
      drafts.push(
        logEntryDraft({ ...note, type: 'annotate_log_entry' }, `${place} note ${index + 1}`, reading),
      )
    }
    for (const [index, event] of events.entries()) {
      drafts.push(...webhookDrafts(event, `${place} event ${index + 1}`, reading))
    }
  }
  for (const { incident, place } of listed) {
    const kinds = told.get(idField(incident, 'id') ?? '') ?? new Set()
    drafts.push(...incidentDrafts(incident, place, kinds, reading))
  }
  return gathered('pagerduty', drafts, notes, people, 'pagerduty-nothing')
}

/** Kinds of log entries by the incident that they belong to. */
type LoggedKinds = Map<string, Set<string>>

/** A log entry with the incident and the service that it belongs to, where it does not name them itself. */
function within(entry: Fields, incident: Fields | null): Fields {
  if (incident === null) return entry
  const service = objectField(incident, 'service')
  const isNamed = objectField(entry, 'incident') !== null
  return {
    ...(service === null ? {} : { service }),
    ...entry,
    ...(isNamed
      ? {}
      : {
          incident: {
            id: field(incident, 'id'),
            summary: titleOf(incident),
            html_url: field(incident, 'html_url'),
          },
        }),
  }
}

interface Parts {
  /** Null where the object has no list of incidents and is none. */
  readonly incidents: readonly Fields[] | null
  readonly entries: readonly Fields[]
  readonly notes: readonly Fields[]
  readonly events: readonly Fields[]
}

/** What an object of a file holds, by the names of the interfaces that give it. */
function partsOf(fields: Fields): Parts {
  const event = objectField(fields, 'event')
  const type = textField(fields, 'type') ?? ''
  const single = objectField(fields, 'incident')
  const isIncident =
    type === 'incident' ||
    (textField(fields, 'created_at') !== null &&
      textField(fields, 'title') !== null &&
      (field(fields, 'incident_number') !== undefined || objectField(fields, 'service') !== null))
  const entry = objectField(fields, 'log_entry') ?? (type.endsWith('_log_entry') ? fields : null)
  const listed = Array.isArray(field(fields, 'incidents')) ? objectsField(fields, 'incidents') : null
  const isEvent = textField(fields, 'event_type') !== null && objectField(fields, 'data') !== null
  return {
    incidents: isIncident
      ? [fields]
      : entry === null && single !== null && listed === null
        ? [single]
        : listed,
    entries: entry === null ? objectsField(fields, 'log_entries') : [entry],
    notes: objectsField(fields, 'notes'),
    events: event !== null ? [event] : isEvent ? [fields] : [],
  }
}

/** How deep persons are looked for. */
const deepest = 8

/** Everybody whom the objects refer to as a user. */
function peopleIn(objects: readonly JsonObject[]): readonly Person[] {
  const people = new Map<string, Person>()
  const visit = (value: unknown, depth: number) => {
    if (depth > deepest) return
    if (Array.isArray(value)) {
      for (const inner of value) visit(inner, depth + 1)
      return
    }
    const fields = fieldsOf(value)
    if (fields === null) return
    const id = idField(fields, 'id')
    if (/^user(_reference)?$/.test(textField(fields, 'type') ?? '') && id !== null) {
      const names = ['name', 'summary', 'email'].flatMap(key => textField(fields, key) ?? [])
      const given = names.find(name => /^\p{Lu}\p{L}+ \p{Lu}\p{L}+$/u.test(name))?.split(' ')[0]
      people.set(id, { id, names, ...(given === undefined ? {} : { givenName: given }) })
    }
    for (const inner of Object.values(fields)) visit(inner, depth + 1)
  }
  for (const { fields } of objects) visit(fields, 0)
  return [...people.values()]
}
