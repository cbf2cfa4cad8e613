// The public status page holds what the public may know and nothing else: how services stand, what was announced, and
// when more is told. The same case at the same time gives the same bytes, and the feed is what RFC 4287 asks for.

import { describe, expect, it } from 'vitest'
import { loadCase } from '../../../src/files/loadCase.js'
import type { CaseDocument } from '../../../src/model/case.js'
import { statusFiles } from '../../../src/publish/status/statusFiles.js'

const NOW_MS = Date.UTC(2025, 2, 8, 1, 0)

const yaml = `
case:
  title: { ko: 예약 장애, en: Booking outage }
  organisation: { ko: 한울도서관, en: Hanul Library }
  timezone: Asia/Seoul
  start: 2025-03-08 09:12
  contact: review@hanul.example
components:
  booking: { kind: service, title: { ko: 예약, en: Booking } }
  search: { kind: service, title: { ko: 검색, en: "Search <b>&" } }
  mail: { kind: service, title: { ko: 메일, en: Mail } }
  SECRET-hosts: { kind: hosts, title: SECRET hosts, about: SECRET }
facts:
  SECRET-boss-called: { at: 2025-03-08 09:20, text: SECRET call, phase: declaration }
  booking-down: { at: 2025-03-08 09:35 ± 5m, text: SECRET remark, changes: { booking: down, SECRET-hosts: down } }
  search-part: { at: 2025-03-08 09:40, text: SECRET, changes: { search: 40% } }
  first-notice: { at: 2025-03-08 09:50, text: { ko: "종이로 받습니다. <script>alert(1)</script>", en: "On paper.\\nSorry & thanks." }, phase: communication }
  SECRET-claim: { at: 2025-03-08 09:51, text: SECRET claim, phase: communication, claimed-by: Somebody }
  SECRET-legal: { at: 2025-03-08 09:52, text: SECRET advice, phase: communication, visibility: { withheld: legal } }
  SECRET-state: { at: 2025-03-08 09:55, text: SECRET, changes: { mail: down }, visibility: { withheld: security } }
  SECRET-plan: { at: 2025-03-08 11:00, text: SECRET plan for later, phase: communication }
`

function documentOf(text: string): CaseDocument {
  const { document, problems } = loadCase('library', [{ path: 'case.yaml', text }])
  const errors = problems.filter(({ severity }) => severity === 'error')
  if (document === null || errors.length > 0) throw new Error(JSON.stringify(errors))
  return document
}

async function written(more: Partial<Parameters<typeof statusFiles>[0]> = {}) {
  const files = await statusFiles({
    caseId: 'library',
    document: documentOf(yaml),
    nowEpochMs: NOW_MS,
    nextUpdateEpochMs: NOW_MS + 1_800_000,
    ...more,
  })
  return new Map(files.map(({ path, contents }) => [path, String(contents)]))
}

/** What is shown of a page: its text without markup. */
const shown = (html: string | undefined) =>
  (html ?? '')
    .replace(/<(style|script)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')

describe('the files', () => {
  it('are a page and a feed for each language, a page to begin with, and the data', async () => {
    const files = await written()
    expect([...files.keys()].sort()).toEqual([
      'en.html',
      'feed.atom',
      'feed.en.atom',
      'index.html',
      'ko.html',
      'status.json',
    ])
    expect(files.get('index.html')).toBe(files.get('ko.html'))
  })

  it('are the same bytes for the same case at the same time', async () => {
    expect(await written()).toEqual(await written())
  })

  it('hold nothing internal: no claim, no plan, no withheld fact, no component that is no service, no id', async () => {
    for (const [path, contents] of await written({ baseUrl: 'https://status.example/library' })) {
      expect(contents, path).not.toMatch(/SECRET|Somebody|booking-down|first-notice/)
    }
  })

  it('ask for nothing: no address but links that a reader may follow', async () => {
    const page = (await written()).get('ko.html') ?? ''
    expect(page).not.toMatch(/<(script|img|iframe|link rel="stylesheet")/)
    expect(page).not.toMatch(/(src|href)="(https?:)?\/\//)
    expect(page).toContain("default-src 'none'")
  })
})

describe('the page', () => {
  it('says how it stands, since when, what is known, and when more is told', async () => {
    const files = await written()
    const ko = shown(files.get('ko.html'))
    expect(ko).toContain('예약이 멈춰 있습니다')
    expect(ko).toMatch(/예약 ✕ 멈춤 3월 8일 09:35 무렵/)
    expect(ko).toMatch(/검색 ◐ 일부만 됨 \(40%\) 3월 8일 09:40/)
    expect(ko).toMatch(/메일 – 알려진 장애 없음/)
    expect(ko).toMatch(/다음 소식 3월 8일 10:30까지/)
    const en = shown(files.get('en.html'))
    expect(en).toContain('Booking is down')
    expect(en).toContain('Sorry &amp; thanks.')
  })

  it('shows what was written as text, whatever it looks like', async () => {
    const files = await written()
    expect(files.get('ko.html')).toContain('&lt;script>alert(1)&lt;/script>')
    expect(files.get('en.html')).toContain('Search &lt;b>&amp;')
  })

  it('says when all is over, and what is not known', async () => {
    const after = `${yaml}  back: { at: 2025-03-08 12:00, text: x, changes: { booking: up, search: up } }\n`
    const over = await written({
      document: documentOf(after),
      nowEpochMs: NOW_MS + 7_200_000 + 60_000,
      nextUpdateEpochMs: null,
    })
    expect(shown(over.get('ko.html'))).toContain('멈추었던 서비스가 모두 돌아왔습니다')
    const empty = documentOf('case: { title: X, timezone: Asia/Seoul, start: 2025-03-08 09:12 }')
    const nothing = await written({ document: empty, nextUpdateEpochMs: null })
    expect(shown(nothing.get('en.html'))).toContain('The state of services is being looked into')
    expect(shown(nothing.get('en.html'))).toContain('Nothing has been announced yet.')
  })

  it('does not promise an update for a time that is past', async () => {
    const late = await written({ nextUpdateEpochMs: NOW_MS - 1 })
    expect(shown(late.get('ko.html'))).toMatch(/다음 소식 정해지지 않음/)
  })
})

describe('the feed', () => {
  const entries = (feed: string) => [...feed.matchAll(/<entry>[\s\S]*?<\/entry>/g)].map(([entry]) => entry)
  const one = (xml: string, tag: string) => new RegExp(`<${tag}(?: [^>]*)?>([^<]*)</${tag}>`).exec(xml)?.[1]

  it('has what a feed must have: id, title, author, updated, and in each entry id, title, updated, content', async () => {
    const feed = (await written()).get('feed.en.atom') ?? ''
    expect(feed).toMatch(
      /^<\?xml version="1.0" encoding="utf-8"\?>\n<feed xmlns="http:\/\/www.w3.org\/2005\/Atom"/,
    )
    const headOfFeed = feed.slice(0, feed.indexOf('<entry>'))
    for (const tag of ['id', 'title', 'updated', 'name']) expect(one(headOfFeed, tag), tag).toMatch(/./)
    expect(one(headOfFeed, 'id')).toMatch(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    )
    const found = entries(feed)
    expect(found.map(entry => one(entry, 'title'))).toEqual([
      'On paper.',
      'Search &lt;b&gt;&amp; works only in part (40%)',
      'Booking is down',
    ])
    for (const entry of found) {
      for (const tag of ['id', 'updated', 'published', 'content']) expect(one(entry, tag), tag).toMatch(/./)
      expect(one(entry, 'updated')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
    }
    expect(new Set(found.map(entry => one(entry, 'id'))).size).toBe(found.length)
    expect(one(headOfFeed, 'updated')).toBe('2025-03-08T00:50:00Z')
  })

  it('keeps its ids and its bytes while nothing new is told', async () => {
    const later = await written({ nowEpochMs: NOW_MS + 60_000 })
    expect(later.get('feed.atom')).toBe((await written()).get('feed.atom'))
  })

  it('names its address, and tags ids with its host, where the address is known', async () => {
    const feed = (await written({ baseUrl: 'https://status.example/library' })).get('feed.atom') ?? ''
    expect(feed).toContain(
      '<link rel="self" type="application/atom+xml" href="https://status.example/library/feed.atom"/>',
    )
    expect(one(feed, 'id')).toMatch(/^tag:status\.example,2025-03-08:manil-[0-9a-f]{32}$/)
    expect(feed).toMatch(/href="https:\/\/status\.example\/library\/ko\.html#e-[0-9a-f]{32}"/)
  })

  it('leaves out what XML cannot hold', async () => {
    const odd = yaml.replace('On paper.', 'On \\u0007 paper \\uFFFF')
    const feed = (await written({ document: documentOf(odd) })).get('feed.en.atom') ?? ''
    expect(feed).not.toContain('\u0007')
    expect(feed).not.toContain('\uFFFF')
    expect(feed).toContain('On  paper')
  })
})

describe('the data', () => {
  it('has services with their state and when it began, and the history', async () => {
    const data = JSON.parse((await written()).get('status.json') ?? '')
    expect(data).toMatchObject({
      state: 'down',
      written: '2025-03-08T01:00:00.000Z',
      nextUpdate: '2025-03-08T01:30:00.000Z',
    })
    expect(data.services[0]).toEqual({
      service: { ko: '예약', en: 'Booking' },
      state: 'down',
      share: null,
      since: {
        at: '2025-03-08T00:35:00.000Z',
        earliest: '2025-03-08T00:30:00.000Z',
        latest: '2025-03-08T00:40:00.000Z',
      },
    })
    expect(data.history.map(({ kind }: { kind: string }) => kind)).toEqual([
      'announcement',
      'change',
      'change',
    ])
  })
})
