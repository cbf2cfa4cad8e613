import { beginInterview, type InterviewState, resumeInterview } from '../../../../interview/interview.js'
import type { CaseDocument } from '../../../../model/case.js'

/** Answers stay in the browser until they are written into the case. */
const keyOf = (caseId: string) => `manil-interview-${caseId}`

/** The interview that was left, laid over the case as it is now; or a new one. */
export function takeInterview(caseId: string, document: CaseDocument): InterviewState {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(caseId)) ?? 'null') as {
      readonly answers?: unknown
    } | null
    return resumeInterview(document, kept?.answers)
  } catch {
    // A browser that keeps nothing, or something else under this name: the interview begins anew.
    return beginInterview(document)
  }
}

/** Keeps the answers; null forgets them. */
export function keepInterview(caseId: string, state: InterviewState | null): void {
  try {
    if (state === null) localStorage.removeItem(keyOf(caseId))
    else
      localStorage.setItem(keyOf(caseId), JSON.stringify({ version: state.version, answers: state.answers }))
  } catch {
    // A browser that keeps nothing forgets the answers with the page.
  }
}
