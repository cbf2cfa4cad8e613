import { useEffect, useRef, useState } from 'preact/hooks'
import type { CaseFile } from '../../../files/caseFile.js'
import type { Language } from '../../../model/case.js'
import type { PreviewAnswer, PreviewRequest } from './previewMessages.js'
import { previewTree } from './reportTree.js'

/** The page is drawn anew when nobody has written for so long. */
const restMs = 300

export interface PreviewProps {
  readonly caseId: string
  readonly files: readonly CaseFile[]
  readonly language: Language
  /** The section of the narrative to show, from 1; 0 is what stands before the first. */
  readonly section: number
  readonly label: string
  readonly waiting: string
}

/**
 * The narrative as it will stand in the report. It is drawn in a worker, and shown in a frame, so that the report's style and the
 * page's leave each other alone and the report is as wide as its frame. Figures are still pictures here: they come to life in the report.
 */
export function Preview({ caseId, files, language, section, label, waiting }: PreviewProps) {
  const place = useRef<HTMLIFrameElement>(null)
  const worker = useRef<Worker | null>(null)
  const number = useRef(0)
  const [html, setHtml] = useState<string | null>(null)

  useEffect(() => {
    const opened = new Worker(new URL('./previewWorker.js', import.meta.url), { type: 'module' })
    worker.current = opened
    opened.onmessage = ({ data }: MessageEvent<PreviewAnswer>) => {
      if (data.number === number.current) setHtml(data.html)
    }
    return () => {
      worker.current = null
      opened.terminate()
    }
  }, [])

  useEffect(() => {
    const timer = setTimeout(() => {
      const texts = files.flatMap(({ path, text }) =>
        typeof text === 'string' ? [[path, text] as const] : [],
      )
      number.current += 1
      const request: PreviewRequest = { number: number.current, caseId, language, texts }
      worker.current?.postMessage(request)
    }, restMs)
    return () => clearTimeout(timer)
  }, [caseId, files, language])

  useEffect(() => {
    const frame = place.current
    if (html === null || frame === null) return
    const tree = previewTree(frame, language)
    // The page's policy forbids styles that stand in markup; set one by one they are allowed.
    tree.innerHTML = html.replaceAll(' style="', ' data-style="')
    for (const element of tree.querySelectorAll<HTMLElement | SVGElement>('[data-style]')) {
      element.style.cssText = element.dataset.style ?? ''
    }
  }, [html, language])

  useEffect(() => {
    const inside = place.current?.contentDocument
    const shown = inside?.querySelector(section === 0 ? '.opening' : `#section-${section}`)
    if (!shown) return
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
    const top = shown.getBoundingClientRect().top + (inside?.defaultView?.scrollY ?? 0)
    inside?.defaultView?.scrollTo({ top, behavior: calm ? 'auto' : 'smooth' })
  }, [section, html === null])

  return (
    <section class="preview" aria-label={label}>
      {html === null && <p class="preview-waiting">{waiting}</p>}
      {/* Without scripts; the page itself draws in it. */}
      <iframe ref={place} title={label} sandbox="allow-same-origin" data-empty={html === null || undefined} />
    </section>
  )
}
