/** Types of PostgreSQL by number. */
const int8 = 20
const bytea = 17

/**
 * How values come out of both databases. Counts, sequence numbers and times are int8, and all of them stay far below
 * 2^53, so they are numbers; bytes are plain Uint8Arrays. Left alone, the two drivers disagree about both.
 */
export const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  [int8]: text => {
    const value = Number(text)
    if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is beyond what a number holds.`)
    return value
  },
  [bytea]: text => new Uint8Array(Buffer.from(text.slice(2), 'hex')),
}

/** How bytes go into an embedded database: its own way takes a second for a few megabytes. */
export const serializers: Readonly<Record<number, (value: unknown) => string>> = {
  [bytea]: value => `\\x${Buffer.from(value as Uint8Array).toString('hex')}`,
}

/** What goes into a query: PostgreSQL's texts hold no U+0000, so U+FFFD takes its place instead of a fault. */
export function parameter(value: unknown): unknown {
  return typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\ufffd') : value
}
