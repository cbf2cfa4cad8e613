import type { Fidelity, Question } from './assessment.js'
import { rivalClaims, unheldFacts } from './claims.js'
import { disagreements } from './disagreements.js'
import { missingBases } from './missingBases.js'
import { neverBack } from './neverBack.js'
import type { CaseSession } from './session.js'
import { silences } from './silences.js'

/**
 * What the program asks because model and record disagree, the record is silent, a quantity has no basis, claims are rival, or
 * a service does not return. Questions are about the system. The most important come first: what contradicts, what never
 * returns, rival claims, what is off, silences, missing bases, facts that the model is not held against.
 */
export function questions(session: CaseSession, fidelity: Fidelity): readonly Question[] {
  const [contradicted, off] = disagreements(session, fidelity)
  return [
    ...contradicted,
    ...neverBack(session),
    ...rivalClaims(session),
    ...off,
    ...silences(session),
    ...missingBases(session),
    ...unheldFacts(session, fidelity),
  ]
}
