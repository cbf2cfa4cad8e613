import { componentNames } from '../componentNames.js'
import type { Draft, ImportFrame, ImportInput, ImportNote, ImportResult } from '../draft.js'
import { openPseudonyms } from '../drafts/pseudonyms.js'
import { gathered } from '../gathered.js'
import { importNote } from '../importNote.js'
import { type Fields, field, objectField, objectsField, textField } from '../json/fields.js'
import { type JsonObject, jsonObjects } from '../jsonFiles.js'
import { commentsDrafts, isCommentsIncident } from './commentsIncident.js'
import { isStatuspageIncident, statuspageDrafts } from './statuspageIncident.js'

/** What the incidents of one import are read with. */
export interface StatusReading {
  readonly frame: ImportFrame
  readonly componentOf: (name: string) => string | null
  readonly people: ReturnType<typeof openPseudonyms>
}

/**
 * Drafts of incidents of a status page: Atlassian Statuspage (API v2: a list, `summary.json`, or one incident), and pages whose
 * incidents have `startDate`, `endDate` and `comments` with HTML in them, as Yandex Cloud's has. A file that lists components
 * or services alone has no incidents and is refused.
 */
export function importStatuspage(input: ImportInput, frame: ImportFrame): ImportResult {
  const { objects, notes: fromFiles } = jsonObjects(input)
  const people = openPseudonyms([], frame.roles)
  const notes: ImportNote[] = [...fromFiles]
  const reading: StatusReading = { frame, componentOf: componentNames(frame.components), people }
  const refused = new Set<string>()
  const drafts = objects.flatMap(object => {
    const found = draftsOfObject(object, reading)
    if (found === null && !refused.has(object.path)) {
      refused.add(object.path)
      notes.push(importNote(refusalOf(object.fields), 'error', object.path, {}, object.line))
    }
    return found ?? []
  })
  return gathered('statuspage', drafts, notes, people, 'statuspage-nothing')
}

/** Drafts of a file's object, or null where it has no incidents at all. */
function draftsOfObject({ fields, place }: JsonObject, reading: StatusReading): readonly Draft[] | null {
  const page = textField(objectField(fields, 'page'), 'name') ?? undefined
  const single = objectField(fields, 'incident')
  if (single !== null) return draftsOfIncident(single, place, page, reading)
  const lists = ['incidents', 'scheduled_maintenances', 'items'].filter(key =>
    Array.isArray(field(fields, key)),
  )
  if (lists.length === 0 || isStatuspageIncident(fields) || isCommentsIncident(fields)) {
    return draftsOfIncident(fields, place, page, reading)
  }
  const incidents = lists.flatMap(key =>
    objectsField(fields, key).map((incident, index) => ({ incident, key, index })),
  )
  // A service that lists its own incidents is what they are about.
  const service = textField(fields, 'name')
  const read = incidents.flatMap(({ incident: listed, key, index }) => {
    const isBare = service !== null && objectsField(listed, 'services').length === 0
    const incident = isBare ? { ...listed, services: [{ name: service }] } : listed
    const drafts = draftsOfIncident(incident, `${place} ${key} ${index + 1}`, page, reading)
    return drafts === null ? [] : [drafts]
  })
  return read.length === 0 && incidents.length > 0 ? null : read.flat()
}

function draftsOfIncident(
  incident: Fields,
  place: string,
  page: string | undefined,
  reading: StatusReading,
): readonly Draft[] | null {
  if (isStatuspageIncident(incident)) return statuspageDrafts(incident, place, page, reading)
  if (isCommentsIncident(incident)) return commentsDrafts(incident, place, reading)
  return null
}

/** Why a file has no incidents: it tells how things are, or it is something else. */
function refusalOf(fields: Fields): string {
  const tellsState =
    Array.isArray(field(fields, 'components')) ||
    objectField(fields, 'status') !== null ||
    Array.isArray(field(fields, 'metrics')) ||
    (textField(fields, 'name') !== null && textField(fields, 'status') !== null)
  return tellsState ? 'statuspage-state-only' : 'statuspage-unknown'
}
