import { importLimits } from '../importLimits.js'
import { commonNames, commonWords } from './commonWords.js'
import { afterName, koreanTitle } from './koreanName.js'

/** Somebody whom a source names: by an id, and by every name and handle that it has for them. */
export interface Person {
  readonly id: string
  /** Handles and whole names: each is replaced wherever it stands as a word of its own. */
  readonly names: readonly string[]
  /** A given name alone: replaced where it begins with a capital, or has 님 or 씨 after it. */
  readonly givenName?: string
}

/** Whom a text called what. */
export interface Replaced {
  readonly original: string
  readonly replacement: string
}

/**
 * Takes persons out of texts. Whoever has a role in the case becomes the role; everybody else `[@1]`, `[@2]`, … in the order in
 * which they first appear. The form is the same in Korean and in English, reads like the handle it stands for, and its
 * brackets let a role be put in its place later without touching `[@12]`. A name that several people have is `[@?]`.
 */
export interface Pseudonyms {
  /** What stands for the person with an id; an id that the source does not explain is somebody too. */
  ofId(id: string): string
  /** What stands for somebody who is known by a name or a handle alone. */
  ofName(name: string): string
  /** A text in which every known name, with its Korean honorific, is replaced and the particle after it fits. */
  inText(text: string): string
  /** Who was replaced by what, in the order of appearance. */
  replaced(): readonly Replaced[]
}

/** One way in which somebody is called, as words in lower case. */
interface Call {
  readonly words: readonly string[]
  readonly person: Person
  readonly given: boolean
}

/** Somebody of a name that several people have. */
const unclear: Person = { id: '', names: [] }
const unclearReplacement = '[@?]'

const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]*/gu
const hangul = /^[가-힣]/
/** The longest name in Hangul that a word may begin with. */
const longestHangulName = 6

/** Pseudonyms for the people of a source. Keys of `roles` are names, handles or ids, in lower case. */
export function openPseudonyms(
  people: readonly Person[],
  roles: Readonly<Record<string, string>> = {},
): Pseudonyms {
  const calls = new Map<string, Call[]>()
  const byId = new Map<string, Person>()
  const byName = new Map<string, Person>()
  const replacements = new Map<Person, string>([[unclear, unclearReplacement]])
  const listed: Replaced[] = []
  let numbered = 0

  const add = (person: Person) => {
    byId.set(person.id, person)
    for (const name of person.names) {
      const lower = name.trim().toLowerCase()
      if (lower === '') continue
      if (!byName.has(lower)) byName.set(lower, person)
      addCall(calls, lower, person, false)
    }
    if (person.givenName !== undefined) addCall(calls, person.givenName.trim().toLowerCase(), person, true)
  }
  const replacementOf = (person: Person): string => {
    const known = replacements.get(person)
    if (known !== undefined) return known
    const role = [person.id, ...person.names]
      .map(name => name.trim().toLowerCase())
      .map(name => (Object.hasOwn(roles, name) ? roles[name] : undefined))
      .find(found => found !== undefined && found.trim() !== '')
    const replacement = role ?? `[@${++numbered}]`
    replacements.set(person, replacement)
    listed.push({ original: person.names[0] ?? person.id, replacement })
    return replacement
  }
  for (const person of people.slice(0, importLimits.people)) add(person)
  for (const name of Object.keys(roles)) {
    if (!byName.has(name) && !byId.has(name)) add({ id: name, names: [name] })
  }
  return {
    ofId: id => {
      const person = byId.get(id) ?? byName.get(id.toLowerCase())
      if (person !== undefined) return replacementOf(person)
      const unknown: Person = { id, names: [] }
      byId.set(id, unknown)
      return replacementOf(unknown)
    },
    ofName: name => {
      const known = byName.get(name.trim().toLowerCase())
      if (known !== undefined) return replacementOf(known)
      const person: Person = { id: name, names: [name] }
      add(person)
      return replacementOf(person)
    },
    inText: text => replaceNames(text, calls, replacementOf),
    replaced: () => listed,
  }
}

function addCall(calls: Map<string, Call[]>, name: string, person: Person, given: boolean): void {
  const words = [...name.matchAll(word)].map(([found]) => found)
  const first = words[0]
  if (first === undefined || name.replace(/[\s\p{P}]/gu, '').length < 2) return
  const list = calls.get(first) ?? []
  const same = list.findIndex(call => call.given === given && call.words.join(' ') === words.join(' '))
  const known = list[same]
  if (known === undefined) list.push({ words, person, given })
  else if (known.person !== person) list[same] = { words, person: unclear, given }
  // The longest call first, and a whole name before a given one.
  list.sort((a, b) => b.words.length - a.words.length || Number(a.given) - Number(b.given))
  calls.set(first, list)
}

function replaceNames(
  text: string,
  calls: ReadonlyMap<string, readonly Call[]>,
  replacementOf: (person: Person) => string,
): string {
  const tokens = [...text.matchAll(word)].map(found => ({ from: found.index, text: found[0] }))
  let result = ''
  let copied = 0
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!
    if (token.from < copied) continue
    const found = callAt(text, tokens, index, calls)
    if (found === null) continue
    const at = text[token.from - 1] === '@' ? token.from - 1 : token.from
    const replacement = replacementOf(found.person)
    result += text.slice(copied, Math.max(copied, at)) + replacement
    const after = found.korean ? afterName(text.slice(found.to, found.to + 12), replacement) : null
    if (after !== null) {
      result += after.text
      copied = found.to + after.length
    } else copied = found.to
  }
  return result + text.slice(copied)
}

interface Token {
  readonly from: number
  readonly text: string
}

interface Found {
  readonly person: Person
  /** Where the name ends in the text. */
  readonly to: number
  /** Written in Hangul, so that an honorific and a particle may follow without a blank. */
  readonly korean: boolean
}

function callAt(
  text: string,
  tokens: readonly Token[],
  index: number,
  calls: ReadonlyMap<string, readonly Call[]>,
): Found | null {
  const token = tokens[index]!
  const bare = token.text.replace(/[._-]+$/, '')
  const mentioned = text[token.from - 1] === '@' && !/[\p{L}\p{N}]/u.test(text[token.from - 2] ?? '')
  for (const call of calls.get(bare.toLowerCase()) ?? []) {
    const to = endOfCall(text, tokens, index, call)
    if (to !== null && (mentioned || isMeant(call, bare, text.slice(to, to + 12)))) {
      return { person: call.person, to, korean: true }
    }
  }
  if (!hangul.test(token.text)) {
    // A Latin name with a Korean particle: hana.kim이, Hana님이.
    const latin = /^[^가-힣]+(?=[가-힣])/.exec(token.text)?.[0].replace(/[._-]+$/, '')
    return latin === undefined ? null : shorterCall(text, token, latin, calls, mentioned)
  }
  for (let length = Math.min(longestHangulName, token.text.length - 1); length >= 2; length--) {
    const found = shorterCall(text, token, token.text.slice(0, length), calls, mentioned)
    if (found !== null) return found
  }
  return null
}

/** A call of one word at the beginning of a longer word, where what follows is an honorific or a particle. */
function shorterCall(
  text: string,
  token: Token,
  name: string,
  calls: ReadonlyMap<string, readonly Call[]>,
  mentioned: boolean,
): Found | null {
  const to = token.from + name.length
  const rest = text.slice(to, to + 12)
  if (afterName(rest, '') === null) return null
  for (const call of calls.get(name.toLowerCase()) ?? []) {
    if (call.words.length === 1 && (mentioned || isMeant(call, name, rest))) {
      return { person: call.person, to, korean: true }
    }
  }
  return null
}

/** Where all words of a call end, if they follow each other with single blanks or punctuation between. */
function endOfCall(text: string, tokens: readonly Token[], index: number, call: Call): number | null {
  const first = tokens[index]!
  let to = first.from + first.text.replace(/[._-]+$/, '').length
  for (let next = 1; next < call.words.length; next++) {
    const token = tokens[index + next]
    const wanted = call.words[next]!
    if (token === undefined || !/^[\s,.]{1,3}$/.test(text.slice(to, token.from))) return null
    const lower = token.text.toLowerCase()
    const rest = lower.slice(wanted.length)
    if (!lower.startsWith(wanted) || !(rest === '' || /^[._-]+$/.test(rest) || afterName(rest, '') !== null))
      return null
    to = token.from + wanted.length
  }
  return to
}

/** Whether a word is the name and not a word like others: `will`, `admin`, 하나. */
function isMeant(call: Call, written: string, after: string): boolean {
  const name = call.words.join(' ')
  if (call.words.length > 1) return true
  // 하나 is also "one": two syllables are a name only where an honorific follows.
  if (hangul.test(written)) {
    return (!call.given && name.length >= 3) || /^\s?(님|씨)/.test(after) || koreanTitle.test(after)
  }
  if (call.given) return written[0] !== written[0]!.toLowerCase() && !commonNames.has(name)
  return name.length >= 3 && !commonWords.has(name) && !/^\d+$/.test(name)
}
