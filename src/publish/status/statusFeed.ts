import type { Language } from '../../model/case.js'
import { textIn } from '../../model/text.js'
import { statusWords } from '../../words/status/statusWords.js'
import { sha256 } from '../checksums.js'
import type { PublicEntry, PublicStatus } from './publicStatus.js'

/** What a feed is made of besides the status. */
export interface FeedPlace {
  readonly caseId: string
  /** Where the files will stand, ending with `/`; null where that is not known. */
  readonly baseUrl: string | null
  /** Path of the page and of the feed below it. */
  readonly page: string
  readonly feed: string
}

/** Entries in the feed: readers ask often, so it stays short. */
export const FEED_ENTRIES = 50
/** Characters of an entry's title. */
const TITLE_CHARACTERS = 90

/**
 * The history as an Atom feed (RFC 4287). Ids do not depend on when it is written: tag URIs where the address is known, else UUIDs
 * made from the case and the entry. `updated` is the time of the newest entry, so that the same history gives the same bytes.
 */
export function statusFeed(status: PublicStatus, language: Language, place: FeedPlace): string {
  const words = statusWords(language)
  const owner = textIn(status.organisation ?? status.title, language)
  const entries = status.entries.slice(0, FEED_ENTRIES)
  const newest = Math.max(status.startEpochMs, ...entries.map(({ at }) => at.epochMs))
  const { baseUrl } = place
  const links =
    baseUrl === null
      ? []
      : [
          `  <link rel="self" type="application/atom+xml" href="${xml(baseUrl + place.feed)}"/>`,
          `  <link rel="alternate" type="text/html" hreflang="${language}" href="${xml(baseUrl + place.page)}"/>`,
        ]
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">`,
    `  <id>${xml(idOf(`feed ${language}`, status, place))}</id>`,
    `  <title>${xml(`${owner}: ${words.page}`)}</title>`,
    `  <subtitle>${xml(textIn(status.title, language))}</subtitle>`,
    `  <updated>${instant(newest)}</updated>`,
    `  <author><name>${xml(owner)}</name></author>`,
    ...links,
    ...entries.map(entry => entryOf(entry, status, language, place)),
    '</feed>',
    '',
  ].join('\n')
}

function entryOf(entry: PublicEntry, status: PublicStatus, language: Language, place: FeedPlace): string {
  const text =
    entry.kind === 'announcement'
      ? textIn(entry.text, language)
      : statusWords(language).change(textIn(entry.title, language), entry.state, entry.share)
  const time = instant(entry.at.epochMs)
  const { baseUrl } = place
  const link =
    baseUrl === null
      ? ''
      : `\n    <link rel="alternate" type="text/html" href="${xml(`${baseUrl}${place.page}#e-${entry.key}`)}"/>`
  return `  <entry>
    <id>${xml(idOf(`${language} ${entry.key}`, status, place))}</id>
    <title>${xml(shortened(text))}</title>
    <published>${time}</published>
    <updated>${time}</updated>${link}
    <content type="text">${xml(text)}</content>
  </entry>`
}

function shortened(text: string): string {
  const line = text.split('\n')[0] ?? ''
  const characters = [...line]
  return characters.length <= TITLE_CHARACTERS
    ? line
    : `${characters.slice(0, TITLE_CHARACTERS - 1).join('')}…`
}

/** A tag URI (RFC 4151) of the host and the day of the case, else a UUID of version 8, which is made from what one likes. */
function idOf(name: string, { startEpochMs }: PublicStatus, { caseId, baseUrl }: FeedPlace): string {
  const hash = sha256(JSON.stringify([caseId, name]))
  if (baseUrl !== null) {
    const day = new Date(startEpochMs).toISOString().slice(0, 10)
    return `tag:${new URL(baseUrl).hostname},${day}:manil-${hash.slice(0, 32)}`
  }
  const variant = ((Number.parseInt(hash[16] ?? '0', 16) & 3) | 8).toString(16)
  const parts = [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, variant + hash.slice(17, 20)]
  return `urn:uuid:${[...parts, hash.slice(20, 32)].join('-')}`
}

const instant = (epochMs: number) => new Date(epochMs).toISOString().replace('.000Z', 'Z')

/** Text for XML: what XML 1.0 cannot hold is left out. */
function xml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
}
