import { loadCase } from '../files/loadCase.js'
import type { LoadedCase } from '../files/loadedCase.js'
import type { Examination } from '../lint/examination.js'
import type { Language } from '../model/case.js'
import { examineReport } from '../publish/examineReport.js'
import { readCaseFolder } from '../publish/readFolder.js'
import { renderCasePage } from '../publish/renderCasePage.js'
import type { CaseFolderPlace } from './caseFolders.js'
import { watchFolder } from './watchFolder.js'

/** What a case's page shows now: the last whole report, if there ever was one, and what is wrong with the files. */
export interface CaseState {
  readonly found: Examination['found']
  /** The report of the last state without errors, in the language asked for; null where there never was one. */
  readonly page: string | null
  /** A bug that got in the way of the report. */
  readonly bug: string | null
}

/** A case as its files were when it was last read. */
export type ReadCase = Examination & { readonly loaded: LoadedCase }

/** A case on disk that is watched. It is read again, and its page made anew, only when somebody asks after a change. */
export class LiveCase {
  readonly place: CaseFolderPlace
  #read: ReadCase | null = null
  #whole: LoadedCase | null = null
  readonly #pages = new Map<Language, { readonly of: LoadedCase; readonly html: string }>()
  readonly #listeners = new Set<() => void>()
  readonly #stopWatching: () => void

  constructor(place: CaseFolderPlace) {
    this.place = place
    this.#stopWatching = watchFolder(place.folder, () => {
      this.#read = null
      for (const listener of this.#listeners) listener()
    })
  }

  /** The case as its files are now. */
  read(): ReadCase {
    if (this.#read === null) {
      const folder = readCaseFolder(this.place.folder)
      const loaded = loadCase(folder.id, folder.files, { problems: folder.problems })
      this.#read = { loaded, ...examineReport(loaded) }
      if (!this.#read.broken) this.#whole = loaded
    }
    return this.#read
  }

  /** The page in a language, made anew where the files have changed. */
  async state(language: Language): Promise<CaseState> {
    const { found } = this.read()
    const known = this.#pages.get(language)
    if (this.#whole === null || this.#whole === known?.of) {
      return { found, page: known?.html ?? null, bug: null }
    }
    const of = this.#whole
    try {
      const html = await renderCasePage(of, language, { live: true })
      this.#pages.set(language, { of, html })
      return { found, page: html, bug: null }
    } catch (error) {
      const bug = error instanceof Error ? error.message : String(error)
      return { found, page: known?.html ?? null, bug }
    }
  }

  /** Calls `listener` after each change on disk. Returns how to stop. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  close(): void {
    this.#stopWatching()
    this.#listeners.clear()
  }
}
