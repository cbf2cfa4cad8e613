import type { CaseDocument, Component } from '../model/case.js'
import { readableId } from '../model/readableId.js'
import { parseState } from '../model/state.js'

/** A state that a line gives to a component. */
export interface LoggedState {
  readonly component: string
  readonly state: string | number
}

/** Words for states, as people type them in a hurry; all of them at the end of what stands before the colon. */
const words: readonly (readonly [RegExp, 'up' | 'down' | 'impaired'])[] = [
  [/^(?:(?:is|are|was|went|goes)\s+)?(?:down|dead|gone|unavailable)$/i, 'down'],
  [/^(?:(?:is|are|was)\s+)?(?:impaired|degraded|slow|partial|partly up|partially up)$/i, 'impaired'],
  [/^(?:(?:is|are|was)\s+)?(?:up|back|ok|restored|recovered|fine)(?:\s+again)?$/i, 'up'],
  [/^(?:전체\s*)?(?:장애|다운|멈춤|중단|먹통|접속\s*불가|불가|정지|죽음)$/, 'down'],
  [/^(?:일부\s*(?:장애|동작|만|복구)|지연|느림|불안정|간헐(?:적)?\s*(?:오류|장애))$/, 'impaired'],
  [/^(?:전체\s*)?(?:복구(?:\s*완료|됨)?|정상(?:화)?|살아남|돌아옴|재개)$/, 'up'],
]

const arrows: readonly (readonly [RegExp, 'up' | 'down' | 'impaired'])[] = [
  [/^(?:↑|▲|⬆️?|🟢|✅)\s*/u, 'up'],
  [/^(?:↓|▼|⬇️?|🔴|❌)\s*/u, 'down'],
  [/^(?:↕|◐|🟡|🟠|⚠️?)\s*/u, 'impaired'],
]

/**
 * What a line says in short form: `talk-text down: power lost` gives the state and leaves the rest as text; `↑ mail, talk` has two.
 * A line that is none is text alone. Where only the state is said, the line itself is the text.
 */
export function readShortForm(
  line: string,
  document: CaseDocument,
): { readonly states: readonly LoggedState[]; readonly text: string } {
  const plain = { states: [], text: line }
  const colon = /^([^:：]{1,200})[:：]\s+(.+)$/.exec(line)
  const head = (colon?.[1] ?? line).trim()
  const rest = colon?.[2]?.trim()
  const arrow = arrows.find(([pattern]) => pattern.test(head))
  const names = namesOf(document)
  if (arrow !== undefined) {
    const listed = head.replace(arrow[0], '')
    const found = componentsIn(listed, names, document.components === undefined)
    if (found === null) return plain
    return { states: found.map(component => ({ component, state: arrow[1] })), text: rest ?? line }
  }
  const mayBeNew = document.components === undefined && rest !== undefined
  const states: LoggedState[] = []
  for (const part of head.split(/\s*(?:[;·]|,(?!\d))\s*/)) {
    const said = stateAtEnd(part)
    const found = said === null ? null : componentsIn(said.before, names, mayBeNew)
    if (said === null || found === null) return plain
    for (const component of found) {
      if (!isPossible(said.state, document.components?.[component])) return plain
      states.push({ component, state: said.state })
    }
  }
  return { states, text: rest ?? line }
}

/** The state that a part of a line ends with, and what stands before it: split at each blank, the longest name first. */
function stateAtEnd(part: string): { readonly before: string; readonly state: string | number } | null {
  const amount = /^(.+?)\s*(?:=|→|->)?\s+((?:at least\s+)?\d[\d,]*(?:\.\d+)?\s*%?)$/i.exec(part)
  if (amount !== null) return { before: amount[1] ?? '', state: amountOf(amount[2] ?? '') }
  const tokens = part.split(' ')
  for (let place = 1; place < tokens.length; place++) {
    const state = words.find(([pattern]) => pattern.test(tokens.slice(place).join(' ')))?.[1]
    if (state !== undefined) return { before: tokens.slice(0, place).join(' '), state }
  }
  return null
}

function amountOf(written: string): string | number {
  const text = written.replaceAll(',', '').replace(/\s+%$/, '%').trim()
  return /^\d+$/.test(text) ? Number(text) : text
}

function isPossible(state: string | number, component: Component | undefined): boolean {
  return !('code' in parseState(state, mostUnits(component)))
}

/** How many units of a component can be up; any number of what is in no model. */
export function mostUnits(component: Component | undefined): number {
  return component === undefined ? Number.MAX_SAFE_INTEGER : (component.count ?? 1)
}

/** Components by what they are called, in lower case: ids and titles. A title's single words only where one component alone has them. */
function namesOf(document: CaseDocument): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const parts = new Map<string, Set<string>>()
  for (const [id, { title, kind }] of Object.entries(document.components ?? {})) {
    const titles = title === undefined ? [] : typeof title === 'string' ? [title] : Object.values(title)
    for (const called of [id, ...titles])
      if (!names.has(called.toLowerCase())) names.set(called.toLowerCase(), id)
    if (kind !== 'service') continue
    for (const word of new Set(titles.flatMap(text => text.toLowerCase().split(/[\s·,()]+/)))) {
      if (word !== '') parts.set(word, new Set([...(parts.get(word) ?? []), id]))
    }
  }
  for (const [word, ids] of parts) {
    const [only, more] = ids
    if (only !== undefined && more === undefined && !names.has(word)) names.set(word, only)
  }
  if (document.components === undefined) {
    for (const { changes, shows } of Object.values(document.facts ?? {})) {
      for (const id of Object.keys({ ...changes, ...shows })) names.set(id.toLowerCase(), id)
    }
  }
  return names
}

/** The components that a list of names means, or null where one is not known. */
function componentsIn(
  listed: string,
  names: ReadonlyMap<string, string>,
  mayBeNew: boolean,
): readonly string[] | null {
  const found: string[] = []
  for (const written of listed.split(/\s*[,·]\s*|\s+(?:and|및)\s+/)) {
    const bare = written.trim()
    if (bare === '') return null
    const known = named(bare, names)
    const isName = mayBeNew && bare.split(' ').length <= 4
    const component = known ?? (isName ? readableId(bare) : null)
    if (component === null) return null
    found.push(component)
  }
  return [...new Set(found)]
}

/** A name as it is called, also with a particle or "the" and "서비스" around it. */
function named(written: string, names: ReadonlyMap<string, string>): string | null {
  const text = written.toLowerCase().replace(/^the\s+/, '')
  const without = text.replace(/\s*(?:서비스|기능)$/, '')
  const bare = without.replace(/(?:이|가|은|는)$/, '')
  return names.get(text) ?? names.get(without) ?? names.get(bare) ?? null
}
