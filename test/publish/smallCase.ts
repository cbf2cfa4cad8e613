import type { CaseFile } from '../../src/files/caseFile.js'

/** A picture of one pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** What no published byte may hold: it stands only in withheld entries, or in sources and files that only they name. */
export const SECRETS = [
  'secret-plan',
  'SECRET-TEXT',
  'SECRET-ACTION',
  'SECRET-SHORTCOMING',
  'secret-source',
  'SECRET-SOURCE',
  'hidden.example',
  'secret.txt',
  'SECRET-FILE',
  '2026-03-02 10:07',
]

const yaml = `
case:
  title: { ko: 작은 장애, en: A small outage }
  organisation: { ko: 작은 회사, en: Small company }
  timezone: Asia/Seoul
  start: 2026-03-02 10:00
  horizon: 1d
  languages: [ko, en]
  summary: { ko: 전원이 끊겨 가게가 멈췄다., en: The power went and the shop stopped. }
  contact: disputes@small.example
objectives:
  shop-within-an-hour: { component: shop, down-at-most: 1h }
components:
  hall: { kind: site, title: { ko: 전산실, en: Hall } }
  grid: { kind: utility }
  ups: { kind: ups, in: hall, needs: grid, holdup: 10m, basis: { holdup: { sources: [report] } } }
  hosts: { kind: hosts, in: hall, count: 40, needs: ups, recovery: { takes: 10m..30m, batch: 20, crew: { hands: 2 } }, basis: { recovery.takes: { fitted: [secret-plan] } } }
  hands: { kind: team, count: 2 }
  shop: { kind: service, title: { ko: 가게, en: Shop }, users: 1200000, needs: hosts >= 50% }
  mail: { kind: service, title: { ko: 편지, en: Mail }, needs: hosts >= 100% }
events:
  cut: { at: 2026-03-02 10:00, title: { ko: 정전, en: Power cut }, cut: [grid] }
  back: { at: 2026-03-02 11:00, release: [grid] }
facts:
  power-gone: { at: 2026-03-02 10:00, text: { ko: 전원이 끊겼다, en: The power went }, changes: { grid: down }, phase: trigger, sources: [report] }
  shop-down: { at: 2026-03-02 10:10 ± 2m, text: { ko: 가게가 멈췄다, en: The shop stopped }, changes: { shop: down }, phase: impact, sources: [report, paper], evidence: [evidence/meter.png] }
  shop-back: { at: by 2026-03-02 11:30, text: { ko: 가게가 돌아왔다, en: The shop is back }, changes: { shop: up }, phase: recovery, sources: [paper] }
  told-early: { at: 2026-03-02 10:05, text: { ko: 일찍 알렸다고 한다, en: Word is said to have come early }, claimed-by: Power Company, disputes: [told-late], sources: [paper], phase: communication }
  told-late: { at: 2026-03-02 10:25, text: { ko: 늦게 알렸다고 한다, en: Word is said to have come late }, claimed-by: Small Company, phase: communication, sources: [report] }
  secret-plan: { at: 2026-03-02 10:07, text: SECRET-TEXT, visibility: { withheld: security, until: 2027-01-01 }, sources: [secret-source, report], evidence: [evidence/secret.txt] }
ifs:
  longer-battery: { title: { ko: 배터리가 더 길었더라면, en: Had the battery lasted longer }, layer: facility, components: { ups: { holdup: 2h } } }
  second-site: { title: { ko: 두 곳에 있었더라면, en: Had it stood in two places }, layer: platform, components: { spare: { kind: hosts, count: 40, recovery: { takes: 5m }, basis: { recovery.takes: { fitted: [secret-plan, shop-back] } } }, shop: { needs: "hosts >= 50% or spare >= 50%" } } }
shortcomings:
  one-hall: { title: { ko: 한 곳뿐이었다, en: There was one hall }, as-built: { ko: 모두 한 곳에 있었다, en: Everything stood in one hall }, assumed-then: { ko: 정전은 짧다, en: Power cuts are short }, why-reasonable: { ko: 늘 짧았다, en: They always were }, ideal: { ko: 두 곳에 둔다, en: Two places }, ifs: [second-site], actions: [build-second, hidden-action], sources: [report] }
  hidden-one: { as-built: SECRET-SHORTCOMING, visibility: { withheld: legal } }
sources:
  report: { title: { ko: 조사 보고, en: Findings }, publisher: { ko: 조사처, en: Office }, url: "https://office.example/findings", date: 2026-03-20, kind: primary }
  paper: { title: { ko: 기사, en: Article }, publisher: { ko: 신문, en: Paper }, url: "https://paper.example/a?b=1&c=2", kind: press }
  secret-source: { title: SECRET-SOURCE, url: "https://hidden.example/", kind: primary }
actions:
  build-second: { title: { ko: 둘째 전산실을 짓는다, en: Build a second hall }, owner: { ko: 시설팀, en: Facility team }, due: 2026-12-31, status: open, brings: [second-site], sources: [report] }
  hidden-action: { title: SECRET-ACTION, visibility: { withheld: third-party } }
`

const narrative = {
  ko: `이 모델은 작다. :fidelity

## 전원이 가게를 멈췄다

전원은 :fact[power-gone]에 끊겼고 UPS의 :term[hold-up]이 다하자 가게가 멈췄다(:fact[shop-down]). 비공개 사실은 :fact[secret-plan]이다. 15:30에 만나고 비율은 10:1이다.

::replay

## 두 번째 대목

모델에서 :duration[shop] 동안 멈춘다. 조건을 바꾸면 :verdict[shop]{if=longer-battery}, 둘이면 :verdict[shop]{if="longer-battery second-site"}. :term[hold-up]은 위에서 풀었다.

::ifs

::if{id=second-site}

::recovery

::recovery-path{of=shop}

::timeline{from="2026-03-02 10:00" to="2026-03-02 10:30"}

## 근거

::facts

::shortcomings

::questions

::actions

::method

::disclosure

::sources
`,
  en: `The model is small.

## Power stopped the shop

It went at :fact[power-gone].
`,
}

/** A small case that uses every directive, with withheld entries and an attachment. */
export function smallCaseFiles(): CaseFile[] {
  return [
    { path: 'case.yaml', text: yaml },
    { path: 'report.ko.md', text: narrative.ko },
    { path: 'report.en.md', text: narrative.en },
    { path: 'evidence/meter.png', text: new Uint8Array(PIXEL) },
    { path: 'evidence/secret.txt', text: new TextEncoder().encode('SECRET-FILE') },
  ]
}
