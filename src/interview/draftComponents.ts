import type { Component, Way } from '../model/case.js'
import { formatDuration } from '../model/duration.js'
import type { Cast } from './cast.js'
import type { SharedQuantities } from './draftQuantities.js'
import { kindOf } from './kindOf.js'
import type { Claimed } from './naming.js'

/** Fields to write for each component: all of a new one, what is missing of one that was only named. */
export type DraftComponents = Readonly<Record<string, Partial<Component>>>

/** The system, from the supply to the services; what the case describes already is left as it is. */
export function draftComponents(cast: Cast, quantities: SharedQuantities): DraftComponents {
  const { place, supply, power, service, main, second, toolsPlace, team, check } = cast
  const written: Record<string, Partial<Component>> = {}
  const define = (claimed: Claimed, kind: string, fields: Partial<Component>) => {
    if (Object.hasOwn(written, claimed.id)) return
    const entry = entryOf(claimed, kind, fields)
    if (entry !== null) written[claimed.id] = entry
  }
  const here = power === null ? {} : { needs: refTo(power) }

  if (supply !== null) define(supply, cast.trigger === 'power' ? 'utility' : 'network', {})
  define(place, 'site', {})
  if (power !== null) {
    const { gap } = cast
    define(power, gap === null ? 'feed' : 'ups', {
      in: place.id,
      ...(supply !== null && { needs: refTo(supply) }),
      ...(gap !== null && {
        holdup: formatDuration(gap.ms),
        basis: { holdup: { assumed: true, knowing: gap.facts } },
      }),
    })
  }
  if (toolsPlace !== place) define(toolsPlace, 'site', {})
  if (second !== null) define(second.place, 'site', {})
  if (check !== null) define(check, 'barrier', { initial: 'absent' })

  const inPlace = place.known === null
  for (const thing of cast.base) define(thing, kindOf(thing.title), placed(thing, place, inPlace, here))
  for (const tool of cast.tools) {
    const there = toolsPlace === place ? here : {}
    if (cast.others.includes(tool)) continue
    define(tool, 'tool', placed(tool, toolsPlace, toolsPlace.known === null, there))
  }
  define(team, 'team', { count: cast.hands, basis: { count: 'assumed' } })

  const base = cast.base.map(refTo)
  const network = supply !== null && power === null ? [refTo(supply)] : []
  const carried = quantities.carriesOn === null ? {} : { holdup: quantities.carriesOn }
  const way = (takes: string, of: Claimed): Way => ({
    takes,
    ...needing(cast.tools.filter(tool => tool !== of).map(refTo)),
    crew: { [team.id]: 1 },
  })
  // Where hands are short, the service that the case is about comes first; the record may say otherwise.
  const first: Partial<Component> =
    cast.others.length === 0 ? {} : { priority: 1, basis: { priority: 'assumed' } }
  define(main, 'component', {
    in: place.id,
    ...needing([...base, ...cast.neededServices.map(refTo), ...network]),
    ...carried,
    recovery: way(quantities.restart, service),
    ...first,
  })
  if (second !== null && quantities.switchOver !== null) {
    define(second.standby, 'component', {
      in: second.place.id,
      'standby-for': main.id,
      recovery: way(quantities.switchOver, service),
      ...first,
    })
  }
  const ways = [main, ...(second === null ? [] : [second.standby])].map(refTo)
  define(service, 'service', { needs: ways.join(' or ') })
  for (const other of cast.others) {
    define(other, 'service', {
      ...(cast.besideServices.includes(other) && inPlace && other.known === null && { in: place.id }),
      ...needing([...base, ...network]),
      ...carried,
      recovery: way(quantities.restart, other),
    })
  }
  for (const thing of cast.beside) define(thing, kindOf(thing.title), placed(thing, place, inPlace, here))
  for (const thing of cast.loose) define(thing, kindOf(thing.title), {})
  return written
}

/** A condition on one component: of several units, one must be there. */
export function refTo({ id, known }: Claimed): string {
  return (known?.count ?? 1) > 1 ? `${id} >= 1` : id
}

function needing(conditions: readonly string[]): Pick<Component, 'needs'> {
  return conditions.length === 0 ? {} : { needs: conditions.join(' and ') }
}

/** A thing in its place. What the case has already is not moved into a place of the case: that could close a circle. */
function placed(
  thing: Claimed,
  place: Claimed,
  newPlace: boolean,
  rest: Partial<Component>,
): Partial<Component> {
  return thing.known?.kind != null && !newPlace ? rest : { in: place.id, ...rest }
}

/** What to write of a component, or null: the case describes it. */
function entryOf({ id, title, known }: Claimed, kind: string, fields: Partial<Component>) {
  if (known !== null && known.kind !== null) {
    return known.bare && Object.keys(fields).length > 0 ? withoutDescribed(fields) : null
  }
  const { in: place, ...rest } = fields
  return {
    kind,
    ...(title !== id && { title }),
    ...(place !== undefined && { in: place }),
    ...(known !== null && known.count > 1 && { count: known.count }),
    ...rest,
  }
}

/** The case's own count and bases stand. */
function withoutDescribed({ count: _, basis: __, ...rest }: Partial<Component>): Partial<Component> {
  return rest
}
