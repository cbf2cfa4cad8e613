import { CaseReader } from '../../../files/caseReader.js'
import { PreviewDrawer } from './drawPreview.js'
import type { PreviewAnswer, PreviewRequest } from './previewMessages.js'

/** What the compiler cannot know of a worker without taking the page's own names away. */
interface WorkerScope {
  onmessage: ((event: { readonly data: PreviewRequest }) => void) | null
  readonly postMessage: (answer: PreviewAnswer) => void
}

const scope = globalThis as unknown as WorkerScope
const drawer = new PreviewDrawer(new CaseReader())

let newest: PreviewRequest | null = null

scope.onmessage = ({ data }) => {
  // Requests that wait while one is drawn are taken in first, and passed over for the newest.
  if (newest === null) setTimeout(drawNewest, 0)
  newest = data
}

function drawNewest(): void {
  if (newest === null) return
  const { number, caseId, texts, language } = newest
  newest = null
  const files = texts.map(([path, text]) => ({ path, text }))
  scope.postMessage({ number, html: drawer.draw(caseId, files, language) })
}
