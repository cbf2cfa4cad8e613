import type { CaseSession } from '../assess/session.js'
import type { CaseDocument } from '../model/case.js'
import type { CompiledCase } from '../model/compiled.js'
import type { Problem } from '../model/problem.js'

/** A sound case, and its runs. */
export interface LintedCase {
  readonly document: CaseDocument
  readonly compiled: CompiledCase
  readonly session: CaseSession
}

/** Finds what is allowed and probably not meant. One rule a file; a rule makes problems of its own codes only. */
export type Rule = (linted: LintedCase) => readonly Problem[]
