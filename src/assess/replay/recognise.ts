import type { CaseDocument, Having } from '../../model/case.js'
import { parseDuration } from '../../model/duration.js'
import { havingsOf } from '../../model/portable.js'
import { drill } from '../drill.js'
import type { CaseSession } from '../session.js'
import type { Binding } from './fit.js'
import type { PortableForm } from './form.js'
import type { Relations } from './relations.js'

/**
 * Whether a system has what an if asks for. `partly`: some players of the role have it, others lack it. `nobody`: no component plays
 * the role that is asked about. `untold`: the case does not say how it would be seen.
 */
export interface Recognised {
  readonly has: 'has' | 'partly' | 'lacks' | 'nobody' | 'untold'
  /** Components that have it, and that lack it. */
  readonly having: readonly string[]
  readonly lacking: readonly string[]
}

/** What is asked against: the system as it was, and who plays which role in it. */
export interface Seen {
  readonly own: CaseDocument
  readonly form: PortableForm
  readonly session: CaseSession
  readonly relations: Relations
  readonly binding: Binding
}

/**
 * Recognises an if in a system by what its case says of it; where that says nothing and the if only puts players of optional roles in
 * place, by whether they are there.
 */
export function recognise(seen: Seen, id: string): Recognised {
  const havings = havingsOf(seen.own.portable?.ifs?.[id])
  const asked: readonly Having[] = havings.length > 0 ? havings : impliedBy(seen, id)
  if (asked.length === 0) return { has: 'untold', having: [], lacking: [] }
  const results = asked.map(having => askOne(seen, having))
  const having = [...new Set(results.flatMap(one => one.having))]
  const lacking = [...new Set(results.flatMap(one => one.lacking))]
  const kinds = results.map(({ has }) => has)
  if (kinds.every(kind => kind === 'nobody')) return { has: 'nobody', having, lacking }
  if (kinds.every(kind => kind === 'has' || kind === 'nobody')) return { has: 'has', having, lacking }
  return { has: having.length > 0 ? 'partly' : 'lacks', having, lacking }
}

/** An if that lets components be there, and nothing else, is had where their roles are played by what is there. */
function impliedBy({ own, form }: Seen, id: string): readonly Having[] {
  const written = own.ifs?.[id]
  const patches = Object.entries(written?.components ?? {})
  const puts = patches.every(([component, patch]) => {
    const { initial, ...rest } = (patch ?? {}) as { readonly initial?: unknown }
    return initial === 'up' && Object.keys(rest).length === 0 && form.roleOf.get(component)?.optional === true
  })
  if (patches.length === 0 || !puts || written?.events !== undefined) return []
  return patches.map(([component]) => ({ there: form.roleOf.get(component)!.id }))
}

function askOne(seen: Seen, having: Having): Recognised {
  const { relations, binding } = seen
  const players = (role: string) => binding.get(role) ?? []
  const named = (indexes: readonly number[]) => indexes.map(index => relations.ids[index] ?? '')
  const judged = (of: readonly number[], has: (index: number) => boolean): Recognised => {
    if (of.length === 0) return { has: 'nobody', having: [], lacking: [] }
    const having = named(of.filter(has))
    const lacking = named(of.filter(index => !has(index)))
    return { has: lacking.length === 0 ? 'has' : having.length > 0 ? 'partly' : 'lacks', having, lacking }
  }
  if ('there' in having) {
    const there = players(having.there)
    if (there.length === 0) return { has: 'lacks', having: [], lacking: [] }
    return judged(there, index => relations.component(index)?.initial !== 'absent')
  }
  if ('stands' in having) {
    const lost = players(having.without)
    if (lost.length === 0) return { has: 'nobody', having: [], lacking: [] }
    const allowedMs = durationMs(seen.own, having.within)
    const fallen = downtimes(seen.session, named(lost))
    return judged(players(having.stands), index => {
      const { initial } = relations.component(index) ?? {}
      // What is not there, or is switched off, does not fall, and is of no use either.
      if (initial === 'absent' || initial === 'cut') return false
      return fallen(relations.ids[index] ?? '') <= allowedMs
    })
  }
  const outer = players(having.outside)
  return judged(players(having.copied), index =>
    (relations.component(index)?.copies ?? []).some(copy => {
      const place = relations.ids.indexOf(copy.in)
      return place >= 0 && !outer.some(one => one === place || relations.standsIn(place, one))
    }),
  )
}

/** How long each component is down when these are lost alone and nothing is repaired. */
function downtimes(session: CaseSession, lost: readonly string[]): (id: string) => number {
  const known = session.remember(`replay-drill ${JSON.stringify(lost)}`, () => {
    const outcome = drill(session, lost)
    const down = new Map<string, number>()
    for (const id of [...outcome.lost, ...outcome.contents]) down.set(id, Number.POSITIVE_INFINITY)
    for (const { component, downMs, backWithinHorizon } of outcome.falls) {
      down.set(component, backWithinHorizon ? downMs : Number.POSITIVE_INFINITY)
    }
    return down
  })
  return id => known.get(id) ?? 0
}

function durationMs(own: CaseDocument, text: string | undefined): number {
  if (text === undefined) return 0
  return parseDuration(own.quantities?.[text.trim()]?.value ?? text)?.medianMs ?? 0
}
