import { fromBase64, toBase64 } from 'lib0/buffer'
import * as Y from 'yjs'

/** A stretch of a shared text by positions that stay with the words when text comes and goes around them. */
export interface TextAnchor {
  readonly from: string
  readonly to: string
}

/** Anchors a stretch: the beginning sticks to the character after it, the end to the one before. */
export function anchorOf(text: Y.Text, from: number, to: number): TextAnchor {
  const written = (index: number, side: number) =>
    toBase64(Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(text, index, side)))
  return { from: written(from, 0), to: written(to, -1) }
}

/** Where an anchor is now, or null where its words are gone, or it is none. */
export function placeOfAnchor(
  text: Y.Text,
  anchor: TextAnchor,
): { readonly from: number; readonly to: number } | null {
  const { doc } = text
  if (doc === null) return null
  try {
    const index = (position: string) =>
      Y.createAbsolutePositionFromRelativePosition(Y.decodeRelativePosition(fromBase64(position)), doc)
    const [from, to] = [index(anchor.from), index(anchor.to)]
    if (from === null || to === null || from.type !== text || to.type !== text) return null
    return from.index < to.index ? { from: from.index, to: to.index } : null
  } catch {
    // Whoever wrote the comment may have sent anything.
    return null
  }
}
