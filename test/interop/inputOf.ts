import type { Draft, ImportFrame, ImportInput } from '../../src/interop/draft.js'

/** Files of an import by their path: text as it is, anything else as JSON. */
export function inputOf(files: Readonly<Record<string, unknown>>): ImportInput {
  const bytes = (value: unknown) =>
    value instanceof Uint8Array
      ? value
      : new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value))
  return { files: Object.entries(files).map(([path, value]) => ({ path, bytes: bytes(value) })) }
}

/** A frame in Seoul. */
export const seoul: ImportFrame = { timezone: 'Asia/Seoul', startEpochMs: Date.parse('2022-10-15T06:00:00Z') }

/** Drafts as lines: `15:30:00 text`, with the codes of their flags behind. */
export function lines(drafts: readonly Draft[]): readonly string[] {
  return drafts.map(({ time, text, flags }) => {
    const clock = time === null ? '??:??' : time.at.slice(11)
    const codes = flags.map(flag => (flag.code === 'noise' ? `noise:${flag.why}` : flag.code))
    return `${clock} ${text}${codes.length === 0 ? '' : ` {${codes.join(' ')}}`}`
  })
}
