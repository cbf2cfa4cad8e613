import {
  type Fields,
  field,
  fieldsOf,
  idField,
  listField,
  objectField,
  objectsField,
  textField,
} from '../json/fields.js'
import { emoji } from './emoji.js'
import { type SlackNames, slackText } from './slackText.js'

/** The words of a message's blocks, one line a block. Blocks of kinds that hold no words give none. */
export function blocksText(blocks: readonly unknown[], names: SlackNames): string {
  return linesOf(blocks.map(block => blockText(fieldsOf(block), names)))
}

/** The words of the attachments that a bot or an app made; previews of links say nothing that was not said. */
export function attachmentsText(attachments: readonly unknown[], names: SlackNames): string {
  return linesOf(attachments.map(attachment => attachmentText(fieldsOf(attachment), names)))
}

function attachmentText(attachment: Fields | null, names: SlackNames): string {
  if (textField(attachment, 'from_url') !== null && field(attachment, 'is_app_unfurl') !== 'yes') return ''
  const parts = ['pretext', 'author_name', 'title', 'text'].map(key =>
    markup(textField(attachment, key), names),
  )
  for (const entry of objectsField(attachment, 'fields')) {
    const title = textField(entry, 'title')
    const value = textField(entry, 'value')
    parts.push(markup([title, value].filter(part => part !== null).join(': '), names))
  }
  const blocks = blocksText(listField(attachment, 'blocks'), names)
  const text = linesOf([...parts, blocks])
  return text === '' ? markup(textField(attachment, 'fallback'), names) : text
}

function blockText(block: Fields | null, names: SlackNames): string {
  switch (textField(block, 'type')) {
    case 'rich_text':
      return linesOf(listField(block, 'elements').map(element => richText(fieldsOf(element), names, 0)))
    case 'section':
      return linesOf([
        textObject(block, 'text', names),
        ...objectsField(block, 'fields').map(entry => markup(textField(entry, 'text'), names)),
      ])
    case 'header':
      return textObject(block, 'text', names)
    case 'context':
      return objectsField(block, 'elements')
        .map(element => markup(textField(element, 'text'), names))
        .filter(text => text !== '')
        .join(' ')
    case 'image':
      return textField(block, 'alt_text') ?? ''
    default:
      return ''
  }
}

/** Lists within lists are followed so far. */
const deepest = 8

function richText(element: Fields | null, names: SlackNames, depth: number): string {
  if (depth > deepest) return ''
  const inner = listField(element, 'elements')
  if (textField(element, 'type') === 'rich_text_list') {
    return linesOf(inner.map(item => `- ${richText(fieldsOf(item), names, depth + 1)}`))
  }
  return inner.map(part => partText(fieldsOf(part), names, depth)).join('')
}

function partText(part: Fields | null, names: SlackNames, depth: number): string {
  switch (textField(part, 'type')) {
    case 'text':
      return typeof field(part, 'text') === 'string' ? String(field(part, 'text')) : ''
    case 'user':
      return names.people.ofId(textField(part, 'user_id') ?? '')
    case 'channel': {
      const id = textField(part, 'channel_id') ?? ''
      return `#${names.channelOf(id) ?? id}`
    }
    case 'usergroup':
      return `@${textField(part, 'usergroup_id') ?? ''}`
    case 'broadcast':
      return `@${textField(part, 'range') ?? 'channel'}`
    case 'emoji':
      return emoji(textField(part, 'name') ?? '')
    case 'link': {
      const url = textField(part, 'url') ?? ''
      const text = textField(part, 'text')
      return text === null || text === url ? url : `${text} (${url})`
    }
    case 'date':
      return textField(part, 'fallback') ?? idField(part, 'timestamp') ?? ''
    default:
      return listField(part, 'elements').length > 0 ? richText(part, names, depth + 1) : ''
  }
}

function textObject(block: Fields | null, key: string, names: SlackNames): string {
  const object = objectField(block, key)
  const text = textField(object, 'text')
  return textField(object, 'type') === 'plain_text' ? (text ?? '') : markup(text, names)
}

const markup = (text: string | null, names: SlackNames) => (text === null ? '' : slackText(text, names))

const linesOf = (parts: readonly string[]) => parts.filter(part => part.trim() !== '').join('\n')
