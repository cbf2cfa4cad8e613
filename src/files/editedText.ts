import {
  type DocumentOptions,
  type ParseOptions,
  parse,
  type SchemaOptions,
  stringify,
  type ToStringOptions,
} from 'yaml'

type Style = DocumentOptions & SchemaOptions & ParseOptions & ToStringOptions

/** Longer values are written over several lines where the place allows it. */
const inlineWidth = 100

/** Line breaks inside a text are written `\n`, since a text may stand inside braces. */
function styleOf(value: unknown): Style {
  return {
    lineWidth: 0,
    blockQuote: false,
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
    ...(hasLines(value) ? { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' } : {}),
  }
}

/** Whether a text in a value has several lines. */
export function hasLines(value: unknown): boolean {
  return JSON.stringify(value)?.includes('\\n') ?? false
}

/** A value on one line, as it may stand inside `{ }` and `[ ]` and everywhere else. */
export function inlineText(value: unknown): string {
  const text = stringify([value], { ...styleOf(value), collectionStyle: 'flow' }).trim()
  return text.slice(1, -1).trim()
}

/** A filled list or map as the lines of a block, every line after the first indented. What is neither is one line. */
export function blockText(value: unknown, indent: number): string {
  if (!isFilled(value)) return inlineText(value)
  const lines = hasLines(value) ? readable(value) : null
  const text = lines ?? stringify(value, { ...styleOf(value), collectionStyle: 'block' }).trimEnd()
  return indented(text, indent)
}

/** A text of several lines as they are, below `|`, each indented; null where YAML cannot have it so. */
export function linesText(value: string, indent: number): string | null {
  if (!value.includes('\n')) return null
  const text = readable([value])
  // `- |` with its lines two further in: the dash is taken away, the lines stay.
  return text === null ? null : indented(text.slice(2).replaceAll('\n  ', '\n'), indent)
}

/** A value in blocks in which texts of several lines stand as they are; null where that would not be read as the same. */
function readable(value: unknown): string | null {
  const text = stringify(value, { lineWidth: 0, blockQuote: 'literal', collectionStyle: 'block' }).trimEnd()
  if (/[\t\r]/.test(text)) return null
  try {
    return JSON.stringify(parse(`${text}\n`)) === JSON.stringify(value) ? text : null
  } catch {
    return null
  }
}

/** Empty lines stay empty. */
function indented(text: string, indent: number): string {
  return text.replace(/\n(?!\n|$)/g, `\n${' '.repeat(indent)}`)
}

/** `key: value` for a block map: on one line where it fits, else with the value's lines below. */
export function pairText(key: string, value: unknown, indent: number, isBlock = false): string {
  const name = inlineText(key)
  const inner = indent + 2
  if (typeof value === 'string') {
    const lines = linesText(value, inner)
    if (lines !== null) return `${name}: ${lines}`
  }
  const inline = `${name}: ${inlineText(value)}`
  const fits = indent + inline.length <= inlineWidth && !hasLines(value)
  if (!isFilled(value) || (fits && !isBlock)) return inline
  return `${name}:\n${' '.repeat(inner)}${blockText(value, inner)}`
}

/** Whether a value is a list or a map with something in it. */
export function isFilled(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0
}

/** Whether a value is too much for the line that it would stand on. */
export function isLong(value: unknown, column: number): boolean {
  return isFilled(value) && (hasLines(value) || column + inlineText(value).length > inlineWidth)
}
