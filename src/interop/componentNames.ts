import type { ImportFrame } from './draft.js'

/** Finds the component that a label, or the name of a service, means. */
export type ComponentNames = (name: string) => string | null

/**
 * Components by id and by title, without regard to case, blanks and punctuation: `Talk text`, `talk-text` and `TALK_TEXT`
 * are one. A name that two components answer to means neither.
 */
export function componentNames(components: ImportFrame['components'] = []): ComponentNames {
  const ids = new Map<string, string | null>()
  const titled = new Map<string, string | null>()
  const add = (known: Map<string, string | null>, name: string, id: string) => {
    const plain = plainName(name)
    const before = known.get(plain)
    known.set(plain, before === undefined || before === id ? id : null)
  }
  for (const { id, titles } of components) {
    add(ids, id, id)
    for (const title of titles) add(titled, title, id)
  }
  return name => {
    const plain = plainName(name)
    if (plain === '') return null
    // An id is exact: it wins over a title that is written the same.
    return ids.has(plain) ? (ids.get(plain) ?? null) : (titled.get(plain) ?? null)
  }
}

const plainName = (name: string) =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '')
