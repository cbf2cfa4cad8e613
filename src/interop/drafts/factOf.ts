import type { Fact, Phase, Source } from '../../model/case.js'
import { idProblem } from '../../model/identifier.js'
import type { Draft, ImportFormat } from '../draft.js'
import { importedSource } from './importedSource.js'

/** A fact that a draft becomes, and the source that it names where the case has none such yet. */
export interface FactOfDraft {
  readonly id: string
  readonly fact: Fact
  readonly source: { readonly id: string; readonly value: Source }
}

/** What the case has already. */
export interface TakenIds {
  readonly facts: ReadonlySet<string>
  readonly sources: ReadonlySet<string>
}

const phases: ReadonlySet<string> = new Set<Phase>([
  'trigger',
  'impact',
  'detection',
  'declaration',
  'mitigation',
  'recovery',
  'communication',
  'context',
])

/** Words that make no id. */
const empty = new Set(
  (
    'a an the of to in on at is are was were be been it its and or for with by as we i from this that has have had will ' +
    'not no so but you they he she there here just also then than update'
  ).split(' '),
)

/** So many words of the text are in an id. */
const idWords = 4
/** Letters of one of them. */
const wordLength = 20

/**
 * The fact of a draft. Its id is the first telling words of the text and the time of day, `pods-restarting-1530`, made unique
 * with a number; its source is the kind of thing that it was imported from. Null for a draft without a time or without words: a
 * fact needs both.
 */
export function factOf(draft: Draft, taken: TakenIds): FactOfDraft | null {
  if (draft.time === null || draft.text.trim() === '') return null
  const source = importedSource(draft.origin.format)
  const text = draft.text.replace(/\s*\n\s*(?:- )?/g, ' / ')
  const { changes, phase, claimedBy } = draft
  return {
    id: freeId(idOf(text, draft.time.at), taken.facts),
    fact: {
      at: draft.time.at,
      text,
      ...(changes === undefined || Object.keys(changes).length === 0 ? {} : { changes }),
      ...(phase !== undefined && phases.has(phase) ? { phase: phase as Phase } : {}),
      ...(claimedBy === undefined ? {} : { 'claimed-by': claimedBy }),
      sources: [source.id],
    },
    source,
  }
}

/** The id of the source that drafts of a format name: `slack-export`. */
export function sourceIdOf(format: ImportFormat): string {
  return importedSource(format).id
}

function idOf(text: string, at: string): string {
  const words = text
    .replace(/\[[@•][^\]]*\]|https?:\S+/g, ' ')
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu)
  const telling = (words ?? [])
    .filter(word => !empty.has(word) && !/^\d+$/.test(word))
    .slice(0, idWords)
    .map(word => word.slice(0, wordLength))
  const clock = /(\d{1,2}):(\d{2})/.exec(at)
  const id = [...telling, clock === null ? '' : `${clock[1]!.padStart(2, '0')}${clock[2]}`]
    .filter(Boolean)
    .join('-')
  return idProblem(id) === null ? id : `fact-${id}`.replace(/[^\p{L}\p{M}\p{Nd}-]/gu, '')
}

function freeId(id: string, taken: ReadonlySet<string>): string {
  if (!taken.has(id)) return id
  for (let number = 2; ; number++) if (!taken.has(`${id}-${number}`)) return `${id}-${number}`
}
