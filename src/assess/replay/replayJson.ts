import type { Fidelity, Verdict } from '../assessment.js'
import { matchLimits } from './matches.js'
import type { MatchOutcome, MetIf, ReplayOutcome } from './replay.js'
import { effectOf } from './telling.js'

/** A replay as `--json` gives it (docs/commands.md): ids and milliseconds; hours that may not be said are null. */
export function replayJson(
  caseId: string,
  systemId: string,
  outcome: ReplayOutcome,
  fidelities: { readonly case: Fidelity; readonly system: Fidelity },
): object {
  return {
    case: caseId,
    system: systemId,
    home: outcome.home,
    holds: outcome.matches.length === 0 ? null : outcome.holds,
    roles: outcome.roles.map(({ id, kinds, optional, all, derived }) => ({
      role: id,
      kinds,
      take: all ? 'all' : 'one',
      optional,
      derived,
    })),
    unmatched: outcome.unmatched.map(({ role, nearest }) => ({ role: role.id, nearest })),
    limit: outcome.limit === null ? null : { name: outcome.limit, bound: matchLimits[outcome.limit] },
    leftAtHome: outcome.leftAtHome,
    matches: outcome.matches.map(matchJson),
    fidelity: { case: fidelities.case.tests, system: fidelities.system.tests },
  }
}

function matchJson(match: MatchOutcome): object {
  return {
    home: match.home,
    failed: match.failed,
    players: Object.fromEntries(match.players.map(({ role, components }) => [role, components])),
    services: match.services.map(service =>
      service.withheldBy.length === 0
        ? service
        : { ...service, downAtMs: null, downMs: null, impairedMs: null, backWithinHorizon: null },
    ),
    objectives: match.objectives,
    ifs: match.ifs.map(ifJson),
  }
}

function ifJson(one: MetIf): object {
  const { id, has, having, lacking, notCarried } = one
  const asked = has !== 'has' && notCarried === null
  return {
    id,
    has,
    having,
    lacking,
    notCarried,
    effect: asked ? effectOf(one) : null,
    verdicts: one.verdicts.map(verdictJson),
  }
}

function verdictJson({ component, kind, deltaMs, atLeast, timed, structural, withheldBy }: Verdict): object {
  const told = timed === null && structural.goesDown ? 'contradicted' : kind
  return { component, kind: told, deltaMs: timed === null ? null : deltaMs, atLeast, withheldBy }
}
