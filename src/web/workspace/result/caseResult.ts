import type { FactSummary, ObjectiveOutcome, Question } from '../../../assess/assessment.js'
import type { Diagnostic } from '../../../files/diagnostic.js'
import type { Language } from '../../../model/case.js'
import type { CasePath } from '../../../model/problem.js'

/** A diagnostic with its words. */
export interface SaidDiagnostic
  extends Pick<Diagnostic, 'code' | 'severity' | 'file' | 'line' | 'column' | 'endColumn' | 'path'> {
  readonly what: string
  readonly todo: string
  readonly suggestion: string | null
}

/** A stretch of time down or impaired, ms from the start of the case. `open`: it lasts beyond the horizon. */
export interface Stretch {
  readonly state: 'down' | 'impaired'
  readonly fromMs: number
  readonly toMs: number
  readonly open: boolean
}

/** How a service fares in the run. */
export interface ServiceResult {
  readonly component: string
  readonly title: string
  readonly downMs: number
  readonly impairedMs: number
  readonly stretches: readonly Stretch[]
  readonly backWithinHorizon: boolean
}

/** A piece of a sentence: plain, or a fact that it names, by its time. */
export type Said = string | { readonly fact: string; readonly time: string }

/** A question of the program with its words. */
export interface SaidQuestion extends Pick<Question, 'kind' | 'components' | 'facts' | 'paths'> {
  readonly label: string
  readonly text: readonly Said[]
}

/** What the run of a case says. Plain data: it comes from a worker. */
export interface ModelResult {
  readonly startEpochMs: number
  readonly horizonMs: number
  /** "The model reproduces 4 of 7 facts …": it stands wherever a verdict stands. */
  readonly fidelityLine: string
  readonly fidelityShort: string
  readonly services: readonly ServiceResult[]
  /** One for each fact that expects something of the model. */
  readonly facts: readonly FactSummary[]
  readonly objectives: readonly ObjectiveOutcome[]
  readonly questions: readonly SaidQuestion[]
}

/** What the program says of the texts of a case as they were at a version. */
export interface CaseResult {
  readonly version: number
  readonly language: Language
  readonly errors: number
  readonly warnings: number
  /** Errors and warnings, by file and line. */
  readonly found: readonly SaidDiagnostic[]
  /** With an error among them there is no run of these texts, and `model` is that of the last whole ones. */
  readonly broken: boolean
  /** Null without components, and where there never was a whole case. */
  readonly model: ModelResult | null
  /** How long it took, ms. */
  readonly tookMs: number
}

/** To the worker: what changed in the texts since the last message. */
export interface ResultRequest {
  readonly version: number
  readonly caseId: string
  readonly language: Language
  /** Text by path; null where there is no such text any more. */
  readonly texts: readonly (readonly [path: string, text: string | null])[]
  /** Paths of what is no text: attachments, and files in another encoding. */
  readonly bytes: readonly string[]
}

/** The entry of the case that a diagnostic or question is about, or null: `['facts', 'fire']`. */
export function entryPath(path: CasePath): CasePath | null {
  return path.length === 0 ? null : path.slice(0, 2)
}
