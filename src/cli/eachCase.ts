import { CannotDo } from './cannotDo.js'
import type { Context } from './context.js'
import { type ExitStatus, exitStatus } from './exitStatus.js'
import { caseIdOf } from './openCase.js'
import { report } from './report.js'

/**
 * Does the same with each case, in the order given. One that cannot be done is told and does not stop the others. The
 * worst status is that of the whole.
 */
export function eachCase(
  paths: readonly string[],
  context: Context,
  doCase: (path: string, place: number) => ExitStatus,
): ExitStatus {
  let worst: ExitStatus = exitStatus.fine
  for (const [place, path] of paths.entries()) {
    let status: ExitStatus
    try {
      status = doCase(path, place)
    } catch (error) {
      if (!(error instanceof CannotDo)) throw error
      report(error, context, caseIdOf(path, context))
      status = exitStatus.cannotDo
    }
    if (status > worst) worst = status
  }
  return worst
}
