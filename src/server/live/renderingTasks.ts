import { fidelity } from '../../assess/fidelity.js'
import { questions } from '../../assess/questions.js'
import { runJson } from '../../assess/runJson.js'
import type { CaseFile } from '../../files/caseFile.js'
import { CaseReader } from '../../files/caseReader.js'
import type { Diagnostic } from '../../files/diagnostic.js'
import { loadCase } from '../../files/loadCase.js'
import type { LoadedCase } from '../../files/loadedCase.js'
import type { Examination } from '../../lint/examination.js'
import type { CaseDocument, Language } from '../../model/case.js'
import { examineReport } from '../../publish/examineReport.js'
import { renderCasePage } from '../../publish/renderCasePage.js'
import { agendaBodies } from '../workspace/agendaBodies.js'

/** A case as its files were when work on it was asked for. */
export interface RenderedCase {
  readonly loaded: LoadedCase
  readonly examination: Examination
}

/** What is wrong with a case, and what its files say together. */
export interface ExaminedCase {
  readonly found: readonly Diagnostic[]
  readonly broken: boolean
  readonly document: CaseDocument | null
}

/**
 * The work that is done beside the thread that answers requests, by name. Each takes a case and what was asked, both of
 * which can be copied from thread to thread, and so can what it gives.
 */
export const renderingTasks = {
  examine: ({ loaded, examination }: RenderedCase, _asked: Record<string, never>): ExaminedCase => {
    const { found, broken } = examination
    return { found, broken, document: loaded.document }
  },

  /** The run, the questions it leaves, and with ifs the run with them; null where the case has no model that runs. */
  assess: ({ loaded, examination }: RenderedCase, { ifs }: { readonly ifs: readonly string[] }) => {
    const { session } = examination
    if (session === null) return null
    const known = ifs.filter(id => session.document.ifs?.[id] !== undefined)
    const varied = known.length === 0 ? null : session.with(known)
    return {
      ...runJson(loaded.id, session),
      questions: questions(session, fidelity(session)),
      ifs: Object.keys(session.document.ifs ?? {}),
      with:
        varied === null
          ? null
          : { ifs: varied.ifs, failed: varied.failed, problems: varied.problems, changed: varied.changed },
    }
  },

  /** What a review round would ask; null while the files have errors. */
  agenda: ({ loaded, examination }: RenderedCase, _asked: Record<string, never>) =>
    loaded.document === null || examination.broken
      ? null
      : agendaBodies(loaded.document, examination.session),

  /** The report as a page. */
  page: async (
    { loaded, examination }: RenderedCase,
    { language }: { readonly language: Language },
  ): Promise<string | null> => (examination.broken ? null : renderCasePage(loaded, language, { live: true })),
} as const

export type RenderingTask = keyof typeof renderingTasks

export type RenderingAsked<Name extends RenderingTask> = Parameters<(typeof renderingTasks)[Name]>[1]

export type RenderingResult<Name extends RenderingTask> = Awaited<ReturnType<(typeof renderingTasks)[Name]>>

/** Cases that a thread remembers as they were last. */
const rememberedCases = 8

/**
 * The cases that one thread has worked on last: asked about the same files again, nothing is read anew, and of other files only
 * what differs.
 */
export class RenderedCases {
  readonly #readers = new Map<string, CaseReader>()
  readonly #cases = new Map<string, { readonly version: string; readonly rendered: RenderedCase }>()

  get(id: string, version: string, files: readonly CaseFile[]): RenderedCase {
    const known = this.#cases.get(id)
    if (known?.version === version) return known.rendered
    const reader = this.#readers.get(id) ?? new CaseReader()
    const loaded = loadCase(id, files, { reader })
    const rendered = { loaded, examination: examineReport(loaded) }
    this.#remember(this.#readers, id, reader)
    this.#remember(this.#cases, id, { version, rendered })
    return rendered
  }

  #remember<T>(known: Map<string, T>, id: string, value: T): void {
    known.delete(id)
    known.set(id, value)
    if (known.size > rememberedCases) known.delete(known.keys().next().value!)
  }
}
