import type { CaseDocument, Language, Text } from '../../model/case.js'
import type { PublishedFile } from '../publishedFile.js'
import { languagesOf } from '../withhold.js'
import { type PublicEntry, type PublicStatus, type PublicTime, publicStatus } from './publicStatus.js'
import { statusFeed } from './statusFeed.js'
import { statusPage } from './statusPage.js'

/** What a status page is written from. */
export interface StatusInput {
  readonly caseId: string
  /** The case as it is now, internal parts and all: what may not leave is taken out here. */
  readonly document: CaseDocument
  /** UTC milliseconds. */
  readonly nowEpochMs: number
  /** When the public is told more; null where that is not set. A time that is past is left out. */
  readonly nextUpdateEpochMs: number | null
  /** The first is that of `index.html`. Those of the case unless said. */
  readonly languages?: readonly Language[]
  /** Where the files will stand: only the feed needs it, for links and ids. */
  readonly baseUrl?: string
}

/**
 * The public status page of a case as static files: `index.html`, a page and a feed for each language, `status.json`. They work on any
 * host, also from a disk; nothing in them asks a network for anything. The same input gives the same bytes. They come in the order in
 * which they should be written: a page when what it links to is there.
 */
export async function statusFiles(input: StatusInput): Promise<readonly PublishedFile[]> {
  const { caseId, document, nowEpochMs, nextUpdateEpochMs } = input
  const languages = input.languages ?? languagesOf(document, {})
  const status = publicStatus(caseId, document, nowEpochMs, nextUpdateEpochMs)
  const baseUrl = input.baseUrl === undefined ? null : input.baseUrl.replace(/\/*$/, '/')
  const first = languages[0] ?? 'ko'
  const pages = languages.map(language => ({ language, href: `${language}.html` }))
  const feedOf = (language: Language) => (language === first ? 'feed.atom' : `feed.${language}.atom`)
  const files: PublishedFile[] = [{ path: 'status.json', contents: statusJson(status, languages) }]
  const written: PublishedFile[] = []
  for (const language of languages) {
    const page = await statusPage(status, language, { pages, feed: feedOf(language), data: 'status.json' })
    written.push({ path: `${language}.html`, contents: page })
    if (language === first) written.push({ path: 'index.html', contents: page })
    const place = { caseId, baseUrl, page: `${language}.html`, feed: feedOf(language) }
    files.push({ path: feedOf(language), contents: statusFeed(status, language, place) })
  }
  return [...files, ...written]
}

/** The same for machines. Times are ISO 8601 in UTC; texts by language. */
function statusJson(status: PublicStatus, languages: readonly Language[]): string {
  const iso = (epochMs: number | null) => (epochMs === null ? null : new Date(epochMs).toISOString())
  const time = ({ fromEpochMs, toEpochMs, epochMs }: PublicTime) => ({
    at: iso(epochMs),
    earliest: iso(fromEpochMs),
    latest: iso(toEpochMs),
  })
  const text = (written: Text) =>
    typeof written === 'string' ? Object.fromEntries(languages.map(language => [language, written])) : written
  const entry = (line: PublicEntry) => ({
    id: line.key,
    kind: line.kind,
    ...time(line.at),
    ...(line.kind === 'announcement'
      ? { text: text(line.text) }
      : { service: text(line.title), state: line.state, share: line.share }),
  })
  const content = {
    title: text(status.title),
    organisation: status.organisation === null ? null : text(status.organisation),
    timezone: status.timezone,
    written: iso(status.nowEpochMs),
    nextUpdate: iso(status.nextUpdateEpochMs),
    state: status.overall,
    services: status.services.map(({ title, state, share, since }) => ({
      service: text(title),
      state,
      share,
      since: since === null ? null : time(since),
    })),
    history: status.entries.map(entry),
  }
  return `${JSON.stringify(content, null, 2)}\n`
}
