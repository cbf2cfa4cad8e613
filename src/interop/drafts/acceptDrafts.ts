import type { CaseEdit } from '../../files/caseEdit.js'
import type { CaseDocument } from '../../model/case.js'
import type { Draft } from '../draft.js'
import { inOrder } from '../draftOf.js'
import { factOf } from './factOf.js'
import { knownFacts } from './knownFacts.js'

/** A draft that becomes a fact. */
export interface Acceptance {
  readonly key: string
  readonly factId: string
}

/** The edits that make facts of drafts, which draft becomes which fact, and which cannot be one. */
export interface Accepting {
  /** To be made together with `editCase`, as one `many`. Empty where no draft can be a fact. */
  readonly edits: readonly CaseEdit[]
  readonly accepted: readonly Acceptance[]
  /** Keys of drafts that lack a time or words. */
  readonly lacking: readonly string[]
}

/**
 * Makes facts of drafts: each stands before the first fact of the case that is later than it, so that the order of time is kept
 * where it was kept before; and the source that they name is added where the case has none such.
 */
export function acceptDrafts(document: CaseDocument, drafts: readonly Draft[]): Accepting {
  const facts = new Set(Object.keys(document.facts ?? {}))
  const sources = new Set(Object.keys(document.sources ?? {}))
  const times = knownFacts(document)
  const edits: CaseEdit[] = []
  const accepted: Acceptance[] = []
  const lacking: string[] = []
  for (const draft of inOrder(drafts)) {
    const made = factOf(draft, { facts, sources })
    if (made === null || draft.time === null) {
      lacking.push(draft.key)
      continue
    }
    const { id, fact, source } = made
    if (!sources.has(source.id)) {
      sources.add(source.id)
      edits.push({ kind: 'set', path: ['sources', source.id], value: source.value })
    }
    const { fromEpochMs } = draft.time
    const later = times.find(known => known.fromEpochMs > fromEpochMs)?.id
    const path = ['facts', id]
    edits.push(
      facts.size === 0
        ? { kind: 'set', path, value: fact }
        : { kind: 'insert', path, value: fact, ...(later === undefined ? {} : { before: later }) },
    )
    facts.add(id)
    accepted.push({ key: draft.key, factId: id })
  }
  return { edits, accepted, lacking }
}
