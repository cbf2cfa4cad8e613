import type { ImportFormat, ImportInput } from './draft.js'
import { type Fields, field, fieldsOf, objectField, objectsField, textField } from './json/fields.js'
import { readJson } from './json/readJson.js'
import { columnsOf } from './table/columns.js'
import { delimiterOf, readTable } from './table/readTable.js'
import { readTextFile } from './textFile.js'

type InputFile = ImportInput['files'][number]

/** Objects of a JSON file that are looked at. */
const lookedAt = 20
/** Characters of a text by which a table is told from prose. */
const sampleLength = 20_000

/**
 * The format that an input seems to be in, by what stands in its files rather than by their names. Null where there is
 * nothing that could be read. Archives must be unpacked before.
 */
export function detectFormat(input: ImportInput): ImportFormat | null {
  if (isSlackExport(input)) return 'slack'
  const counts = new Map<ImportFormat, number>()
  for (const file of input.files) {
    const format = formatOfFile(file)
    if (format !== null) counts.set(format, (counts.get(format) ?? 0) + 1)
  }
  // Of several formats the one that most files have; the first of equals.
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

/** The format of one file, or null where it is none that is known. */
export function formatOfFile(file: InputFile): ImportFormat | null {
  const { bytes, path } = file
  const first = firstByte(bytes)
  if (first === 0x7b || first === 0x5b) {
    const json = readJson(bytes, path)
    if (!('note' in json)) return formatOfJson(json.values.map(({ value }) => value))
    // `[08:47] …` begins like a list and is a line of a timeline.
    if (/\.(json|ndjson|jsonl)$/i.test(path)) return null
  }
  const { text } = readTextFile(file)
  if (text === null) return null
  if (/\.(md|markdown|adoc|org|rst)(\.erb)?$/i.test(path)) return 'paste'
  return isTable(text, path) ? 'table' : 'paste'
}

/** The first byte that is neither blank nor the mark of an encoding. */
function firstByte(bytes: Uint8Array): number | undefined {
  return bytes
    .subarray(0, 1000)
    .find(byte => byte > 0x20 && byte !== 0xef && byte !== 0xbb && byte !== 0xbf && byte < 0xfe)
}

function isSlackExport({ files }: ImportInput): boolean {
  const names = new Set(files.map(({ path }) => path.split('/').at(-1)))
  const days = files.filter(({ path }) => /(?:^|\/)[^/]+\/\d{4}-\d{2}-\d{2}\.json$/.test(path))
  return (
    days.length > 0 && (names.has('users.json') || names.has('channels.json') || days.length === files.length)
  )
}

function formatOfJson(values: readonly unknown[]): ImportFormat | null {
  const objects = values
    .flatMap(value => (Array.isArray(value) ? value.slice(0, lookedAt) : [value]))
    .slice(0, lookedAt)
    .flatMap(value => fieldsOf(value) ?? [])
  for (const fields of objects) {
    const format = formatOfObject(fields as Fields)
    if (format !== null) return format
  }
  return null
}

/** What only objects of a format have. The order matters: several have `incidents`. */
const signs: readonly (readonly [ImportFormat, (fields: Fields) => boolean])[] = [
  [
    'slack',
    fields =>
      isSlackMessage(fields) || objectsField(fields, 'messages').slice(0, lookedAt).some(isSlackMessage),
  ],
  [
    'alertmanager',
    fields =>
      objectsField(fields, 'alerts').some(alert => objectField(alert, 'labels') !== null) ||
      (objectField(fields, 'labels') !== null && textField(fields, 'startsAt') !== null) ||
      textField(fields, 'groupKey') !== null,
  ],
  [
    'google-cloud',
    fields =>
      textField(fields, 'external_desc') !== null ||
      (textField(fields, 'begin') !== null && (has(fields, 'updates') || has(fields, 'most_recent_update'))),
  ],
  ['pagerduty', isPagerDuty],
  [
    'statuspage',
    fields =>
      has(fields, 'incident_updates') ||
      has(fields, 'scheduled_maintenances') ||
      objectField(fields, 'page') !== null ||
      objectsField(fields, 'incidents').length > 0 ||
      objectField(fields, 'incident') !== null ||
      (textField(fields, 'title') !== null && textField(fields, 'startDate') !== null),
  ],
]

const has = (fields: Fields, key: string): boolean =>
  field(fields, key) !== undefined && field(fields, key) !== null

function formatOfObject(fields: Fields): ImportFormat | null {
  return signs.find(([, isOf]) => isOf(fields))?.[0] ?? null
}

const isSlackMessage = (fields: Fields): boolean =>
  /^\d{9,11}\.\d{1,9}$/.test(textField(fields, 'ts') ?? '') &&
  (has(fields, 'text') || textField(fields, 'type') === 'message')

function isPagerDuty(fields: Fields): boolean {
  const ofPager = (object: Fields | null): boolean =>
    object !== null &&
    (has(object, 'incident_number') ||
      has(object, 'incident_key') ||
      has(object, 'escalation_policy') ||
      /_log_entry(_reference)?$|^incident$/.test(textField(object, 'type') ?? ''))
  const event = objectField(fields, 'event')
  return (
    has(fields, 'log_entries') ||
    has(fields, 'log_entry') ||
    /^(?:incident|service)\./.test(textField(event, 'event_type') ?? '') ||
    objectsField(fields, 'incidents').some(ofPager) ||
    ofPager(objectField(fields, 'incident')) ||
    ofPager(fields) ||
    objectsField(fields, 'messages').some(message => /^incident\./.test(textField(message, 'event') ?? ''))
  )
}

/** A text is a table where its lines part into equally many cells, and one of them is of times. */
function isTable(text: string, path: string): boolean {
  const named = /\.(csv|tsv|tab)$/i.test(path)
  const lines = text.slice(0, sampleLength)
  if (named) return true
  // Rows of a Markdown table are text like any other.
  if (/^\s*\|/m.test(lines) || delimiterOf(lines) === null) return false
  const records = readTable(lines, path).records
  const columns = columnsOf(records)
  const parted = records.filter(({ cells }) => cells.length > 1).length
  return (
    columns.of.has('time') && columns.of.has('text') && parted > records.length * 0.8 && records.length > 1
  )
}
