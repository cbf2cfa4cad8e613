import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { isCollection, isMap, isScalar, parseDocument, stringify, YAMLMap } from 'yaml'
import { yamlValue } from '../files/parseYaml.js'
import type { Draft, DraftFlag, ImportFormat } from '../interop/draft.js'
import type { Acceptance } from '../interop/drafts/acceptDrafts.js'
import type { Replaced } from '../interop/drafts/pseudonyms.js'
import {
  type Fields,
  field,
  fieldsOf,
  idField,
  listField,
  objectField,
  textField,
} from '../interop/json/fields.js'
import { parseFactTime } from '../model/time.js'
import { CannotDo } from './cannotDo.js'
import type { Context } from './context.js'

/**
 * What `manil import` keeps beside a case, in its dot-folder, which is no part of the case: drafts to be looked at and edited by hand,
 * which of them became which facts, and who is behind a pseudonym.
 */
export interface Inbox {
  readonly folder: string
  /** Drafts as they stand in the file, edits by hand included, in its order. */
  readonly drafts: readonly InboxDraft[]
  /** Keys of drafts that became facts. */
  readonly accepted: readonly string[]
  readonly people: readonly Replaced[]
}

/** A draft and the SHA-256 of its original, which itself stays where it was imported from. */
export interface InboxDraft {
  readonly draft: Draft
  readonly originalHash: string
  /** `skip: true` in the file: not to be accepted with `all`. */
  readonly skipped: boolean
}

const inboxFile = 'inbox.yaml'
const importedFile = 'imported.yaml'
const peopleFile = 'people.yaml'

/** Names are not held against each other, which takes the square of their number; of two of one name the later counts. */
const reading = { maxAliasCount: 0, uniqueKeys: false } as const
const yamlStyle = { lineWidth: 0 } as const

/** Hexadecimal SHA-256. */
export function sha256(contents: string | Uint8Array): string {
  return createHash('sha256').update(contents).digest('hex')
}

/** A draft as it comes from an import. */
export function inboxDraft(draft: Draft): InboxDraft {
  return { draft, originalHash: sha256(draft.origin.original), skipped: false }
}

/** Reads what is kept beside a case. Its zone is that of the times in the file. */
export function readInbox(caseFolder: string, timezone: string, context: Context): Inbox {
  const folder = join(caseFolder, '.manil')
  const read = (name: string): Fields | null => {
    const text = context.effects.readText(join(folder, name))
    if (text === null) return null
    const value = yamlValue(text)
    if (value !== undefined) return fieldsOf(value)
    throw new CannotDo('inbox-unreadable', context.words.import.unreadable(join(folder, name)))
  }
  const listed = objectField(read(inboxFile), 'drafts')
  const drafts = Object.keys(listed ?? {}).flatMap(key => {
    const entry = objectField(listed, key)
    return entry === null ? [] : [readEntry(key, entry, timezone)]
  })
  const facts = objectField(read(importedFile), 'facts')
  const accepted = Object.keys(facts ?? {}).flatMap(id => textField(objectField(facts, id), 'draft') ?? [])
  const known = objectField(read(peopleFile), 'people')
  const people = Object.keys(known ?? {}).flatMap(original => {
    const replacement = textField(known, original)
    return replacement === null ? [] : [{ original, replacement }]
  })
  return { folder, drafts, accepted, people }
}

function readEntry(key: string, entry: Fields, timezone: string): InboxDraft {
  const at = textField(entry, 'at')
  const changes = objectField(entry, 'changes')
  const phase = textField(entry, 'phase')
  const claimedBy = textField(entry, 'claimed-by')
  const by = textField(entry, 'by')
  const draft: Draft = {
    key,
    time: at === null ? null : timeOf(at, timezone),
    text: textField(entry, 'text') ?? '',
    ...(by === null ? {} : { by }),
    ...(phase === null ? {} : { phase }),
    ...(changes === null ? {} : { changes: changes as Record<string, string | number> }),
    ...(claimedBy === null ? {} : { claimedBy }),
    flags: listField(entry, 'flags').flatMap(flag => (typeof flag === 'string' ? readFlag(flag) : [])),
    origin: {
      format: key.replace(/-[0-9a-f]+$/, '') as ImportFormat,
      place: textField(entry, 'from') ?? '',
      original: '',
    },
  }
  return {
    draft,
    originalHash: (idField(entry, 'original') ?? '').replace(/^sha256:/, ''),
    skipped: field(entry, 'skip') === true,
  }
}

function timeOf(at: string, timezone: string): Draft['time'] {
  const time = parseFactTime(at, { timezone, startEpochMs: 0 })
  if ('code' in time) return null
  const from = time.fromMs ?? time.toMs ?? 0
  return { fromEpochMs: from, toEpochMs: time.toMs ?? from, written: at, at }
}

/** A flag as one word or two: `edited`, `noise membership`, `duplicate of fact:x`, `clock-skew by -540000 ms`. */
function writtenFlag(flag: DraftFlag): string {
  switch (flag.code) {
    case 'duplicate':
      return `duplicate of ${flag.of}`
    case 'clock-skew':
      return `clock-skew by ${flag.byMs} ms`
    case 'noise':
      return `noise ${flag.why}${flag.of === undefined ? '' : ` of ${flag.of}`}`
    case 'repeated':
      return `repeated ${flag.count} times`
    case 'redacted':
      return `redacted ${flag.what}`
    case 'missing-zone':
    case 'missing-year':
    case 'missing-date':
      return `${flag.code} assumed ${flag.assumed}`
    default:
      return flag.code
  }
}

/** The flag of words that `writtenFlag` wrote; what cannot be understood is left out, since people may write what they like. */
function readFlag(written: string): DraftFlag[] {
  const [code, word = '', ...rest] = written.trim().split(/\s+/)
  const of = rest.at(-1)
  switch (code) {
    case 'duplicate':
      return of === undefined ? [] : [{ code, of }]
    case 'clock-skew':
      return [{ code, byMs: Number(rest[0]) || 0 }]
    case 'noise':
      return /^(bot|repeat|membership|empty)$/.test(word)
        ? [{ code, why: word as 'bot', ...(of === undefined ? {} : { of }) }]
        : []
    case 'repeated':
      return [{ code, count: Number(word) || 0, lastEpochMs: 0 }]
    case 'redacted':
      return /^(secret|address|phone)$/.test(word) ? [{ code, what: word as 'secret' }] : []
    case 'missing-year':
      return [{ code, assumed: Number(rest[0]) || 0 }]
    case 'missing-zone':
    case 'missing-date':
      return [{ code, assumed: rest.join(' ') }]
    case 'missing-time':
    case 'ambiguous-time':
    case 'edited':
      return [{ code }]
    default:
      return []
  }
}

function writtenEntry({ draft, originalHash }: InboxDraft): Record<string, unknown> {
  const { time, text, by, phase, changes, claimedBy, flags, origin } = draft
  return {
    at: time?.at ?? null,
    text,
    ...(changes === undefined ? {} : { changes }),
    ...(phase === undefined ? {} : { phase }),
    ...(claimedBy === undefined ? {} : { 'claimed-by': claimedBy }),
    ...(by === undefined ? {} : { by }),
    ...(flags.length === 0 ? {} : { flags: flags.map(writtenFlag) }),
    from: origin.place,
    ...(origin.link === undefined ? {} : { link: origin.link }),
    original: `sha256:${originalHash}`,
  }
}

/** Adds drafts to the file, each at its time, and takes some out. What people wrote in it stays as it is. */
export function writeInbox(
  inbox: Inbox,
  added: readonly InboxDraft[],
  removed: ReadonlySet<string>,
  context: Context,
): void {
  const path = join(inbox.folder, inboxFile)
  const before = context.effects.readText(path)
  const document = parseDocument(before ?? `${context.words.import.inboxHead}\ndrafts: {}\n`, reading)
  const listed = document.get('drafts', true)
  const drafts = isMap(listed) ? listed : new YAMLMap()
  if (drafts !== listed) document.set('drafts', drafts)
  drafts.flow = false
  const startOf = new Map(inbox.drafts.map(({ draft }) => [draft.key, draft.time?.fromEpochMs ?? Infinity]))
  for (const { draft } of added) startOf.set(draft.key, draft.time?.fromEpochMs ?? Infinity)
  const keyOf = (item: { key: unknown }) => String(isScalar(item.key) ? item.key.value : item.key)
  const items = [
    ...drafts.items.filter(item => !removed.has(keyOf(item))),
    ...added.map(entry => {
      const pair = document.createPair(entry.draft.key, writtenEntry(entry))
      if (isMap(pair.value))
        for (const { key, value } of pair.value.items) {
          const isShort = isScalar(key) && (key.value === 'flags' || key.value === 'changes')
          if (isShort && isCollection(value)) value.flow = true
        }
      return pair
    }),
  ]
  const ordered = items.map((item, place) => ({ item, place, at: startOf.get(keyOf(item)) ?? Infinity }))
  ordered.sort((a, b) => (a.at === b.at ? a.place - b.place : a.at < b.at ? -1 : 1))
  drafts.items = ordered.map(({ item }) => item) as typeof drafts.items
  context.effects.writeFile(path, document.toString(yamlStyle))
}

/** Notes which drafts became which facts, with the hash of each original, so that they do not come again. */
export function writeAccepted(inbox: Inbox, accepted: readonly Acceptance[], context: Context): void {
  const path = join(inbox.folder, importedFile)
  const document = parseDocument(
    context.effects.readText(path) ?? `${context.words.import.importedHead}\nfacts: {}\n`,
    reading,
  )
  const entries = new Map(inbox.drafts.map(entry => [entry.draft.key, entry]))
  for (const { key, factId } of accepted) {
    const entry = entries.get(key)
    if (entry === undefined) continue
    const record = { draft: key, from: entry.draft.origin.place, original: `sha256:${entry.originalHash}` }
    document.setIn(['facts', factId], document.createNode(record))
  }
  const facts = document.get('facts', true)
  if (isMap(facts)) facts.flow = false
  context.effects.writeFile(path, document.toString(yamlStyle))
}

/** Keeps who is behind a pseudonym, and keeps that file out of a repository: it has names in it. */
export function writePeople(inbox: Inbox, people: readonly Replaced[], context: Context): void {
  if (people.length === 0) return
  const { effects, words } = context
  const listed = Object.fromEntries(people.map(({ original, replacement }) => [original, replacement]))
  effects.writeFile(
    join(inbox.folder, peopleFile),
    `${words.import.peopleHead}\n${stringify({ people: listed }, yamlStyle)}`,
  )
  const ignore = join(inbox.folder, '.gitignore')
  if (effects.readText(ignore) === null) effects.writeFile(ignore, `${peopleFile}\n`)
}
