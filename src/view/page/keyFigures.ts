import type { Basis, Component } from '../../model/case.js'
import { reportWords } from '../../words/report/reportWords.js'
import { type BasisKind, basisKind } from '../disclosure/disclosure.js'
import { instant, recordOf } from '../recovery/serviceRecord.js'
import type { Report } from '../report.js'

/** One large figure of the masthead. `parts` alternate between numbers and small units. */
export interface KeyFigure {
  readonly parts: readonly { readonly text: string; readonly small: boolean }[]
  readonly label: string
  /** Ids of the sources it comes from. */
  readonly sources: readonly string[]
  /** Places of the case that it is written at, or computed from, with spaces between. */
  readonly from: string
  /** Where it comes from, if from no source: what the case says of the quantity. */
  readonly basis?: BasisKind
}

const MOST = 4
const MINUTE = 60_000
const DAY = 1440 * MINUTE
/** From here on a length that is only roughly known is told in days. */
const ROUNDED_TO_DAYS_MS = 10 * DAY

/** At most four figures computed from the case, the most telling first. Counts of facts and sources fill up what is missing. */
export function keyFigures(report: Report): readonly KeyFigure[] {
  const figures = [
    longestOutage(report),
    mostUsers(report),
    servers(report),
    firstBack(report),
    countOf(report, 'facts'),
    countOf(report, 'sources'),
  ]
  return figures.filter(figure => figure !== null).slice(0, MOST)
}

/** A recorded outage with both ends known. `open` where the record only says that it ended by then. */
interface Recorded {
  readonly component: string
  readonly lengthMs: number
  readonly bound: 'by' | 'about' | null
  readonly sources: readonly string[]
  readonly from: string
}

function recorded(report: Report): Recorded[] {
  return (report.model?.services ?? []).flatMap(component => {
    const record = recordOf(report, component)
    if (record === null || record.end.toMs === null) return []
    const { kind, fromMs, toMs } = record.end
    const endMs = kind === 'by' || fromMs === null ? toMs : Math.round((fromMs + toMs) / 2)
    const exact = kind === 'at' && fromMs === toMs
    const ends = report.facts.filter(({ id }) => record.facts.includes(id))
    const last = ends.filter(fact => instant(fact) === endMs).at(-1) ?? ends.at(-1)
    return {
      component,
      lengthMs: endMs - record.startMs,
      bound: kind === 'by' ? 'by' : exact ? null : 'about',
      sources: last?.fact.sources ?? [],
      from: record.facts.map(id => `facts/${id}/at`).join(' '),
    }
  })
}

function longestOutage(report: Report): KeyFigure | null {
  const longest = recorded(report).sort(
    (a, b) => b.lengthMs - a.lengthMs || Number(a.bound !== null) - Number(b.bound !== null),
  )[0]
  if (longest === undefined) return null
  return figureOf(
    report,
    longest,
    reportWords(report.language).masthead.longest(report.title(longest.component)),
  )
}

/** How long the service was away that most people use; without numbers of users, the one that was back first. */
function firstBack(report: Report): KeyFigure | null {
  const all = recorded(report).filter(({ lengthMs }) => lengthMs > 0)
  const { components = {} } = report.document
  const users = (component: string) => components[component]?.users ?? 0
  const first = all.sort((a, b) => users(b.component) - users(a.component) || a.lengthMs - b.lengthMs)[0]
  if (first === undefined || all.length < 2) return null
  return figureOf(
    report,
    first,
    reportWords(report.language).masthead.firstBack(report.title(first.component)),
  )
}

function figureOf(report: Report, { lengthMs, bound, sources, from }: Recorded, label: string): KeyFigure {
  const words = reportWords(report.language).masthead
  const grain = bound === 'about' && lengthMs >= ROUNDED_TO_DAYS_MS ? DAY : MINUTE
  const length = parts(report.clock.duration(Math.round(lengthMs / grain) * grain))
  const before = bound === 'by' ? words.atMost : bound === 'about' ? words.roughly : ''
  return { parts: before === '' ? length : [{ text: before, small: true }, ...length], label, sources, from }
}

function mostUsers(report: Report): KeyFigure | null {
  const words = reportWords(report.language).masthead
  const most = Object.entries(report.document.components ?? {})
    .filter(([, { users = 0 }]) => users > 0)
    .sort(([, a], [, b]) => (b.users ?? 0) - (a.users ?? 0))[0]
  if (most === undefined) return null
  const [id, component] = most
  const number = large(component.users ?? 0, report)
  const unit = words.people === '' ? [] : [{ text: words.people, small: true }]
  return {
    parts: [...number, ...unit],
    label: words.users(report.title(id)),
    sources: sourcesOf(component, 'users'),
    from: `components/${id}/users`,
  }
}

/** Servers in the site that houses most of them; none where that number is a guess. */
function servers(report: Report): KeyFigure | null {
  const words = reportWords(report.language).masthead
  const components = report.document.components ?? {}
  const bySite = new Map<
    string,
    { count: number; sources: Set<string>; basis: BasisKind | null; guessed: boolean; from: string[] }
  >()
  for (const [id, component] of Object.entries(components)) {
    if (component.kind !== 'hosts' || component.initial === 'absent') continue
    const site = outermost(components, id)
    const sum = bySite.get(site) ?? {
      count: 0,
      sources: new Set<string>(),
      basis: basisOf(component, 'count'),
      guessed: false,
      from: [],
    }
    if (basisOf(component, 'count') === 'assumed') sum.guessed = true
    sum.from.push(`components/${id}/count`)
    sum.count += component.count ?? 1
    for (const source of sourcesOf(component, 'count')) sum.sources.add(source)
    bySite.set(site, sum)
  }
  const largest = [...bySite].sort(([, a], [, b]) => b.count - a.count)[0]
  if (largest === undefined || largest[1].count < 2 || largest[1].guessed) return null
  const [site, { count, sources, basis, from }] = largest
  const unit = words.servers === '' ? [] : [{ text: words.servers, small: true }]
  return {
    parts: [{ text: grouped(count), small: false }, ...unit],
    label: words.units(report.title(site)),
    sources: [...sources],
    from: from.join(' '),
    ...(sources.size === 0 && basis !== null && { basis }),
  }
}

function countOf(report: Report, section: 'facts' | 'sources'): KeyFigure | null {
  const words = reportWords(report.language).masthead
  const count = Object.keys(report.document[section] ?? {}).length
  if (count === 0) return null
  const unit = words.items === '' ? [] : [{ text: words.items, small: true }]
  return {
    parts: [{ text: grouped(count), small: false }, ...unit],
    label: words[section],
    sources: [],
    from: section,
  }
}

/** The outermost component that houses this one; itself where nothing does. Bounded against a loop. */
export function outermost(components: Readonly<Record<string, Component>>, id: string): string {
  let at = id
  for (let depth = 0; depth < 100; depth++) {
    const within = Object.hasOwn(components, at) ? components[at]?.in : undefined
    if (within === undefined || !Object.hasOwn(components, within)) return at
    at = within
  }
  return at
}

/** What a component says of where a number of its comes from. */
function basisOf({ basis }: Component, field: string): BasisKind | null {
  if (basis === undefined) return null
  if (typeof basis === 'string') return 'assumed'
  const of = (basis as Readonly<Record<string, Basis | undefined>>)[field]
  return of === undefined ? null : basisKind(of)
}

function sourcesOf(component: Component, field: string): readonly string[] {
  const { basis } = component
  const of =
    basis === undefined || typeof basis === 'string'
      ? undefined
      : ((basis as Readonly<Record<string, unknown>>)[field] ?? basis)
  const { sources } = (typeof of === 'object' && of !== null ? of : {}) as { sources?: unknown }
  if (Array.isArray(sources)) return sources.filter(id => typeof id === 'string')
  return component.sources ?? []
}

/** A duration in words, its numbers and its units apart. */
function parts(text: string): KeyFigure['parts'] {
  return (text.match(/[\d.,−]+|[^\d.,−\s]+/g) ?? []).map(part => ({
    text: part,
    small: !/\d/.test(part),
  }))
}

/** Large numbers as the language counts: 4,700만; 47 million. */
function large(count: number, report: Report): KeyFigure['parts'] {
  if (report.language === 'ko' && count >= 100_000) {
    return [
      { text: grouped(Math.round(count / 10_000)), small: false },
      { text: reportWords('ko').masthead.thousands10.trim(), small: true },
    ]
  }
  if (report.language === 'en' && count >= 1_000_000) {
    const millions = Math.round(count / 100_000) / 10
    return [
      { text: String(millions), small: false },
      { text: 'million', small: true },
    ]
  }
  return [{ text: grouped(count), small: false }]
}

function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}
