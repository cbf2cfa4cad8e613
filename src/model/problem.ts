/** A place in a case: `['components', 'talk-text', 'needs']`. Numbers are places in a list. */
export type CasePath = readonly (string | number)[]

/**
 * Something the author should know. The words belong to `src/words/`; here are the code, the place, and what the
 * words speak of. Codes are stable: they are documented, and suppressed by name.
 */
export interface Problem {
  /** `unknown-id`, `needs-not`, … lower case with hyphens. */
  readonly code: string
  readonly severity: 'error' | 'warning'
  readonly path: CasePath
  /** Where in the scalar at `path`, in UTF-16 units, if not the whole. */
  readonly within?: { readonly from: number; readonly to: number }
  /** Whether the key is meant rather than the value. */
  readonly atKey?: boolean
  /** Named values for the words: ids, numbers, what was expected. */
  readonly values: Readonly<Record<string, string | number>>
  /** The most likely intended spelling ("did you mean"). */
  readonly suggestion?: string
  /** Another place that matters: the first of two duplicates. */
  readonly other?: CasePath
}

/** What a problem may say besides its code, place and values. */
export type ProblemDetails = Pick<Problem, 'within' | 'atKey' | 'suggestion' | 'other'>

/** Something that makes the case unusable until it is mended. */
export function error(
  code: string,
  path: CasePath,
  values: Problem['values'] = {},
  details: ProblemDetails = {},
): Problem {
  return { code, severity: 'error', path, values, ...details }
}

/** Something that is allowed and probably not meant. */
export function warning(
  code: string,
  path: CasePath,
  values: Problem['values'] = {},
  details: ProblemDetails = {},
): Problem {
  return { code, severity: 'warning', path, values, ...details }
}
