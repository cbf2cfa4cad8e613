import type { Diagnostic } from '../files/diagnostic.js'
import type { LoadedCase } from '../files/loadedCase.js'

/** Everything that is wrong with a case, or probably not meant: by file, line and column. */
export function findings(loaded: LoadedCase): readonly Diagnostic[] {
  return loaded.problems
}
