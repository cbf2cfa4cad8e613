import { type Binding, lackOf } from '../assess/replay/fit.js'
import { portableForm } from '../assess/replay/form.js'
import { relationsOf } from '../assess/replay/relations.js'
import { warning } from '../model/problem.js'
import type { Rule } from './rule.js'

/** A role whose own player does not fit its description: what is found by it elsewhere is something else. */
export const playerUnfit: Rule = ({ document, compiled }) => {
  if (document.portable?.roles === undefined) return []
  const { roles } = portableForm(document)
  const relations = relationsOf(compiled)
  const home: Binding = new Map(
    roles.map(({ id, players }) => [id, players.flatMap(player => compiled.indexOf.get(player) ?? [])]),
  )
  return roles
    .filter(({ derived }) => !derived)
    .flatMap(role =>
      role.players.flatMap((player, place) => {
        const index = compiled.indexOf.get(player)
        const lacks = index === undefined ? null : lackOf(role, index, home, relations)
        if (lacks === null) return []
        const written = document.portable?.roles?.[role.id]?.as
        const path = ['portable', 'roles', role.id, 'as', ...(typeof written === 'string' ? [] : [place])]
        return [warning('player-unfit', path, { id: role.id, component: player, lacks })]
      }),
    )
}
