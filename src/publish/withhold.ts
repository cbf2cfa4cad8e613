import type { CaseDocument, Fact, Language, Shortcoming, Visibility } from '../model/case.js'
import { type FactTime, formatLocal, parseFactTime, parseInstant } from '../model/time.js'
import type { ReportData } from '../view/reportData.js'

/** A case as the public may see it. */
export interface PublicCase {
  readonly document: CaseDocument
  readonly withheld: ReportData['withheld']
  /** Ids of facts, shortcomings and actions that were taken out: they appear nowhere in what is published. */
  readonly hidden: ReadonlySet<string>
  /** Paths of attachments that only withheld entries name. */
  readonly hiddenFiles: ReadonlySet<string>
}

const SECTIONS = ['facts', 'shortcomings', 'actions'] as const

/**
 * Takes out of a case what is withheld, and what would lead back to it: references to it, sources and attachments that nothing
 * else names. Of a withheld entry only the section, the reason, the date until which it is withheld and, for a fact, the day
 * remain; its id is replaced by a number.
 */
export function withhold(document: CaseDocument): PublicCase {
  const withheld: ReportData['withheld'][number][] = []
  const hidden = new Set<string>()
  const kept: Partial<Record<(typeof SECTIONS)[number], Record<string, unknown>>> = {}
  for (const section of SECTIONS) {
    const entries = document[section]
    if (entries === undefined) continue
    const open: Record<string, unknown> = {}
    for (const [id, entry] of Object.entries(entries)) {
      const why = withheldBy(entry.visibility)
      if (why === null) {
        open[id] = entry
        continue
      }
      hidden.add(`${section}/${id}`)
      const at = section === 'facts' ? dayOf(document, entry as Fact) : null
      withheld.push({ id: `withheld-${withheld.length + 1}`, section, ...why, at })
    }
    kept[section] = open
  }
  if (withheld.length === 0) return { document, withheld, hidden, hiddenFiles: new Set() }
  const without = withoutReferences({ ...document, ...kept } as CaseDocument, hidden)
  const { sources, hiddenFiles } = publicSources(document, without)
  return {
    document: sources === undefined ? without : { ...without, sources },
    withheld,
    hidden,
    hiddenFiles,
  }
}

function withheldBy(visibility: Visibility | undefined): { reason: string; until: string | null } | null {
  if (visibility === undefined || visibility === 'public') return null
  return { reason: visibility.withheld, until: visibility.until ?? null }
}

/** The day of a fact in the zone of the case: enough to keep its place, and no more. */
function dayOf(document: CaseDocument, fact: Fact): string | null {
  const { timezone, start } = document.case
  const begun = parseInstant(
    (fact.scenario === undefined ? undefined : document.scenarios?.[fact.scenario]?.start) ?? start,
    { timezone, startEpochMs: 0 },
  )
  if ('code' in begun) return null
  const time = parseFactTime(fact.at, { timezone, startEpochMs: begun.epochMs })
  if ('code' in time) return null
  return formatLocal(begun.epochMs + placeOf(time), timezone).slice(0, 10)
}

const placeOf = ({ fromMs, toMs }: FactTime) => fromMs ?? toMs ?? 0

function withoutReferences(document: CaseDocument, hidden: ReadonlySet<string>): CaseDocument {
  const facts = mapped(document.facts, (fact): Fact => {
    const { disputes, ...rest } = fact
    const left = listOf(disputes).filter(id => !hidden.has(`facts/${id}`))
    return left.length === 0 ? rest : { ...rest, disputes: left }
  })
  const shortcomings = mapped(document.shortcomings, (shortcoming): Shortcoming => {
    const { actions, ...rest } = shortcoming
    if (actions === undefined) return rest
    return { ...rest, actions: actions.filter(id => !hidden.has(`actions/${id}`)) }
  })
  const open = { ...document, ...(facts && { facts }), ...(shortcomings && { shortcomings }) }
  return withPublicBases(open, hidden) as CaseDocument
}

/**
 * A quantity that was fitted to a withheld fact stays known as one that was set knowing the answer: it may not come out of
 * withholding looking better than it is. Patches of ifs carry a basis too, so every part of the case is walked.
 */
function withPublicBases(value: unknown, hidden: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map(item => withPublicBases(item, hidden))
  if (typeof value !== 'object' || value === null) return value
  const entry = value as Record<string, unknown>
  for (const field of ['fitted', 'knowing'] as const) {
    const ids = Object.hasOwn(entry, field) ? entry[field] : undefined
    if (!Array.isArray(ids) || !ids.some(id => hidden.has(`facts/${id}`))) continue
    const left = ids.filter(id => !hidden.has(`facts/${id}`))
    return left.length > 0 ? { ...entry, [field]: left } : { assumed: true, knowing: [] }
  }
  return mapped(entry, item => withPublicBases(item, hidden))
}

/** Sources and files that only withheld entries name are withheld with them. */
function publicSources(before: CaseDocument, after: CaseDocument) {
  const [named, still] = [namesIn(before), namesIn(after)]
  const gone = (id: string) => named.has(id) && !still.has(id)
  const sources =
    after.sources && Object.fromEntries(Object.entries(after.sources).filter(([id]) => !gone(id)))
  const files = (document: CaseDocument, kept: CaseDocument['sources']) =>
    new Set([
      ...Object.values(document.facts ?? {}).flatMap(({ evidence = [] }) => evidence),
      ...Object.values(kept ?? {}).flatMap(({ file }) => file ?? []),
    ])
  const public_ = files(after, sources)
  const hiddenFiles = new Set([...files(before, before.sources)].filter(path => !public_.has(path)))
  return { sources, hiddenFiles }
}

/** Every id that stands in a list called `sources`, anywhere in a case. */
function namesIn(value: unknown, into = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const item of value) namesIn(item, into)
  else if (typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value)) {
      if (key === 'sources' && Array.isArray(item)) for (const id of item) into.add(String(id))
      else namesIn(item, into)
    }
  return into
}

function mapped<T, U>(
  entries: Readonly<Record<string, T>> | undefined,
  change: (entry: T) => U,
): Record<string, U> | undefined {
  return entries && Object.fromEntries(Object.entries(entries).map(([id, entry]) => [id, change(entry)]))
}

function listOf(value: string | readonly string[] | undefined): readonly string[] {
  return value === undefined ? [] : typeof value === 'string' ? [value] : value
}

/** Languages in which a case is published: those it names, or those it has narratives in, or Korean. */
export function languagesOf(
  document: CaseDocument,
  narratives: Readonly<Partial<Record<Language, unknown>>>,
): readonly Language[] {
  const written = document.case.languages ?? []
  if (written.length > 0) return [...new Set(written)]
  const told = (['ko', 'en'] as const).filter(language => narratives[language] !== undefined)
  return told.length > 0 ? told : ['ko', 'en']
}
