import { type ComponentNames, componentNames } from '../componentNames.js'
import type { Draft, ImportFrame, ImportInput, ImportNote, ImportResult } from '../draft.js'
import { draftOf } from '../draftOf.js'
import { openPseudonyms, type Pseudonyms } from '../drafts/pseudonyms.js'
import { gathered } from '../gathered.js'
import { importNote } from '../importNote.js'
import { type Fields, field, idField, objectField, objectsField, textField } from '../json/fields.js'
import { jsonObjects } from '../jsonFiles.js'
import { exactTime, machineInstant } from '../machineTime.js'
import { htmlText, looksLikeHtml } from '../text/htmlText.js'
import { markdownText } from '../text/markdownText.js'

const origin = 'https://status.cloud.google.com/'

/** What Google Cloud calls the state of a service, and what a fact calls it. Information says nothing of it. */
const states: ReadonlyMap<string, string> = new Map([
  ['AVAILABLE', 'up'],
  ['SERVICE_DISRUPTION', 'impaired'],
  ['SERVICE_OUTAGE', 'down'],
])

interface Reading {
  readonly frame: ImportFrame
  readonly componentOf: ComponentNames
  readonly people: Pseudonyms
}

/**
 * Drafts of incidents of Google Cloud (`incidents.json`, one incident or a list): when it began, each update, when it ended.
 * The text of an update is Markdown, and is read as words.
 */
export function importGoogleCloud(input: ImportInput, frame: ImportFrame): ImportResult {
  const { objects, notes: fromFiles } = jsonObjects(input)
  const people = openPseudonyms([], frame.roles)
  const notes: ImportNote[] = [...fromFiles]
  const reading: Reading = { frame, componentOf: componentNames(frame.components), people }
  const drafts: Draft[] = []
  for (const { fields, path, line, place } of objects) {
    const listed = objectsField(fields, 'incidents').filter(isIncident)
    for (const [index, incident] of listed.entries()) {
      drafts.push(...draftsOfIncident(incident, `${place} incident ${index + 1}`, reading))
    }
    if (listed.length > 0) continue
    if (isIncident(fields)) drafts.push(...draftsOfIncident(fields, place, reading))
    else notes.push(importNote('google-cloud-unknown', 'error', path, { place }, line))
  }
  return gathered('google-cloud', drafts, notes, people, 'google-cloud-nothing')
}

function isIncident(fields: Fields): boolean {
  return (
    textField(fields, 'begin') !== null &&
    (Array.isArray(field(fields, 'updates')) || objectField(fields, 'most_recent_update') !== null)
  )
}

function draftsOfIncident(incident: Fields, place: string, reading: Reading): readonly Draft[] {
  const { frame, componentOf, people } = reading
  const id = idField(incident, 'id') ?? idField(incident, 'number') ?? place
  const title = textField(incident, 'external_desc') ?? textField(incident, 'service_name') ?? ''
  const products = productsOf(incident)
  const components = [...new Set(products.flatMap(product => componentOf(product) ?? []))]
  const uri = textField(incident, 'uri')
  const link =
    uri === null ? null : /^https?:/.test(uri) ? uri : new URL(uri.replace(/^\/+/, ''), origin).href
  const changesTo = (state: string | undefined) =>
    state === undefined ? undefined : Object.fromEntries(components.map(component => [component, state]))
  const make = (
    identity: string,
    written: string,
    text: string,
    original: unknown,
    rest: { at?: string; phase: string; changes: Record<string, string> | undefined },
  ) => {
    const instant = machineInstant(written)
    return draftOf({
      format: 'google-cloud',
      identity: `${id}\n${identity}`,
      time: instant === null ? null : exactTime(instant, written, frame.timezone),
      text,
      place: rest.at ?? place,
      original: JSON.stringify(original, null, 2),
      link,
      claimedBy: 'Google Cloud',
      phase: rest.phase,
      changes: rest.changes,
      people,
    })
  }
  const head = { ...incident, updates: undefined, most_recent_update: undefined }
  const affected =
    products.length === 0 ? '' : ` (${products.slice(0, 8).join(', ')}${products.length > 8 ? ', …' : ''})`
  const begin = textField(incident, 'begin') ?? ''
  const impact = textField(incident, 'status_impact') ?? ''
  const drafts = [
    make('begin', begin, `[Begin] ${words(title)}${affected}`, head, {
      phase: 'impact',
      changes: changesTo(states.get(impact)),
    }),
  ]
  for (const [index, update] of updatesOf(incident).entries()) {
    const when = textField(update, 'when') ?? textField(update, 'created') ?? ''
    const text = words(textField(update, 'text') ?? '')
    if (text === '') continue
    const locations = objectsField(update, 'affected_locations').flatMap(
      location => idField(location, 'id') ?? [],
    )
    const where =
      locations.length === 0 || locations.some(location => text.includes(location))
        ? ''
        : ` (${locations.join(', ')})`
    drafts.push(
      make(`update ${when}`, when, `[${textField(update, 'status') ?? 'UPDATE'}] ${text}${where}`, update, {
        at: `${place} update ${index + 1}`,
        phase: 'communication',
        changes: undefined,
      }),
    )
  }
  const end = textField(incident, 'end')
  if (end !== null) {
    drafts.push(
      make('end', end, `[End] ${words(title)}${affected}`, head, {
        phase: 'recovery',
        changes: changesTo('up'),
      }),
    )
  }
  return drafts
}

/** The updates, with the newest one where the list lacks it. */
function updatesOf(incident: Fields): readonly Fields[] {
  const updates = objectsField(incident, 'updates')
  const latest = objectField(incident, 'most_recent_update')
  const at = textField(latest, 'when')
  return latest === null || updates.some(update => textField(update, 'when') === at)
    ? updates
    : [latest, ...updates]
}

function productsOf(incident: Fields): readonly string[] {
  const listed = objectsField(incident, 'affected_products').flatMap(
    product => textField(product, 'title') ?? [],
  )
  const service = textField(incident, 'service_name')
  if (listed.length > 0) return listed
  return service === null || service === 'Multiple Products' ? [] : [service]
}

function words(text: string): string {
  return markdownText(looksLikeHtml(text) ? htmlText(text) : text).trim()
}
