import { nearest } from '../../../../model/nearest.js'
import { mapOf, scalarOf } from './loose.js'

/** A state that a fact tells of one component, as it is written in a cell. */
export interface TypedState {
  readonly component: string
  readonly state: string | number
  /** It holds at that time (`shows`), instead of beginning then (`changes`). */
  readonly holds: boolean
}

/** What is wrong with a cell of states: a part without a state, or a component that is not there. */
export type StatesProblem =
  | { readonly code: 'no-state'; readonly text: string }
  | { readonly code: 'no-component'; readonly name: string; readonly suggestion: string | null }

/** A component by its id and its titles. */
export interface NamedComponent {
  readonly id: string
  readonly titles: readonly string[]
}

/** The states of a fact: first those that begin, then those that hold. */
export function statesOf(fact: Readonly<Record<string, unknown>>): readonly TypedState[] {
  return (['changes', 'shows'] as const).flatMap(field =>
    Object.entries(mapOf(fact[field])).map(([component, state]) => ({
      component,
      state: typeof state === 'number' ? state : scalarOf(state),
      holds: field === 'shows',
    })),
  )
}

/** States as text that reads back as the same: `talk-text: down, still login: up`. */
export function printStates(states: readonly TypedState[], still: string): string {
  return states
    .map(({ component, state, holds }) => `${holds ? `${still} ` : ''}${component}: ${state}`)
    .join(', ')
}

/** Words for states in both languages, whichever the page speaks. */
const stateWords: Readonly<Record<string, string>> = {
  up: 'up',
  ok: 'up',
  정상: 'up',
  복구: 'up',
  켜짐: 'up',
  impaired: 'impaired',
  degraded: 'impaired',
  일부: 'impaired',
  느림: 'impaired',
  down: 'down',
  멈춤: 'down',
  중단: 'down',
  꺼짐: 'down',
}

const stillWords = /^(?:still|그대로)\s+/i

/**
 * Reads a cell of states: parts between commas, each a component by id or title and then its state: a word, a number, `40%`,
 * `at least 12000`.
 */
export function readStates(
  text: string,
  components: readonly NamedComponent[],
): readonly TypedState[] | { readonly problem: StatesProblem } {
  const states: TypedState[] = []
  for (const part of text.split(/[,\n]/)) {
    const written = part.trim()
    if (written === '') continue
    const holds = stillWords.test(written)
    const plain = written.replace(stillWords, '')
    const split = /^(.*?)[\s:=]+((?:at least\s+)?[^\s:=]+(?:\s*이상)?)$/i.exec(plain)
    const state = split === null ? null : stateOf(split[2]!)
    if (split === null || state === null) return { problem: { code: 'no-state', text: plain } }
    const name = split[1]!.trim().replace(/[:=]$/, '').trim()
    const component = componentOf(name, components)
    if (component === null) {
      const names = components.flatMap(({ id, titles }) => [id, ...titles])
      return { problem: { code: 'no-component', name, suggestion: nearest(name, names) } }
    }
    states.push({ component, state, holds })
  }
  return states
}

/** A state as the case writes it, or null. */
export function stateOf(text: string): string | number | null {
  const plain = text.trim().toLowerCase()
  if (Object.hasOwn(stateWords, plain)) return stateWords[plain]!
  if (/^\d{1,15}$/.test(plain)) return Number(plain)
  if (/^\d{1,3}(\.\d+)?%$/.test(plain)) return plain
  const least =
    /^at least\s+(\d{1,15}|\d{1,3}(?:\.\d+)?%)$/.exec(plain) ??
    /^(\d{1,15}|\d{1,3}(?:\.\d+)?%)\s*이상$/.exec(plain)
  return least === null ? null : `at least ${least[1]}`
}

function componentOf(name: string, components: readonly NamedComponent[]): string | null {
  const wanted = name.toLowerCase()
  const exact = components.find(({ id }) => id === name)
  const alike = components.find(
    ({ id, titles }) => id.toLowerCase() === wanted || titles.some(title => title.toLowerCase() === wanted),
  )
  return (exact ?? alike)?.id ?? null
}

/** The two fields of a fact for these states; undefined where one is empty. */
export function fieldsOf(states: readonly TypedState[]): {
  readonly changes: Readonly<Record<string, string | number>> | undefined
  readonly shows: Readonly<Record<string, string | number>> | undefined
} {
  const of = (holds: boolean) => {
    const those = states.filter(state => state.holds === holds)
    return those.length === 0
      ? undefined
      : Object.fromEntries(those.map(({ component, state }) => [component, state]))
  }
  return { changes: of(false), shows: of(true) }
}
