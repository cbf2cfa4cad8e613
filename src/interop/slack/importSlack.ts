import type { Draft, DraftFlag, ImportFrame, ImportInput, ImportNote, ImportResult } from '../draft.js'
import { draftKey } from '../draftKey.js'
import { draftOf, inOrder } from '../draftOf.js'
import { openPseudonyms, type Person } from '../drafts/pseudonyms.js'
import { fewNotes, importNote } from '../importNote.js'
import {
  type Fields,
  field,
  idField,
  listField,
  objectField,
  objectsField,
  textField,
} from '../json/fields.js'
import { exactTime } from '../machineTime.js'
import { attachmentsText, blocksText } from './slackBlocks.js'
import { innerMessage, readSlackExport, type SlackMessage } from './slackExport.js'
import { slackPerson } from './slackPeople.js'
import { type SlackNames, slackText } from './slackText.js'

/** Kinds of messages that say who came and went, and what was arranged in the channel. */
const membership = new Set([
  'channel_join',
  'channel_leave',
  'group_join',
  'group_leave',
  'bot_add',
  'bot_remove',
  'channel_archive',
  'channel_unarchive',
  'channel_convert_to_private',
  'channel_posting_permissions',
  'group_archive',
  'group_unarchive',
  'pinned_item',
  'unpinned_item',
  'reminder_add',
  'sh_room_created',
  'huddle_thread',
])

/** Kinds of messages that are no more. */
const gone = new Set(['tombstone', 'message_deleted', 'reply_broadcast'])

/** What a machine writes when something is wrong or right again: such a message is no noise. */
const alarming =
  /\b(firing|resolved|triggered|acknowledged|alert(ing)?|alarm|critical|outage|incident|sev-?\d|failed|failing|failure|errors?|down|degraded|recovered|unhealthy)\b|장애|경보|알람|복구|발생|실패|오류/i

/**
 * Drafts of an export of Slack. Every message is one, also those that are folded: who joined, what a bot said, what was
 * deleted. Whoever wrote or is named becomes a role of the frame or a pseudonym, numbered in the order of time.
 */
export function importSlack(input: ImportInput, frame: ImportFrame): ImportResult {
  const { messages, users, channels, notes: reading } = readSlackExport(input)
  const notes: ImportNote[] = [...reading]
  const people = openPseudonyms(peopleOf(users, messages), frame.roles)
  const names: SlackNames = { people, channelOf: id => channels.get(id) ?? null }
  const bots = new Set(users.flatMap(user => (isBotUser(user) ? (idField(user, 'id') ?? []) : [])))
  const drafts = new Map<string, Draft>()
  let timeless = 0
  for (const message of messages) {
    const draft = draftOfMessage(message, names, bots, frame)
    if (draft.time === null) timeless++
    if (!drafts.has(draft.key)) drafts.set(draft.key, draft)
  }
  if (messages.length === 0 && !notes.some(({ severity }) => severity === 'error')) {
    notes.push(importNote('slack-nothing', 'error', null))
  }
  if (messages.length > 0 && users.length === 0) notes.push(importNote('slack-no-users', 'warning', null))
  if (timeless > 0) notes.push(importNote('drafts-without-time', 'warning', null, { count: timeless }))
  const direct = new Set(
    messages.map(({ channel }) => channel).filter(name => /^(D[A-Z0-9]{7,}|mpdm-)/.test(name)),
  )
  if (direct.size > 0)
    notes.push(importNote('slack-direct-messages', 'warning', null, { count: direct.size }))
  return {
    format: 'slack',
    drafts: inOrder([...drafts.values()]),
    notes: fewNotes(notes),
    people: people.replaced(),
  }
}

/** The list of users, and those whom only the messages know. */
function peopleOf(users: readonly Fields[], messages: readonly SlackMessage[]): readonly Person[] {
  const people = new Map<string, Person>()
  for (const user of users) {
    const person = isBotUser(user) ? null : slackPerson(user)
    if (person !== null) people.set(person.id, person)
  }
  for (const { fields } of messages) {
    const id = idField(fields, 'user')
    const profile = objectField(fields, 'user_profile')
    if (id === null || profile === null || people.has(id)) continue
    const person = slackPerson({ ...profile, id })
    if (person !== null) people.set(id, person)
  }
  return [...people.values()]
}

const isBotUser = (user: Fields) => field(user, 'is_bot') === true || idField(user, 'id') === 'USLACKBOT'

function draftOfMessage(
  message: SlackMessage,
  names: SlackNames,
  bots: ReadonlySet<string>,
  frame: ImportFrame,
): Draft {
  const { channel, place, ts } = message
  const outer = textField(message.fields, 'subtype') ?? ''
  const fields = innerMessage(message.fields) ?? message.fields
  const subtype = outer === 'message_changed' ? (textField(fields, 'subtype') ?? '') : outer
  const user = idField(fields, 'user')
  const byMachine =
    subtype === 'bot_message' ||
    user === 'USLACKBOT' ||
    (user !== null && bots.has(user)) ||
    (idField(fields, 'bot_id') !== null && (user === null || objectField(fields, 'bot_profile') !== null))
  const author = byMachine ? botName(fields, names) : user === null ? undefined : names.people.ofId(user)
  const text = textOf(fields, names, byMachine)
  const edited = objectField(fields, 'edited') !== null || outer === 'message_changed'
  const thread = idField(fields, 'thread_ts')
  const why = noiseOf(subtype, text, byMachine)
  const flags: DraftFlag[] = [
    ...(edited ? [{ code: 'edited' } as const] : []),
    ...(why === null ? [] : [{ code: 'noise', why } as const]),
  ]
  return draftOf({
    format: 'slack',
    identity: identityOf(channel, ts ?? place),
    // Milliseconds are as exact as an instant gets here; below them the number only tells messages apart.
    time: ts === null ? null : exactTime(Math.floor(Math.round(Number(ts) * 1e6) / 1000), ts, frame.timezone),
    text,
    by: author,
    byMachine,
    place,
    original: JSON.stringify(message.fields, null, 2),
    link: textField(fields, 'permalink'),
    flags,
    people: names.people,
    ...(thread === null || thread === ts ? {} : { thread: draftKey('slack', identityOf(channel, thread)) }),
  })
}

const identityOf = (channel: string, ts: string) => `${channel}\n${ts}`

function botName(fields: Fields, names: SlackNames): string | undefined {
  const name = textField(fields, 'username') ?? textField(objectField(fields, 'bot_profile'), 'name')
  return name === null ? undefined : names.people.inText(name)
}

function noiseOf(subtype: string, text: string, byMachine: boolean): 'membership' | 'empty' | 'bot' | null {
  if (membership.has(subtype)) return 'membership'
  if (gone.has(subtype) || !/[\p{L}\p{N}]/u.test(text)) return 'empty'
  return byMachine && !alarming.test(text) ? 'bot' : null
}

/** What a message says: its text, else its blocks; what a machine attached; and the names of its files. */
function textOf(fields: Fields, names: SlackNames, byMachine: boolean): string {
  const written = textField(fields, 'text')
  const said = written === null ? blocksText(listField(fields, 'blocks'), names) : slackText(written, names)
  const attached = byMachine || said === '' ? attachmentsText(listField(fields, 'attachments'), names) : ''
  const legacy = objectField(fields, 'file')
  const files = [...objectsField(fields, 'files'), ...(legacy === null ? [] : [legacy])].flatMap(file => {
    const name = textField(file, 'name') ?? textField(file, 'title')
    const title = textField(file, 'title')
    return name === null || (title !== null && said.includes(title)) ? [] : [`📎 ${name}`]
  })
  return [said, attached === said ? '' : attached, ...files].filter(part => part.trim() !== '').join('\n')
}
