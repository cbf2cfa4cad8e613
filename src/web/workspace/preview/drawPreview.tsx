import { renderToString } from 'preact-render-to-string'
import type { CaseFile } from '../../../files/caseFile.js'
import type { CaseReader } from '../../../files/caseReader.js'
import { loadCase } from '../../../files/loadCase.js'
import { layoutSystem } from '../../../layout/layoutSystem.js'
import type { CaseDocument, Language } from '../../../model/case.js'
import { compileCase } from '../../../model/compile.js'
import { readNarrative } from '../../../narrative/readNarrative.js'
import { Sections } from '../../../narrative/sections.js'
import { openReport } from '../../../view/report.js'
import type { ReportData } from '../../../view/reportData.js'
import { reportDataOf } from '../result/reportDataOf.js'

/** Draws what a narrative looks like in the report, as HTML that carries no script. Remembers what is slow to make. */
export class PreviewDrawer {
  readonly #reader: CaseReader
  #layout: { readonly of: string; readonly layout: ReportData['layout'] } | null = null
  /** The last document without errors: a slip in a YAML file does not take the figures away. */
  #whole: CaseDocument | null = null

  constructor(reader: CaseReader) {
    this.#reader = reader
  }

  /** The narrative in a language with its figures, or null where there is neither a narrative nor a whole case. */
  async draw(caseId: string, files: readonly CaseFile[], language: Language): Promise<string | null> {
    const loaded = loadCase(caseId, files, { reader: this.#reader })
    const sound = !loaded.problems.some(({ severity }) => severity === 'error')
    if (sound && loaded.document !== null) this.#whole = loaded.document
    const written = loaded.narratives[language]
    if (this.#whole === null) return null
    const data = { ...reportDataOf(caseId, this.#whole, language), layout: await this.#layoutOf(language) }
    return renderToString(
      <Sections
        report={openReport(data)}
        narrative={written === undefined ? null : readNarrative(written.text, language)}
        hiddenFacts={new Set()}
      />,
    )
  }

  /** Positions follow from components alone, so what is written elsewhere leaves the picture as it is. */
  async #layoutOf(language: Language): Promise<ReportData['layout']> {
    const document = this.#whole!
    if (document.components === undefined) return null
    const of = language + JSON.stringify(document.components)
    if (this.#layout?.of !== of) {
      const { compiled } = compileCase(document)
      this.#layout = { of, layout: compiled === null ? null : await layoutSystem(compiled, language) }
    }
    return this.#layout.layout
  }
}
