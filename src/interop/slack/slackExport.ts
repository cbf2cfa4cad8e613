import type { ImportInput, ImportNote } from '../draft.js'
import { importLimits } from '../importLimits.js'
import { importNote } from '../importNote.js'
import {
  type Fields,
  field,
  fieldsOf,
  idField,
  objectField,
  objectsField,
  textField,
} from '../json/fields.js'
import { readJson } from '../json/readJson.js'

/** A message and where it stands. */
export interface SlackMessage {
  readonly fields: Fields
  readonly channel: string
  /** `general/2022-10-15.json message 12`. */
  readonly place: string
  /** Seconds since 1970, as it is written: it names the message in its channel. */
  readonly ts: string | null
}

/** What an export holds, in the order of time. */
export interface SlackExport {
  readonly messages: readonly SlackMessage[]
  readonly users: readonly Fields[]
  /** Id of a channel → its name. */
  readonly channels: ReadonlyMap<string, string>
  readonly notes: readonly ImportNote[]
}

/** Files beside the days of the channels: lists of users, of channels, and what tells nothing of an incident. */
const userLists = new Set(['users.json', 'org_users.json'])
const channelLists = new Set(['channels.json', 'groups.json', 'mpims.json'])
const others = new Set([
  'dms.json',
  'integration_logs.json',
  'canvases.json',
  'lists.json',
  'file_conversations.json',
  'huddle_transcripts.json',
  'user_groups.json',
  'usergroups.json',
])

/**
 * The messages of an export of Slack: a folder or an archive with `users.json`, `channels.json` and a folder of days for each
 * channel, perhaps all within one more folder; or days alone; or what its interface answers (`messages`).
 */
export function readSlackExport(input: ImportInput): SlackExport {
  const notes: ImportNote[] = []
  const users: Fields[] = []
  const channels = new Map<string, string>()
  const messages: SlackMessage[] = []
  for (const { path, bytes } of [...input.files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const name = path.split('/').at(-1) ?? path
    if (!name.endsWith('.json') || others.has(name)) continue
    const reading = readJson(bytes, path)
    if ('note' in reading) {
      notes.push(reading.note)
      continue
    }
    for (const { value, line } of reading.values) {
      if (userLists.has(name)) users.push(...objectsOf(value))
      else if (channelLists.has(name)) addChannels(channels, objectsOf(value))
      else if (!addMessages(messages, path, value, line)) {
        notes.push(importNote('slack-no-messages', 'warning', path, {}, line))
      }
    }
  }
  messages.sort((a, b) => secondsOf(a.ts) - secondsOf(b.ts))
  if (messages.length > importLimits.drafts) {
    const left = messages.length - importLimits.drafts
    notes.push(importNote('too-many-drafts', 'warning', null, { limit: importLimits.drafts, left }))
  }
  return { messages: messages.slice(0, importLimits.drafts), users, channels, notes }
}

/** Seconds of a message's time; those without one come last. */
export function secondsOf(ts: string | null): number {
  return ts === null ? Infinity : Number(ts)
}

function addChannels(channels: Map<string, string>, list: readonly Fields[]): void {
  for (const channel of list) {
    const id = idField(channel, 'id')
    const name = textField(channel, 'name')
    if (id !== null && name !== null) channels.set(id, name)
  }
}

function addMessages(messages: SlackMessage[], path: string, value: unknown, line: number | null): boolean {
  const answer = fieldsOf(value)
  const single = answer !== null && isMessage(answer) ? [answer] : null
  const list = single ?? (answer === null ? objectsOf(value) : objectsField(answer, 'messages'))
  if (Array.isArray(value) && value.length === 0) return true
  const channel = path.split('/').at(-2) ?? textField(answer, 'channel') ?? ''
  let found = false
  for (const [index, fields] of list.entries()) {
    if (!isMessage(fields)) continue
    found = true
    const number = line ?? index + 1
    messages.push({ fields, channel, place: `${path} message ${number}`, ts: tsOf(fields) })
  }
  return found
}

/** A message has a time, and a text, blocks, attachments or files, or says what kind of message it is. */
function isMessage(fields: Fields): boolean {
  if (field(fields, 'ts') === undefined) return false
  return (
    textField(fields, 'type') === 'message' ||
    ['text', 'blocks', 'attachments', 'files'].some(key => field(fields, key) !== undefined)
  )
}

/** The time of the message itself: an event that tells of a change carries the message, and its own time is the change's. */
function tsOf(fields: Fields): string | null {
  const ts = idField(innerMessage(fields), 'ts') ?? idField(fields, 'ts')
  return ts !== null && /^\d{9,11}(\.\d{1,9})?$/.test(ts) ? ts : null
}

/** The message as it became, or as it was before it went, where an event of a change carries one. */
export function innerMessage(fields: Fields): Fields | null {
  return objectField(fields, 'message') ?? objectField(fields, 'previous_message')
}

const objectsOf = (value: unknown): readonly Fields[] =>
  Array.isArray(value) ? value.map(fieldsOf).filter(fields => fields !== null) : []
