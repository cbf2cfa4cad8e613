import type { z } from 'zod'
import { addAll } from '../addAll.js'
import type { CaseDocument } from '../case.js'
import { idProblem } from '../identifier.js'
import { limits } from '../limits.js'
import { nearest } from '../nearest.js'
import { seeksPerson } from '../person.js'
import { type CasePath, error, type Problem } from '../problem.js'
import { caseSchema } from './document.js'
import { keysAt } from './keys.js'
import { synonymOf } from './synonyms.js'

type Issue = z.core.$ZodIssue
type Values = { [key: string]: unknown }

/** A value checked for its shape: ids, keys and kinds of values; not yet whether ids exist and texts can be read. */
export interface ParsedDocument {
  /** The value itself; null where its shape is wrong. */
  readonly document: CaseDocument | null
  /**
   * What is sound of it, with stand-ins for what is not, so that the rest can be checked in the same go. Problems of
   * `flawed` places are to be left out then.
   */
  readonly provisional: CaseDocument
  /** Paths of the entries (`['components', id]`, or `['case']`) that are not as written in `provisional`. */
  readonly flawed: readonly CasePath[]
  readonly problems: readonly Problem[]
}

/** Checks the shape of a whole case. Every problem is reported, not the first. */
export function parseDocument(value: Readonly<Values>): ParsedDocument {
  const found = isKnownAsSound(value) ? [] : shapeProblems(value)
  addAll(found, idProblems(value))
  if (found.length === 0) {
    const document = value as unknown as CaseDocument
    return { document, provisional: document, flawed: [], problems: [] }
  }
  return { document: null, ...repaired(value, found), problems: onePerPlace(found) }
}

function shapeProblems(value: Readonly<Values>): Problem[] {
  const result = caseSchema.safeParse(value)
  if (!result.success) return result.error.issues.flatMap(issue => problemsOf(issue, [], value))
  for (const section of sections) {
    const entries = own(value, section)
    if (!isMap(entries)) continue
    for (const entry of Object.values(entries)) if (isMap(entry)) soundEntries[section].add(entry)
  }
  return []
}

/**
 * Whether a value is sound, without looking again into entries that were: those of a case that is being written are the same objects as
 * before, all but one. Nothing in a case changes an entry in place.
 */
function isKnownAsSound(value: Readonly<Values>): boolean {
  const rest: Values = { ...value }
  for (const section of sections) {
    const entries = own(value, section)
    if (!isMap(entries)) continue
    const fresh: Values = {}
    for (const [id, entry] of Object.entries(entries)) {
      if (!(isMap(entry) && soundEntries[section].has(entry))) fresh[id] = entry
    }
    rest[section] = fresh
  }
  return shapeProblems(rest).length === 0
}

/** A number may be too small in two ways, and a misspelt key is missing under its right name: one of them is enough. */
function onePerPlace(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>()
  const misspelt = new Set(
    problems.map(({ path, suggestion }) => JSON.stringify([...path.slice(0, -1), suggestion])),
  )
  return problems.filter(({ code, path, values, atKey }) => {
    if (code === 'missing-key') return !misspelt.has(JSON.stringify([...path, values.key]))
    const key = JSON.stringify(path)
    return atKey || (!seen.has(key) && seen.add(key))
  })
}

/** Checks one entry of a section, as it became through an if. */
export function checkEntry(section: string, id: string, entry: unknown): readonly Problem[] {
  const document = { case: { title: '-', timezone: 'UTC', start: '-' }, [section]: { [id]: entry } }
  const result = caseSchema.safeParse(document)
  return result.success ? [] : result.error.issues.flatMap(issue => problemsOf(issue, [], document))
}

function problemsOf(issue: Issue, base: CasePath, root: unknown): Problem[] {
  const path = [...base, ...(issue.path as CasePath)]
  if (issue.code === 'unrecognized_keys') return issue.keys.map(key => unknownKey(key, path))
  if (issue.code === 'invalid_union') {
    const branch = branchMeant(issue.errors, valueAt(root, path))
    if (branch !== null) return branch.flatMap(inner => problemsOf(inner, path, root))
  }
  const found = valueAt(root, path)
  if (found === undefined) {
    const key = String(path.at(-1) ?? '')
    return [error('missing-key', path.slice(0, -1), { key, expected: issue.message }, { atKey: true })]
  }
  return [wrongValue(issue.message, path, found)]
}

/** Of the forms that a value may have, the one that its author seems to have meant: it differs only deeper inside. */
function branchMeant(branches: readonly (readonly Issue[])[], found: unknown): readonly Issue[] | null {
  if (typeof found !== 'object' || found === null) return null
  let best: readonly Issue[] | null = null
  for (const issues of branches) {
    const inside = issues.every(({ path, code }) => path.length > 0 || code === 'unrecognized_keys')
    if (inside && issues.length > 0 && (best === null || weight(issues) < weight(best))) best = issues
  }
  return best
}

/** A missing or unknown key says more against a form than a wrong value. */
function weight(issues: readonly Issue[]): number {
  return issues.reduce(
    (sum, issue) => sum + (issue.code === 'unrecognized_keys' ? 10 * issue.keys.length : 1),
    0,
  )
}

function unknownKey(key: string, path: CasePath): Problem {
  const at = [...path, key]
  if (seeksPerson(key)) return error('person-as-cause', at, { key }, { atKey: true })
  const keys = keysAt(caseSchema, path)
  const suggestion = nearest(key, keys) ?? synonymOf(key, keys)
  const place = path.length === 0 ? 'document' : placeName(path)
  return error(
    'unknown-key',
    at,
    suggestion === null ? { key, place, known: keys.join(', ') } : { key, place },
    { atKey: true, ...(suggestion === null ? {} : { suggestion }) },
  )
}

/** What the map at a path is called: the section it belongs to, or its own key. */
function placeName(path: CasePath): string {
  const inIf = path[0] === 'ifs' && path.length > 2 ? path.slice(2) : path
  if (inIf.length <= 2) return String(inIf[0])
  return String(inIf.findLast(part => typeof part === 'string'))
}

function wrongValue(expected: string, path: CasePath, found: unknown): Problem {
  const kind = kindOf(found)
  const text = kind === 'list' || kind === 'map' ? '' : String(found)
  const last = path.at(-1)
  if (expected === 'too-many-entries') return error(expected, path, { limit: limits.listEntries })
  if (expected === 'whole-number' || expected === 'positive') {
    const code = typeof found === 'number' && found < 0 ? 'negative-number' : expected
    if (expected === 'positive' && last === 'count') return error('count-zero', path, { text })
    return error(kind === 'number' ? code : 'wrong-value', path, {
      expected: 'whole-number',
      found: kind,
      text,
    })
  }
  if (expected === 'duration' && kind === 'number' && !Number.isFinite(found)) {
    return error('bad-duration', path, { text })
  }
  if (expected === 'duration' && kind === 'number') {
    const code = Number(found) < 0 ? 'negative-duration' : 'duration-without-unit'
    return error(code, path, { text }, code === 'negative-duration' ? {} : { suggestion: `${text}m` })
  }
  if (expected === 'ids' && kind === 'text') {
    return error('wrong-value', path, { expected, found: kind, text }, { suggestion: `[${text}]` })
  }
  if (text === '' && kind === 'text') return error('empty-value', path, { expected })
  const options = enumOptions[expected]
  const suggestion = options === undefined || kind !== 'text' ? null : nearest(text, options)
  const values = {
    expected,
    found: kind,
    text,
    ...(options === undefined ? {} : { options: options.join(', ') }),
  }
  return error('wrong-value', path, values, suggestion === null ? {} : { suggestion })
}

/** Values of the fields that know only some words, by what their schema expects. */
const enumOptions: Readonly<Record<string, readonly string[]>> = {
  initial: ['up', 'down', 'cut', 'absent'],
  phase: [
    'trigger',
    'impact',
    'detection',
    'declaration',
    'mitigation',
    'recovery',
    'communication',
    'context',
  ],
  layer: ['facility', 'infrastructure', 'platform', 'service', 'organisation'],
  for: ['facility', 'fire-service', 'operator', 'regulator'],
  'source-kind': ['primary', 'press', 'derived'],
  status: ['open', 'done', 'dropped'],
  withheld: ['personal-data', 'security', 'legal', 'third-party'],
  language: ['ko', 'en'],
  never: ['never'],
  take: ['one', 'all'],
}

function kindOf(value: unknown): 'text' | 'number' | 'truth' | 'nothing' | 'list' | 'map' {
  if (value === null) return 'nothing'
  if (Array.isArray(value)) return 'list'
  if (typeof value === 'string') return 'text'
  if (typeof value === 'boolean') return 'truth'
  return typeof value === 'object' ? 'map' : 'number'
}

const sections = [
  'objectives',
  'quantities',
  'components',
  'events',
  'facts',
  'ifs',
  'shortcomings',
  'sources',
  'actions',
  'scenarios',
] as const

/** Entries whose shape was found right, by the section that they stood in. */
const soundEntries: Readonly<Record<(typeof sections)[number], WeakSet<object>>> = {
  objectives: new WeakSet(),
  quantities: new WeakSet(),
  components: new WeakSet(),
  events: new WeakSet(),
  facts: new WeakSet(),
  ifs: new WeakSet(),
  shortcomings: new WeakSet(),
  sources: new WeakSet(),
  actions: new WeakSet(),
  scenarios: new WeakSet(),
}

function idProblems(value: Readonly<Values>): Problem[] {
  const problems: Problem[] = []
  const check = (entries: unknown, path: CasePath) => {
    if (!isMap(entries)) return
    const ids = Object.keys(entries)
    if (ids.length > limits.caseEntries) {
      problems.push(error('too-many-entries', path, { limit: limits.caseEntries }))
    }
    for (const id of ids) {
      const code = idProblem(id)
      if (code !== null)
        problems.push(error(code, [...path, id], { id, limit: limits.idLength }, { atKey: true }))
      else if (path[0] === 'scenarios' && path.length === 1 && id === 'main') {
        problems.push(error('reserved-id', [...path, id], { id }, { atKey: true }))
      }
    }
  }
  for (const section of sections) check(own(value, section), [section])
  const scenarios = own(value, 'scenarios')
  if (isMap(scenarios)) {
    for (const id of Object.keys(scenarios)) check(own(scenarios[id], 'events'), ['scenarios', id, 'events'])
  }
  const portable = own(value, 'portable')
  for (const section of ['roles', 'ifs']) check(own(portable, section), ['portable', section])
  const ifs = own(value, 'ifs')
  if (isMap(ifs)) {
    for (const id of Object.keys(ifs)) {
      for (const section of ['components', 'events', 'quantities']) {
        check(own(ifs[id], section), ['ifs', id, section])
      }
    }
  }
  return problems
}

/** The least that an entry of each section needs. */
const standIns: Readonly<Record<string, (id: string, written: unknown) => unknown>> = {
  quantities: () => ({ value: '0m' }),
  components: (_, written) => {
    const count = own(written, 'count')
    const sound = typeof count === 'number' && Number.isInteger(count) && count > 0 && count <= limits.count
    return sound ? { kind: 'component', count } : { kind: 'component' }
  },
  events: () => ({ at: '+0m' }),
  facts: () => ({ at: '+0m', text: '-' }),
  ifs: id => ({ title: id }),
  sources: id => ({ title: id }),
  actions: id => ({ title: id }),
  shortcomings: id => ({ 'as-built': id }),
}

/**
 * Leaves unknown keys out, and puts stand-ins where else the shape is wrong. What has none (an objective, a scenario, a whole
 * section) is left out.
 */
function repaired(value: Readonly<Values>, problems: readonly Problem[]) {
  const provisional: Values = Object.create(null)
  const flawed: CasePath[] = []
  const byEntry = new Map<string, Problem[]>()
  for (const problem of problems) {
    const key = JSON.stringify(problem.path.slice(0, 2).map(String))
    const known = byEntry.get(key)
    if (known === undefined) byEntry.set(key, [problem])
    else known.push(problem)
  }
  for (const section of sections) {
    const entries = own(value, section)
    if (!isMap(entries)) continue
    const kept: Values = Object.create(null)
    for (const [id, entry] of Object.entries(entries)) {
      const own = byEntry.get(JSON.stringify([section, id])) ?? []
      if (own.every(({ code, path }) => superfluous.has(code) && path.length > 2)) {
        kept[id] = own.reduce((cleaned, { path }) => without(cleaned, path.slice(2)), entry)
        continue
      }
      flawed.push([section, id])
      if (standIns[section] !== undefined && idProblem(id) === null) kept[id] = standIns[section](id, entry)
    }
    provisional[section] = kept
  }
  if (own(value, 'portable') !== undefined) {
    if (problems.some(({ path }) => path[0] === 'portable')) flawed.push(['portable'])
    else provisional.portable = own(value, 'portable')
  }
  const ofHead = problems.filter(({ path }) => path[0] === 'case')
  const head = own(value, 'case')
  if (isMap(head) && ofHead.every(({ code, path }) => superfluous.has(code) && path.length > 1)) {
    provisional.case = ofHead.reduce<unknown>((cleaned, { path }) => without(cleaned, path.slice(1)), head)
  } else {
    flawed.push(['case'])
    provisional.case = headOf(head)
  }
  return { provisional: provisional as unknown as CaseDocument, flawed }
}

/** Problems after which the rest of an entry means what it says. */
const superfluous = new Set(['unknown-key', 'person-as-cause'])

/** A value without what stands at a path. */
function without(value: unknown, path: CasePath): unknown {
  const [part, ...rest] = path
  if (part === undefined || typeof value !== 'object' || value === null) return value
  if (Array.isArray(value))
    return value.map((inner, place) => (place === part ? without(inner, rest) : inner))
  const copy: Values = Object.assign(Object.create(null), value)
  if (rest.length === 0) delete copy[part]
  else if (Object.hasOwn(copy, part)) copy[part] = without(copy[part], rest)
  return copy
}

function headOf(head: unknown): Values {
  const written = (key: string, otherwise: string) => {
    const text = own(head, key)
    return typeof text === 'string' && text !== '' ? text : otherwise
  }
  return { title: '-', timezone: written('timezone', 'UTC'), start: written('start', '1970-01-01 00:00') }
}

function valueAt(root: unknown, path: CasePath): unknown {
  let value = root
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined
    value = (value as Values)[part]
  }
  return value
}

function own(map: unknown, key: string): unknown {
  return isMap(map) && Object.hasOwn(map, key) ? map[key] : undefined
}

function isMap(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
