import {
  type DocumentOptions,
  type ParseOptions,
  type SchemaOptions,
  stringify,
  type ToStringOptions,
} from 'yaml'

type Style = DocumentOptions & SchemaOptions & ParseOptions & ToStringOptions

/** Longer values are written over several lines where the place allows it. */
const inlineWidth = 100

/** Line breaks inside a text are written `\n`, since a text may stand inside braces. */
function styleOf(value: unknown): Style {
  const broken = JSON.stringify(value)?.includes('\\n') ?? false
  return {
    lineWidth: 0,
    blockQuote: false,
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
    ...(broken ? { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' } : {}),
  }
}

/** A value on one line, as it may stand inside `{ }` and `[ ]` and everywhere else. */
export function inlineText(value: unknown): string {
  const text = stringify([value], { ...styleOf(value), collectionStyle: 'flow' }).trim()
  return text.slice(1, -1).trim()
}

/** A value as the lines of a block, every line after the first indented. A scalar, or an empty collection, is one line. */
export function blockText(value: unknown, indent: number): string {
  if (!isFilled(value)) return inlineText(value)
  const pad = ' '.repeat(indent)
  return stringify(value, { ...styleOf(value), collectionStyle: 'block' })
    .trimEnd()
    .split('\n')
    .join(`\n${pad}`)
}

/** `key: value` for a block map: on one line where it fits, else with the value's lines below. */
export function pairText(key: string, value: unknown, indent: number): string {
  const inline = `${inlineText(key)}: ${inlineText(value)}`
  if (!isFilled(value) || indent + inline.length <= inlineWidth) return inline
  const inner = indent + 2
  return `${inlineText(key)}:\n${' '.repeat(inner)}${blockText(value, inner)}`
}

/** Whether a value is a list or a map with something in it. */
export function isFilled(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0
}
