import type { SystemPictures } from '../../../layout/drawing.js'
import { layoutSystem } from '../../../layout/layoutSystem.js'
import type { CaseDocument, Language } from '../../../model/case.js'
import { compileCase } from '../../../model/compile.js'

/** To the worker: a whole case. */
export interface LayoutRequest {
  readonly number: number
  readonly document: CaseDocument
  readonly language: Language
}

/** From the worker: where everything stands; null where there is nothing to draw. */
export interface LayoutAnswer {
  readonly number: number
  readonly layout: SystemPictures | null
}

/** What the compiler cannot know of a worker without taking the page's own names away. */
interface WorkerScope {
  onmessage: ((event: { readonly data: LayoutRequest }) => void) | null
  readonly postMessage: (answer: LayoutAnswer) => void
}

const scope = globalThis as unknown as WorkerScope

scope.onmessage = ({ data: { number, document, language } }) => {
  const { compiled } = compileCase(document)
  const layout = compiled === null ? null : layoutSystem(compiled, language)
  scope.postMessage({ number, layout })
}
