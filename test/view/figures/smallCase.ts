import { parse } from 'yaml'
import type { CaseDocument, Language } from '../../../src/model/case.js'
import { openReport, type Report } from '../../../src/view/report.js'
import type { ReportData } from '../../../src/view/reportData.js'

/**
 * A made-up outage with one of everything that figures draw: two sites, a room, a barrier that is absent, servers with
 * blocks, a standby whose tool stands in the wrong site, a fact of each kind of time, one that the model contradicts, and
 * ifs that prevent, shorten, exclude, require and conflict.
 */
const TEXT = `
case:
  title: { ko: 작은 장애, en: A small outage }
  timezone: Asia/Seoul
  start: 2024-03-01 09:00
  horizon: 5d
objectives:
  chat-within-an-hour: { title: { ko: 대화는 한 시간 안에, en: Chat within an hour }, component: chat, down-at-most: 1h }
components:
  grid: { kind: utility, title: { ko: 외부 전력, en: Utility power } }
  east: { kind: site, title: { ko: 동쪽 센터, en: East centre } }
  east.room: { kind: room, in: east, title: { ko: 배터리실, en: Battery room } }
  east.ups: { kind: ups, in: east.room, needs: grid, title: { ko: 무정전 전원, en: UPS } }
  east.wall: { kind: barrier, in: east, initial: absent, title: { ko: 벽, en: Wall } }
  east.hosts:
    kind: hosts
    in: east
    count: 2000
    needs: east.ups
    title: { ko: 서버, en: Servers }
    recovery: { title: { ko: 손으로, en: by hand }, takes: 2h, batch: 500, crew: { operators: 2 } }
  switch-tool: { kind: tool, in: east, needs: east.hosts >= 50%, title: { ko: 전환 도구, en: Switching tool } }
  chat@east: { kind: component, in: east, needs: east.hosts >= 50%, title: { ko: 대화 · 동쪽, en: "Chat: east" } }
  west: { kind: site, title: { ko: 서쪽 센터, en: West centre } }
  chat@west:
    kind: component
    in: west
    standby-for: chat@east
    title: { ko: 대화 · 대기, en: "Chat: standby" }
    recovery: { takes: 20m, needs: switch-tool }
  operators: { kind: team, count: 2, title: { ko: 운영 인원, en: Operators } }
  chat: { kind: service, needs: chat@east or chat@west, users: 1000, title: { ko: 대화, en: Chat } }
  photos: { kind: service, needs: east.hosts >= 100%, title: { ko: 사진, en: Photos } }
  search: { kind: service, title: { ko: 검색, en: Search } }
events:
  fire: { at: 2024-03-01 09:00, title: { ko: 불이 남, en: Fire }, unless: east.wall, destroy: [east.ups] }
  mended: { at: 2024-03-01 15:00, title: { ko: 전원을 고침, en: Power mended }, repair: [east.ups] }
facts:
  chat-down: { at: 2024-03-01 09:05, text: { ko: 대화가 멈췄다., en: Chat is down. }, changes: { chat: down } }
  photos-down: { at: 2024-03-01 10:00, text: { ko: 사진이 안 된다., en: Photos do not work. }, shows: { photos: down } }
  chat-back: { at: by 2024-03-01 20:30, text: { ko: 대화가 된다., en: Chat works. }, changes: { chat: up } }
  photos-back: { at: 2024-03-04 09:00, text: { ko: 사진이 된다., en: Photos work. }, changes: { photos: up } }
ifs:
  wall: { title: { ko: 벽이 있었더라면, en: Had there been a wall }, layer: facility, components: { east.wall: { initial: up } } }
  tool-elsewhere:
    title: { ko: 도구가 서쪽에도 있었더라면, en: Had the tool stood in the west too }
    layer: platform
    components: { switch-tool: { in: west, needs: null } }
  more-operators: { title: { ko: 인원이 두 배였더라면, en: Had there been twice the people }, layer: organisation, components: { operators: { count: 4 }, east.hosts: { recovery: { at-once: 2 } } } }
  fewer-operators: { title: { ko: 인원이 세 배였더라면, en: Had there been three times the people }, layer: organisation, components: { operators: { count: 6 } } }
  trained: { title: { ko: 훈련을 했더라면, en: Had there been drills }, layer: organisation, requires: [more-operators], components: { east.hosts: { recovery: { takes: 1h } } } }
  no-tool: { title: { ko: 도구가 없었더라면, en: Had there been no tool }, layer: platform, excludes: [tool-elsewhere], components: { chat@west: { initial: absent } } }
`

/** The document of the small case, new at every call. */
export const smallDocument = (): CaseDocument => parse(TEXT) as CaseDocument

/** The small case as a published page carries it. */
export async function smallData(
  language: Language = 'ko',
  change?: (document: CaseDocument) => CaseDocument,
): Promise<ReportData> {
  const document = change === undefined ? smallDocument() : change(smallDocument())
  return {
    caseId: 'small',
    language,
    editions: [{ language, href: 'index.html' }],
    document,
    attachments: [],
    withheld: [],
    checksum: '0',
    version: '0',
  }
}

export const smallReport = async (language: Language = 'ko'): Promise<Report> =>
  openReport(await smallData(language))
