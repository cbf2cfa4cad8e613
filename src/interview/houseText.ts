import { inlineText, isFilled } from '../files/editedText.js'

/** Longer entries are written over several lines. */
const WIDTH = 110

/** An entry of a section in the manner of the cases: on one line where it fits, else a field a line. */
export function entryText(id: string, entry: unknown, indent: number): string {
  const line = `${' '.repeat(indent)}${inlineText(id)}: ${onOneLine(entry)}`
  if (!isMapOf(entry) || !isFilled(entry) || line.length <= WIDTH) return line
  const fields = Object.entries(entry).map(([key, value]) => entryText(key, value, indent + 2))
  return [`${' '.repeat(indent)}${inlineText(id)}:`, ...fields].join('\n')
}

/** `{ a: 1, b: [c, d] }` */
function onOneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(', ')}]`
  if (!isMapOf(value)) return inlineText(value)
  const fields = Object.entries(value).map(([key, inner]) => `${inlineText(key)}: ${onOneLine(inner)}`)
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`
}

function isMapOf(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
