import { parse } from 'yaml'
import type { FactOutcome, Verdict } from '../../src/assess/assessment.js'
import { fidelity } from '../../src/assess/fidelity.js'
import { type CaseSession, openSession } from '../../src/assess/session.js'
import { judge } from '../../src/assess/verdict.js'
import type { CaseDocument } from '../../src/model/case.js'
import { parseDuration } from '../../src/model/duration.js'

const HEAD = { title: 'Small', timezone: 'Asia/Seoul', start: '2022-10-15 15:00', horizon: '2d' }

/** A case from the YAML of its sections; `case:` may override parts of a usual head. */
export function documentOf(yaml: string): CaseDocument {
  const written = parse(yaml) as CaseDocument
  return { ...written, case: { ...HEAD, ...written.case } }
}

/** A session on a case that must open. */
export function open(yaml: string): CaseSession {
  return opened(documentOf(yaml))
}

/** As `open`, for a document made otherwise. */
export function opened(document: CaseDocument): CaseSession {
  const session = openSession(document)
  if ('problems' in session && !('compiled' in session))
    throw new Error(JSON.stringify(session.problems, null, 1))
  return session as CaseSession
}

/** `1h30m` in milliseconds; `-` in front for less than nothing. */
export function ms(text: string): number {
  const length = parseDuration(text.replace(/^-/, ''))?.medianMs
  if (length === undefined) throw new Error(`No duration: ${text}`)
  return text.startsWith('-') ? -length : length
}

/** The verdict of some ifs about one service. */
export function verdictOf(
  session: CaseSession,
  ifs: readonly string[],
  service = 'app',
  sensitivity = false,
): Verdict {
  const verdict = judge(session, ifs, { sensitivity }).verdicts.find(({ component }) => component === service)
  if (verdict === undefined) throw new Error(`No verdict about ${service}`)
  return verdict
}

/** The outcome of one fact, of its only component or of the one named. */
export function factOf(session: CaseSession, id: string, component?: string): FactOutcome {
  const found = fidelity(session).facts.find(
    fact => fact.id === id && (component === undefined || fact.component === component),
  )
  if (found === undefined) throw new Error(`No fact ${id}`)
  return found
}
