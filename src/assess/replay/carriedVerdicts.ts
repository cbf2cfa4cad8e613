import type { CaseDocument } from '../../model/case.js'
import type { Fidelity, Verdict } from '../assessment.js'
import type { CaseSession } from '../session.js'
import { judge } from '../verdict.js'

/**
 * What an if changes for the services of the system that met the scenario, together with what it requires, as far as that was
 * carried too. Null where they cannot be combined there.
 */
export function verdictsOf(
  session: CaseSession,
  id: string,
  own: CaseDocument,
  fidelity: Fidelity,
  services: readonly string[],
): readonly Verdict[] | null {
  const carried = session.document.ifs ?? {}
  const wanted = new Set([id])
  for (const one of wanted) {
    for (const other of own.ifs?.[one]?.requires ?? []) if (Object.hasOwn(carried, other)) wanted.add(other)
  }
  const outcome = judge(session, [...wanted], { fidelity })
  if (outcome.problems.some(({ severity }) => severity === 'error')) return null
  return outcome.verdicts.filter(({ component }) => services.includes(component))
}
