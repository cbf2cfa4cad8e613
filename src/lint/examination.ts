import { type CaseSession, openSession } from '../assess/session.js'
import { fromProblem } from '../files/diagnose.js'
import { type Diagnostic, inOrder } from '../files/diagnostic.js'
import type { LoadedCase } from '../files/loadedCase.js'
import { lint } from './lint.js'
import { narrativeNumbers } from './narrativeNumbers.js'

/** Everything that is wrong with a case, and the case opened for questions where nothing forbids it. */
export interface Examination {
  /** What loading found, what only running the case shows (a loop that takes no time), and warnings. In order of place. */
  readonly found: readonly Diagnostic[]
  /** Whether there is an error among them. */
  readonly broken: boolean
  /** Null where the case is broken, or has no model: facts and narrative alone. */
  readonly session: CaseSession | null
}

/** Examines a loaded case. Its model is compiled and run once, and the session that comes of it is handed on. */
export function examine(loaded: LoadedCase): Examination {
  const { document, problems } = loaded
  if (document === null || problems.some(isError)) return { found: problems, broken: true, session: null }
  const numbers = narrativeNumbers(loaded)
  if (document.components === undefined) {
    return { found: [...problems, ...numbers].sort(inOrder), broken: false, session: null }
  }
  const opened = openSession(document)
  if ('baseline' in opened) {
    const warnings = lint(opened).map(problem => fromProblem(problem, loaded.merged, []))
    return { found: [...problems, ...numbers, ...warnings].sort(inOrder), broken: false, session: opened }
  }
  const found = opened.problems.filter(isError).map(problem => fromProblem(problem, loaded.merged, []))
  return { found: [...problems, ...found], broken: found.length > 0, session: null }
}

function isError({ severity }: { readonly severity: 'error' | 'warning' }): boolean {
  return severity === 'error'
}
