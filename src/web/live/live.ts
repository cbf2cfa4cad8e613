import { keepPlace, restorePlace } from './kept.js'
import { openTracing, type TracingWords } from './tracing.js'

/** Longer than the page waits before it writes a choice into its address. */
const settledMs = 400

/** A served page follows its files, and keeps what the reader has before them. */
function follow(): void {
  const changes = new EventSource('changes')
  let reloading = false
  const reload = () => {
    if (reloading) return
    reloading = true
    setTimeout(() => {
      keepPlace()
      location.reload()
    }, settledMs)
  }
  changes.addEventListener('change', reload)
  // A second greeting is another connection: what changed meanwhile was not told.
  let greeted = false
  changes.addEventListener('hello', () => {
    if (greeted) reload()
    greeted = true
  })
  addEventListener('load', () => requestAnimationFrame(() => requestAnimationFrame(restorePlace)))
}

follow()
const button = document.querySelector<HTMLButtonElement>('.tracing-toggle')
const words = document.getElementById('manil-tracing')?.textContent
if (button !== null && words != null) openTracing(button, JSON.parse(words) as TracingWords)
