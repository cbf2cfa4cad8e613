import type { If } from '../model/case.js'
import { both, type Cast } from './cast.js'
import { type DraftComponents, refTo } from './draftComponents.js'
import type { SharedQuantities } from './draftQuantities.js'
import type { Claimed } from './naming.js'

/** A few conditions to try at once, each of the system: those that the answers give a meaning to. */
export function draftIfs(
  cast: Cast,
  components: DraftComponents,
  quantities: SharedQuantities,
): Readonly<Record<string, If>> {
  const ifs: Record<string, If> = {}
  const put = (id: string, entry: If) => {
    if (!cast.ground.taken.ifs.includes(id)) ifs[id] = entry
  }
  const elsewhere = cast.second?.place ?? cast.add('elsewhere', both('elsewhere'))
  const site = cast.second === null ? { [elsewhere.id]: { kind: 'site', title: elsewhere.title } } : {}
  const tools = cast.toolsPlace === cast.place ? cast.ownTools.filter(isWritten(components)) : []
  if (tools.length > 0 && elsewhere !== cast.place) {
    const moved = tools.map(({ id }) => [
      id,
      { in: elsewhere.id, ...(components[id]?.needs !== undefined && { needs: null }) },
    ])
    put('tools-elsewhere', {
      title: both('if-tools-elsewhere', tools[0]!.title),
      layer: 'platform',
      for: 'operator',
      components: { ...site, ...Object.fromEntries(moved) },
    })
  }
  const { second, service, main, team } = cast
  if (second === null && isWritten(components)(service)) {
    const standby = cast.add(`${service.id}@${elsewhere.id}`, both('standby', service.title, elsewhere.title))
    put('second-elsewhere', {
      title: both('if-second-elsewhere', service.title),
      layer: 'platform',
      for: 'operator',
      components: {
        ...site,
        [standby.id]: {
          kind: 'component',
          in: elsewhere.id,
          title: standby.title,
          'standby-for': main.id,
          recovery: { takes: quantities.restart, crew: { [team.id]: 1 } },
        },
        [service.id]: { needs: `${refTo(main)} or ${standby.id}` },
      },
    })
  }
  if (second !== null) {
    put('second-always-on', {
      title: both('if-second-always-on', second.place.title),
      layer: 'platform',
      for: 'operator',
      components: { [second.standby.id]: { 'standby-for': null, recovery: null } },
    })
  }
  if (cast.power !== null && cast.supply !== null) {
    const generator = cast.add(`${cast.place.id}.generator`, both('generator'))
    put('own-power', {
      title: both('if-own-power', cast.place.title),
      layer: 'facility',
      for: 'facility',
      components: {
        [generator.id]: { kind: 'generator', in: cast.place.id, title: generator.title },
        [cast.power.id]: { needs: `${cast.supply.id} or ${generator.id}` },
      },
    })
  }
  if (cast.check !== null) {
    put('tried-on-one-part', {
      title: both('if-tried-on-one-part', cast.part.title),
      layer: 'platform',
      for: 'operator',
      components: { [cast.check.id]: { initial: 'up' } },
    })
  }
  const services = 1 + cast.others.length
  if (cast.known('people') && services > cast.hands && isWritten(components)(team)) {
    put('more-hands', {
      title: both('if-more-hands', String(services)),
      layer: 'organisation',
      for: 'operator',
      components: { [team.id]: { count: services } },
    })
  }
  return ifs
}

/** Whether the draft writes the component itself, so that its fields are known here. */
function isWritten(components: DraftComponents): (claimed: Claimed) => boolean {
  return ({ id, known }) =>
    (known === null || known.kind === null || known.bare) && Object.hasOwn(components, id)
}
