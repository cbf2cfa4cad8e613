import { useEffect, useRef, useState } from 'preact/hooks'
import type { SystemPictures } from '../../../layout/drawing.js'
import type { CaseDocument, Language } from '../../../model/case.js'
import type { LayoutAnswer, LayoutRequest } from './layoutWorker.js'

/**
 * Where the components of a case stand in the picture, laid out beside the page. While a new layout is made the last one stays. Null
 * until there is one, and for a case without components.
 */
export function useLayout(document: CaseDocument | null, language: Language): SystemPictures | null {
  const worker = useRef<Worker | null>(null)
  const asked = useRef({ number: 0, of: '' })
  const [layout, setLayout] = useState<SystemPictures | null>(null)
  useEffect(() => {
    const opened = new Worker(new URL('./layoutWorker.js', import.meta.url), { type: 'module' })
    worker.current = opened
    opened.onmessage = ({ data }: MessageEvent<LayoutAnswer>) => {
      if (data.number === asked.current.number) setLayout(data.layout)
    }
    return () => {
      worker.current = null
      opened.terminate()
    }
  }, [])
  useEffect(() => {
    if (document === null) return
    // Positions follow from components and the language alone.
    const of = language + JSON.stringify(document.components)
    if (of === asked.current.of) return
    asked.current = { number: asked.current.number + 1, of }
    const request: LayoutRequest = { number: asked.current.number, document, language }
    worker.current?.postMessage(request)
  }, [document, language])
  return layout
}
