import * as Y from 'yjs'
import type { SharedCase } from '../../collaboration/sharedCase.js'

/** Letters looked at for one update: more stand between two places only where someone makes believe they were side by side. */
const mostSteps = 200_000

/**
 * Whether what an update brought stands where an honest writer can have put it: after its left neighbour of then, before its
 * right one, and with nothing between those that its writer knew, as far as that can be told. Yjs gives every copy the
 * same order only for such letters; for others it depends on what came first.
 */
export function isOrderly(
  shared: SharedCase,
  brought: readonly { readonly id: Y.ID; readonly length: number }[],
  knows: KnownLetters,
): boolean {
  let steps = 0
  for (const { id, length } of brought) {
    for (let clock = id.clock; clock < id.clock + length; ) {
      const item = Y.getItem(shared.store, Y.createID(id.client, clock)) as Y.Item | Y.GC
      const first = item.id.clock
      clock = first + item.length
      if (!(item instanceof Y.Item)) continue
      const isKnown = (other: Y.Item) =>
        other.id.client === id.client ? other.id.clock < id.clock : knows.has(id.client, other.id)
      knows.note(id.client, item.origin)
      knows.note(id.client, item.rightOrigin)
      const { origin, rightOrigin } = item
      if (first >= id.clock) {
        let other = item.left
        while (other !== null && !(origin !== null && covers(other, origin))) {
          if (isKnown(other) || ++steps > mostSteps) return false
          other = other.left
        }
        if (other === null && origin !== null) return false
      }
      let other = item.right
      while (other !== null && !(rightOrigin !== null && covers(other, rightOrigin))) {
        if (isKnown(other) || ++steps > mostSteps) return false
        other = other.right
      }
      if (other === null && rightOrigin !== null) return false
    }
  }
  return true
}

function covers({ id, length }: Y.Item, wanted: Y.ID): boolean {
  return id.client === wanted.client && id.clock <= wanted.clock && wanted.clock < id.clock + length
}

/** What clients are known to have seen of each other: up to the last letter that they wrote something beside. */
export class KnownLetters {
  readonly #known = new Map<number, Map<number, number>>()

  note(client: number, seen: Y.ID | null): void {
    if (seen === null || seen.client === client) return
    let known = this.#known.get(client)
    if (known === undefined) {
      known = new Map()
      this.#known.set(client, known)
    }
    known.set(seen.client, Math.max(known.get(seen.client) ?? -1, seen.clock))
  }

  has(client: number, { client: other, clock }: Y.ID): boolean {
    return clock <= (this.#known.get(client)?.get(other) ?? -1)
  }
}
