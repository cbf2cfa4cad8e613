import './elkGround.js'
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
let drawing = false

scope.onmessage = ({ data }) => {
  newest = data
  if (!drawing) void drawNewest()
}

/** Requests that came meanwhile are passed over for the newest. */
async function drawNewest(): Promise<void> {
  drawing = true
  while (newest !== null) {
    const { number, caseId, texts, language } = newest
    newest = null
    const files = texts.map(([path, text]) => ({ path, text }))
    scope.postMessage({ number, html: await drawer.draw(caseId, files, language) })
  }
  drawing = false
}
