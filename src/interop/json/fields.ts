/** A JSON object, read through the functions below alone: only its own keys count, whatever they are called. */
export type Fields = Readonly<Record<string, unknown>>

/** The value as an object with keys, or null. */
export function fieldsOf(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null
}

/** The value of an object's own key, or undefined. */
export function field(fields: Fields | null, key: string): unknown {
  return fields !== null && Object.hasOwn(fields, key) ? fields[key] : undefined
}

/** A text that is not blank, or null. */
export function textField(fields: Fields | null, key: string): string | null {
  const value = field(fields, key)
  return typeof value === 'string' && value.trim() !== '' ? value : null
}

/** A text, or a number as text: ids are written either way. */
export function idField(fields: Fields | null, key: string): string | null {
  const value = field(fields, key)
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : textField(fields, key)
}

export function objectField(fields: Fields | null, key: string): Fields | null {
  return fieldsOf(field(fields, key))
}

export function listField(fields: Fields | null, key: string): readonly unknown[] {
  const value = field(fields, key)
  return Array.isArray(value) ? value : []
}

/** The objects of a list; what is none is left out. */
export function objectsField(fields: Fields | null, key: string): readonly Fields[] {
  return listField(fields, key)
    .map(fieldsOf)
    .filter(value => value !== null)
}
