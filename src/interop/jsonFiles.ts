import type { ImportInput, ImportNote } from './draft.js'
import { type Fields, fieldsOf } from './json/fields.js'
import { readJson } from './json/readJson.js'

/** One JSON object of an input, and where a person finds it. */
export interface JsonObject {
  readonly fields: Fields
  readonly path: string
  readonly line: number | null
  /** `alerts.json`, `alerts.json line 3`, `alerts.json entry 3`. */
  readonly place: string
}

/** Every object that the JSON files of an input begin with: one a file, one a line, or the entries of a list. */
export function jsonObjects(input: ImportInput): {
  readonly objects: readonly JsonObject[]
  readonly notes: readonly ImportNote[]
} {
  const objects: JsonObject[] = []
  const notes: ImportNote[] = []
  for (const { path, bytes } of [...input.files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const reading = readJson(bytes, path)
    if ('note' in reading) {
      notes.push(reading.note)
      continue
    }
    for (const { value, line } of reading.values) {
      const at = line === null ? path : `${path} line ${line}`
      const list = Array.isArray(value) ? value : [value]
      for (const [index, entry] of list.entries()) {
        const fields = fieldsOf(entry)
        if (fields === null) continue
        objects.push({ fields, path, line, place: Array.isArray(value) ? `${at} entry ${index + 1}` : at })
      }
    }
  }
  return { objects, notes }
}
