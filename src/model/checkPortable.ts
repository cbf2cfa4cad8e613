import type { CaseDocument, Role } from './case.js'
import { parseDuration } from './duration.js'
import { Ids } from './names.js'
import { havingsOf, parseFactor, playersOf, roleRelations, rolesIn } from './portable.js'
import { type CasePath, error, type Problem } from './problem.js'
import { durationProblem } from './quantities.js'
import type { References } from './references.js'

/** Roles, what they rest on, who plays them at home, and the portable terms of ifs. */
export function checkPortable(document: CaseDocument, references: References): void {
  const { portable } = document
  if (portable === undefined) return
  const { problems } = references
  const roles = new Ids('roles', portable.roles)
  references.all('components', portable.stays, ['portable', 'stays'])
  const playedBy = new Map<string, CasePath>()
  for (const [id, role] of Object.entries(portable.roles ?? {})) {
    checkRole(id, role, portable.roles ?? {}, roles, references)
    checkPlayers(id, role, playedBy, references)
  }
  reportRoleCycles(portable.roles ?? {}, problems)
  for (const [id, written] of Object.entries(portable.ifs ?? {})) {
    const path = ['portable', 'ifs', id]
    references.one('ifs', id, path, true)
    const several = Array.isArray(written.has)
    for (const [place, having] of havingsOf(written).entries()) {
      const at = [...path, 'has', ...(several ? [place] : [])]
      for (const [field, role] of rolesIn(having)) roles.find(role, [...at, field], problems)
      if ('within' in having) checkDuration(having.within, [...at, 'within'], document, problems)
    }
    for (const [role, patch] of Object.entries(written.components ?? {})) {
      const at = [...path, 'components', role]
      roles.find(role, at, problems, true)
      checkDuration(patch.holdup, [...at, 'holdup'], document, problems)
      checkDuration(patch.second?.takes, [...at, 'second', 'takes'], document, problems)
      if (patch.count !== undefined && parseFactor(patch.count) === null)
        problems.push(error('bad-factor', [...at, 'count'], { text: patch.count }))
    }
  }
}

function checkRole(
  id: string,
  role: Role,
  all: Readonly<Record<string, Role>>,
  roles: Ids,
  { problems }: References,
): void {
  for (const relation of roleRelations) {
    const other = role[relation]
    if (other === undefined) continue
    const path = ['portable', 'roles', id, relation]
    if (roles.find(other, path, problems) === null) continue
    if (all[other]?.take === 'all' && role.take !== 'all') {
      problems.push(error('role-rests-on-all', path, { id, other }))
    }
  }
}

function checkPlayers(id: string, role: Role, playedBy: Map<string, CasePath>, references: References): void {
  const players = playersOf(role)
  const path: CasePath = ['portable', 'roles', id, 'as']
  if (role.take !== 'all' && players.length > 1) {
    references.problems.push(error('role-of-many', path, { id, players: players.join(', ') }))
  }
  for (const [place, component] of players.entries()) {
    const at = typeof role.as === 'string' ? path : [...path, place]
    references.one('components', component, at)
    const other = playedBy.get(component)
    if (other === undefined) playedBy.set(component, at)
    else references.problems.push(error('plays-twice', at, { component }, { other }))
  }
}

/** Each circle of roles that rest on one another is reported once, at its first member. */
function reportRoleCycles(roles: Readonly<Record<string, Role>>, problems: Problem[]): void {
  const settled = new Set<string>()
  const visit = (id: string, trail: readonly string[]): void => {
    if (settled.has(id) || !Object.hasOwn(roles, id)) return
    const place = trail.indexOf(id)
    if (place >= 0) {
      const circle = [...trail.slice(place), id]
      problems.push(
        error('role-cycle', ['portable', 'roles', id], { circle: circle.join(' → ') }, { atKey: true }),
      )
      for (const one of circle) settled.add(one)
      return
    }
    for (const relation of roleRelations) {
      const other = roles[id]?.[relation]
      if (other !== undefined) visit(other, [...trail, id])
    }
    settled.add(id)
  }
  for (const id of Object.keys(roles)) visit(id, [])
}

function checkDuration(
  text: string | undefined,
  path: CasePath,
  document: CaseDocument,
  problems: Problem[],
): void {
  if (text === undefined || parseDuration(text) !== null) return
  if (Object.hasOwn(document.quantities ?? {}, text.trim())) return
  problems.push(durationProblem(text, path))
}
