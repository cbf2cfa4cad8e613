import type { Draft, ImportResult } from '../draft.js'
import type { Replaced } from './pseudonyms.js'

const pseudonym = /\[@(\d+)\]/g

/**
 * One numbering of persons for several imports: whoever is called the same in two of them has one pseudonym, whoever is not has
 * another. Those in `known` keep theirs.
 */
export function onePeople(
  results: readonly ImportResult[],
  known: readonly Replaced[],
): { readonly drafts: readonly (readonly Draft[])[]; readonly people: readonly Replaced[] } {
  const people: Replaced[] = [...known]
  const byName = new Map(known.map(({ original, replacement }) => [original.toLowerCase(), replacement]))
  let highest = Math.max(
    0,
    ...known.map(({ replacement }) => Number(/^\[@(\d+)\]$/.exec(replacement)?.[1] ?? 0)),
  )
  const drafts = results.map(result => {
    const renamed = new Map<string, string>()
    for (const { original, replacement } of result.people) {
      const before = byName.get(original.toLowerCase())
      const isNumber = /^\[@\d+\]$/.test(replacement)
      const now = before ?? (isNumber ? `[@${++highest}]` : replacement)
      if (before === undefined) {
        people.push({ original, replacement: now })
        byName.set(original.toLowerCase(), now)
      }
      if (isNumber && now !== replacement) renamed.set(replacement, now)
    }
    return renamed.size === 0 ? result.drafts : result.drafts.map(draft => withNames(draft, renamed))
  })
  return { drafts, people }
}

function withNames(draft: Draft, renamed: ReadonlyMap<string, string>): Draft {
  const rename = (text: string) => text.replace(pseudonym, whole => renamed.get(whole) ?? whole)
  return { ...draft, text: rename(draft.text), ...(draft.by === undefined ? {} : { by: rename(draft.by) }) }
}
