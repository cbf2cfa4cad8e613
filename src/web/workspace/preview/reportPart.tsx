import { type ComponentChildren, Fragment, h, render } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { reportTree } from './reportTree.js'

/** A part of the report inside a page of the workspace, alive, with the report's own style. */
export function ReportPart({ children }: { readonly children: ComponentChildren }) {
  const host = useRef<HTMLDivElement>(null)
  useEffect(() => {
    render(h(Fragment, null, children), reportTree(host.current!))
  })
  useEffect(() => {
    const { current } = host
    return () => render(null, reportTree(current!))
  }, [])
  return <div class="report-part" ref={host} />
}
