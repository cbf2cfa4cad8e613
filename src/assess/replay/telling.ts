import type { Verdict } from '../assessment.js'
import type { FormRole } from './form.js'
import type { MatchOutcome, MetIf } from './replay.js'

/** What an if does to the services of a match, in numbers. */
export interface Effect {
  readonly services: number
  readonly prevented: number
  readonly shorter: number
  /** As long, but at another time. */
  readonly later: number
  readonly worse: number
  readonly withheld: number
  /** Of all services together; null where the hours of one that changes are withheld. */
  readonly deltaMs: number | null
}

/** Counts the verdicts of an if. That a service does not fall is structure and is said also where hours are withheld. */
export function effectOf({ verdicts }: MetIf): Effect {
  const count = (wanted: (verdict: Verdict) => boolean) => verdicts.filter(wanted).length
  const told = ({ timed }: Verdict) => timed !== null
  const changed = ({ kind }: Verdict) => kind !== 'not-down' && kind !== 'no-effect'
  const withheld = count(one => changed(one) && !told(one) && one.kind !== 'prevented')
  const hidden = verdicts.some(one => changed(one) && !told(one))
  return {
    services: verdicts.length,
    prevented: count(({ kind }) => kind === 'prevented'),
    shorter: count(one => told(one) && one.kind === 'shortened'),
    later: count(one => told(one) && one.kind === 'later'),
    worse: count(one => told(one) && (one.kind === 'worse' || one.kind === 'not-back')),
    withheld,
    deltaMs: hidden ? null : verdicts.reduce((sum, { deltaMs }) => sum + deltaMs, 0),
  }
}

/** The match that is told first: the one in its own place; else the one in which most falls, for longest. */
export function toldFirst(matches: readonly MatchOutcome[]): number {
  const home = matches.findIndex(match => match.home)
  if (home >= 0) return home
  const weight = ({ services }: MatchOutcome) => {
    const falls = services.filter(one => one.falls)
    return [falls.length, falls.reduce((sum, { downMs }) => sum + downMs, 0)] as const
  }
  let worst = 0
  matches.forEach((match, place) => {
    const [a, b] = [weight(match), weight(matches[worst]!)]
    if (a[0] > b[0] || (a[0] === b[0] && a[1] > b[1])) worst = place
  })
  return worst
}

/** Roles that are not played alike in all matches: what tells one match from another. */
export function tellingRoles(
  roles: readonly FormRole[],
  matches: readonly MatchOutcome[],
): readonly string[] {
  const played = (match: MatchOutcome, role: string) =>
    JSON.stringify(match.players.find(one => one.role === role)?.components ?? [])
  return roles.map(({ id }) => id).filter(role => new Set(matches.map(match => played(match, role))).size > 1)
}
