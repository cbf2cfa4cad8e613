import { renderToString } from 'preact-render-to-string'
import type { CaseFile } from '../../../files/caseFile.js'
import type { CaseReader } from '../../../files/caseReader.js'
import { loadCase } from '../../../files/loadCase.js'
import type { CaseDocument, Language } from '../../../model/case.js'
import { readNarrative } from '../../../narrative/readNarrative.js'
import { Sections } from '../../../narrative/sections.js'
import { openReport } from '../../../view/report.js'
import { reportDataOf } from '../result/reportDataOf.js'

/** Draws what a narrative looks like in the report, as HTML that carries no script. Remembers what is slow to make. */
export class PreviewDrawer {
  readonly #reader: CaseReader
  /** The last document without errors: a slip in a YAML file does not take the figures away. */
  #whole: CaseDocument | null = null

  constructor(reader: CaseReader) {
    this.#reader = reader
  }

  /** The narrative in a language with its figures, or null where there is neither a narrative nor a whole case. */
  draw(caseId: string, files: readonly CaseFile[], language: Language): string | null {
    const loaded = loadCase(caseId, files, { reader: this.#reader })
    const sound = !loaded.problems.some(({ severity }) => severity === 'error')
    if (sound && loaded.document !== null) this.#whole = loaded.document
    const written = loaded.narratives[language]
    if (this.#whole === null) return null
    return renderToString(
      <Sections
        report={openReport(reportDataOf(caseId, this.#whole, language))}
        narrative={written === undefined ? null : readNarrative(written.text, language)}
        hiddenFacts={new Set()}
      />,
    )
  }
}
