import { fidelity } from '../../assess/fidelity.js'
import { questions } from '../../assess/questions.js'
import { runJson } from '../../assess/runJson.js'
import type { CaseEdit, EditRefusal, FileChanges } from '../../files/caseEdit.js'
import type { CaseFile } from '../../files/caseFile.js'
import { CaseReader } from '../../files/caseReader.js'
import type { Diagnostic } from '../../files/diagnostic.js'
import { editCase } from '../../files/editCase.js'
import { loadCase } from '../../files/loadCase.js'
import type { LoadedCase } from '../../files/loadedCase.js'
import type { Examination } from '../../lint/examination.js'
import type { CaseDocument, Language } from '../../model/case.js'
import { examineReport } from '../../publish/examineReport.js'
import { renderCasePage } from '../../publish/renderCasePage.js'
import { agendaBodies } from '../workspace/agendaBodies.js'
import { type FactsAsked, type FactsRead, readFacts } from '../workspace/inbox/readFacts.js'

/** A case as its files were when work on it was asked for. */
export interface RenderedCase {
  readonly id: string
  readonly files: readonly CaseFile[]
  /** Remembers what was parsed before. */
  readonly reader: CaseReader
  /** Made when it is asked for first. */
  readonly loaded: LoadedCase
  readonly examination: Examination
}

/** What is wrong with a case, and what its files say together. */
export interface ExaminedCase {
  readonly found: readonly Diagnostic[]
  readonly broken: boolean
  readonly document: CaseDocument | null
}

/** Stretches of texts that make an edit, or why it is not made. */
export type EditedCase = { readonly changes: readonly FileChanges[] } | { readonly refused: EditRefusal }

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
  assess: ({ id, examination }: RenderedCase, { ifs }: { readonly ifs: readonly string[] }) => {
    const { session } = examination
    if (session === null) return null
    const known = ifs.filter(id => session.document.ifs?.[id] !== undefined)
    const varied = known.length === 0 ? null : session.with(known)
    return {
      ...runJson(id, session),
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

  /** The drafts of a file against the case and its inbox; null while the files cannot be read. */
  facts: ({ loaded }: RenderedCase, asked: FactsAsked): FactsRead | null =>
    loaded.document === null ? null : readFacts(loaded.document, asked),

  /** The report as a page. */
  page: async (
    { loaded, examination }: RenderedCase,
    { language }: { readonly language: Language },
  ): Promise<string | null> => (examination.broken ? null : renderCasePage(loaded, language, { live: true })),

  /** An edit in the words of the case, as stretches of its texts. */
  edit: ({ files, reader }: RenderedCase, { edit }: { readonly edit: CaseEdit }): EditedCase => {
    const result = editCase(files, edit, reader)
    return 'refused' in result ? result : { changes: result.changes }
  },

  /** What the files say together, and nothing about what is wrong with them. */
  document: ({ loaded }: RenderedCase, _asked: Record<string, never>): CaseDocument | null => loaded.document,
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
  readonly #cases = new Map<string, { readonly version: string; readonly rendered: RenderedCase }>()

  get(id: string, version: string, files: readonly CaseFile[]): RenderedCase {
    const known = this.#cases.get(id)
    if (known?.version === version) return known.rendered
    const rendered = new LazyCase(id, files, known?.rendered.reader ?? new CaseReader())
    this.#cases.delete(id)
    this.#cases.set(id, { version, rendered })
    if (this.#cases.size > rememberedCases) this.#cases.delete(this.#cases.keys().next().value!)
    return rendered
  }
}

class LazyCase implements RenderedCase {
  readonly id: string
  readonly files: readonly CaseFile[]
  readonly reader: CaseReader
  #loaded: LoadedCase | null = null
  #examination: Examination | null = null

  constructor(id: string, files: readonly CaseFile[], reader: CaseReader) {
    this.id = id
    this.files = files
    this.reader = reader
  }

  get loaded(): LoadedCase {
    this.#loaded ??= loadCase(this.id, this.files, { reader: this.reader })
    return this.#loaded
  }

  get examination(): Examination {
    this.#examination ??= examineReport(this.loaded)
    return this.#examination
  }
}
