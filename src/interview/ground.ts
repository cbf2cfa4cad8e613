import type { CaseDocument, Component, Fact, Text } from '../model/case.js'
import { idProblem } from '../model/identifier.js'
import type { CasePath } from '../model/problem.js'
import { parseFactTime, parseInstant } from '../model/time.js'
import { isTimezone } from '../model/timezone.js'
import { namesInText } from './mentions.js'

/** A component that the case speaks of. */
export interface Named {
  readonly id: string
  readonly title: Text
  /** Null where only facts name it. */
  readonly kind: string | null
  /** Nothing but descriptions stands there yet, so an interview may fill it; also where only facts name it. */
  readonly bare: boolean
  /** Units that it has, or that facts speak of. */
  readonly count: number
}

/** A fact that tells when something changed. */
export interface Told {
  readonly fact: string
  readonly component: string
  /** Milliseconds from the start; the middle where the fact gives a stretch. */
  readonly atMs: number
}

/** What a case says before anybody was asked. Plain data. */
export interface Ground {
  readonly timezone: string
  readonly startEpochMs: number
  readonly named: readonly Named[]
  /** Which services the outage may be of: those of the model, else what facts change, else names found in their texts. */
  readonly services: readonly { readonly id: string; readonly title: Text }[]
  readonly falls: readonly Told[]
  readonly returns: readonly Told[]
  /** Facts of phase `trigger`, as `at` writes them, for choosing the time. */
  readonly triggers: readonly { readonly fact: string; readonly at: string; readonly atMs: number }[]
  /** Where facts name what no component can be called: a name with a blank in it, for one. */
  readonly misnamed: readonly { readonly path: CasePath; readonly name: string }[]
  /** Ids that are taken, by section. */
  readonly taken: {
    readonly components: readonly string[]
    readonly events: readonly string[]
    readonly quantities: readonly string[]
    readonly ifs: readonly string[]
  }
}

/** Reads what a case says already. */
export function readGround(document: CaseDocument): Ground {
  const { timezone } = document.case
  const start = isTimezone(timezone) ? parseInstant(document.case.start, { timezone, startEpochMs: 0 }) : null
  const startEpochMs = start !== null && 'epochMs' in start ? start.epochMs : 0
  const frame = { timezone: start === null ? 'UTC' : timezone, startEpochMs }
  const facts = Object.entries(document.facts ?? {}).filter(
    ([, { scenario }]) => scenario === undefined || scenario === 'main',
  )
  const named = namedIn(document)
  const told = facts.flatMap(([id, fact]) => toldBy(id, fact, frame))
  const ids = (entries: Readonly<Record<string, unknown>> | undefined) => Object.keys(entries ?? {})
  return {
    ...frame,
    named,
    services: servicesOf(named, facts),
    falls: told.filter(({ falls }) => falls).map(({ falls: _, ...rest }) => rest),
    returns: told.filter(({ falls }) => !falls).map(({ falls: _, ...rest }) => rest),
    triggers: facts.flatMap(([fact, { at, phase }]) => {
      const time = phase === 'trigger' ? parseFactTime(at, frame) : null
      if (time === null || 'code' in time || time.kind !== 'at') return []
      return [{ fact, at: at.split(/\s*(?:±|\+\/?-)/)[0] ?? at, atMs: middleOf(time.fromMs, time.toMs) }]
    }),
    misnamed: misnamedIn(document),
    taken: {
      components: ids(document.components),
      events: ids(document.events),
      quantities: ids(document.quantities),
      ifs: ids(document.ifs),
    },
  }
}

const middleOf = (fromMs: number | null, toMs: number | null) =>
  Math.round(((fromMs ?? toMs ?? 0) + (toMs ?? fromMs ?? 0)) / 2)

/** Fields that say what a component is, and not yet how it depends on others. */
const describing = new Set(['kind', 'title', 'about', 'users', 'count', 'sources', 'basis'])

function namedIn(document: CaseDocument): readonly Named[] {
  const named = new Map<string, Named>()
  for (const [id, component] of Object.entries(document.components ?? {})) {
    named.set(id, {
      id,
      title: component.title ?? id,
      kind: component.kind,
      bare: isBare(component),
      count: component.count ?? 1,
    })
  }
  for (const { changes, shows } of Object.values(document.facts ?? {})) {
    for (const [id, state] of [...Object.entries(changes ?? {}), ...Object.entries(shows ?? {})]) {
      const units = unitsIn(state)
      const known = named.get(id)
      if (known === undefined) named.set(id, { id, title: id, kind: null, bare: true, count: units })
      else if (known.kind === null && known.count < units) named.set(id, { ...known, count: units })
    }
  }
  return [...named.values()]
}

function isBare(component: Component): boolean {
  return Object.keys(component).every(key => describing.has(key))
}

function misnamedIn({ facts = {} }: CaseDocument): Ground['misnamed'] {
  return Object.entries(facts).flatMap(([fact, entry]) =>
    (['changes', 'shows'] as const).flatMap(mode =>
      Object.keys(entry[mode] ?? {})
        .filter(name => idProblem(name) !== null)
        .map(name => ({ path: ['facts', fact, mode, name], name })),
    ),
  )
}

/** The least number of units that a component of which this is said must have. */
function unitsIn(state: string | number): number {
  const written =
    typeof state === 'number' ? state : Number(/^(?:at least\s+)?(\d+)$/i.exec(state.trim())?.[1])
  return Number.isInteger(written) && written > 1 ? written : 1
}

function toldBy(id: string, fact: Fact, frame: { timezone: string; startEpochMs: number }) {
  const time = parseFactTime(fact.at, frame)
  if ('code' in time) return []
  const atMs = middleOf(time.fromMs, time.toMs)
  return Object.entries(fact.changes ?? {}).flatMap(([component, state]) => {
    const falls = state === 'down' || state === 'impaired'
    return falls || state === 'up' ? [{ fact: id, component, atMs, falls }] : []
  })
}

function servicesOf(
  named: readonly Named[],
  facts: readonly (readonly [string, Fact])[],
): Ground['services'] {
  const services = named.filter(({ kind }) => kind === 'service')
  if (services.length > 0) return services.map(({ id, title }) => ({ id, title }))
  const spoken = named.filter(({ kind }) => kind === null)
  if (spoken.length > 0) return spoken.map(({ id, title }) => ({ id, title }))
  const counts = new Map<string, number>()
  for (const [, { text }] of facts) {
    const written = typeof text === 'string' ? [text] : [text.ko ?? '', text.en ?? '']
    for (const name of new Set(written.flatMap(namesInText))) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => ({ id: name, title: name }))
}
