import type { Draft } from '../draft.js'
import { draftKey } from '../draftKey.js'

/** Where a draft is parted: at a place in its text (UTF-16 units), or at the end of each line. */
export type SplitPlace = { readonly offset: number } | { readonly lines: true }

/**
 * The parts of a draft, each with its time and its original. Parts without words are left out; a draft that cannot be parted there
 * comes back alone, as it was. Each part has a key of its own, the same every time.
 */
export function splitDraft(draft: Draft, place: SplitPlace): readonly Draft[] {
  const { text } = draft
  const pieces = 'lines' in place ? text.split('\n') : [text.slice(0, place.offset), text.slice(place.offset)]
  const parts = pieces
    .map(piece => piece.trim().replace(/^(?:[-•*]|\d+[.)])\s+/, ''))
    .filter(part => part !== '')
  if (parts.length < 2) return [draft]
  const { changes, ...rest } = draft
  return parts.map((part, index) => ({
    ...rest,
    key: draftKey(draft.origin.format, `part\n${draft.key}\n${index}\n${part}`),
    text: part,
    // What changes is told once, by the first part: somebody looks at it anyway.
    ...(index === 0 && changes !== undefined ? { changes } : {}),
    flags: draft.flags.filter(({ code }) => code !== 'duplicate' && code !== 'repeated'),
  }))
}
