import { openSession } from '../../src/assess/session.js'
import type { CaseFile } from '../../src/files/caseFile.js'
import { loadCase } from '../../src/files/loadCase.js'
import { draftSystem } from '../../src/interview/draftSystem.js'
import { type Answer, answer, beginInterview, type InterviewState } from '../../src/interview/interview.js'
import type { QuestionId } from '../../src/interview/questionPlan.js'
import { writeDraft } from '../../src/interview/writeDraft.js'
import { examine } from '../../src/lint/examination.js'

/** A case of one file; facts one a line. */
export function smallCase(facts: readonly string[], more = ''): CaseFile[] {
  const timeline = facts.length === 0 ? '' : `facts:\n${facts.map(fact => `  ${fact}\n`).join('')}`
  const text = `case: { title: Outage, timezone: Asia/Seoul, start: 2025-03-08 09:12, horizon: 3d }\n${more}${timeline}`
  return [{ path: 'case.yaml', text }]
}

/** The document of files that must be sound. */
export function documentOf(files: readonly CaseFile[]) {
  const loaded = loadCase('small', files)
  const errors = loaded.problems.filter(({ severity }) => severity === 'error')
  if (loaded.document === null || errors.length > 0) throw new Error(JSON.stringify(errors))
  return loaded.document
}

/** An interview with these answers, given one after the other; a refusal is an error here. */
export function interviewed(
  files: readonly CaseFile[],
  answers: Readonly<Partial<Record<QuestionId, Answer>>>,
): InterviewState {
  let state = beginInterview(documentOf(files))
  for (const [question, value] of Object.entries(answers)) {
    const next = answer(state, question as QuestionId, value)
    if ('refused' in next) throw new Error(`${question}: ${next.refused}`)
    state = next
  }
  return state
}

/** The case with the draft in its files, examined as `manil check` does and opened for questions. */
export function drafted(files: readonly CaseFile[], state: InterviewState, language: 'ko' | 'en' = 'en') {
  const draft = draftSystem(state)
  const written = writeDraft(files, draft, language)
  if ('refused' in written) throw new Error(JSON.stringify(written.refused))
  const loaded = loadCase('small', written.files)
  const { found } = examine(loaded)
  const errors = found.filter(({ severity }) => severity === 'error')
  const warnings = found.filter(({ severity }) => severity === 'warning')
  if (loaded.document === null || errors.length > 0)
    return { draft, written, errors, warnings, session: null }
  const session = openSession(loaded.document)
  return { draft, written, errors, warnings, session: 'baseline' in session ? session : null }
}

export const names = (...given: string[]): Answer => ({ kind: 'names', names: given })
export const choice = (given: string): Answer => ({ kind: 'choice', choice: given })
export const time = (text: string): Answer => ({ kind: 'time', text })
export const duration = (text: string): Answer => ({ kind: 'duration', text })
export const place = (name: string | null): Answer => ({ kind: 'place', name })
export const people = (team: string, count: number | null): Answer => ({ kind: 'people', team, count })
export const notKnown: Answer = { kind: 'not-known' }
