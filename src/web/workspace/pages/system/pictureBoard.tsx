import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { DrillOutcome } from '../../../../assess/drill.js'
import type { Layout, SystemPictures } from '../../../../layout/drawing.js'
import { Picture } from '../../../../view/replay/picture.js'
import { type Snapshot, type State, snapshot } from '../../../../view/replay/states.js'
import type { Report } from '../../../../view/report.js'
import { ReportPart } from '../../preview/reportPart.js'

/** A press that moves farther than this is a drag, CSS pixels. */
const dragFrom = 6
/** Below this width the tall picture is drawn, CSS pixels. */
const wideFrom = 700

export interface PictureBoardProps {
  readonly report: Report
  readonly layout: SystemPictures
  readonly chosen: string | null
  readonly loss: DrillOutcome | null
  readonly mayWrite: boolean
  readonly label: string
  readonly take: (component: string) => void
  /** Something was dragged onto something else. */
  readonly drop: (what: string, on: string, isContainer: boolean) => void
}

interface Drag {
  readonly what: string
  readonly x: number
  readonly y: number
  readonly moved: boolean
  readonly over: string | null
}

/**
 * The picture of the system, to be pressed and dragged in. It is the report's own picture; what is chosen, and what a drag is over, is
 * drawn on top. All that can be done here can be done by keyboard with the field and the buttons above.
 */
export function PictureBoard(props: PictureBoardProps) {
  const { report, layout, chosen, loss, mayWrite, label, take, drop } = props
  const board = useRef<HTMLDivElement>(null)
  const [isWide, setWide] = useState(true)
  const [drag, setDrag] = useState<Drag | null>(null)
  useEffect(() => {
    const watched = new ResizeObserver(([entry]) =>
      setWide((entry?.contentRect.width ?? wideFrom) >= wideFrom),
    )
    watched.observe(board.current!)
    return () => watched.disconnect()
  }, [])
  const drawn: Layout = isWide ? layout.wide : layout.tall
  const replayed = report.model!.replay([])
  const before = useMemo(() => snapshot(replayed, null), [replayed])
  const states = useMemo(() => lost(before, loss), [before, loss])
  const frames = [
    { component: chosen, kind: 'chosen' },
    { component: drag?.moved ? drag.over : null, kind: 'target' },
  ] as const

  return (
    <div
      ref={board}
      class="picture-board"
      role="img"
      aria-label={label}
      data-dragging={drag?.moved || undefined}
      onPointerDown={event => {
        const what = componentAt(event)
        if (what === null || event.button !== 0) return
        setDrag({ what, x: event.clientX, y: event.clientY, moved: false, over: null })
      }}
      onPointerMove={event => {
        if (drag === null || !mayWrite || event.pointerType === 'touch') return
        const moved = drag.moved || Math.hypot(event.clientX - drag.x, event.clientY - drag.y) > dragFrom
        const over = componentAt(event)
        if (moved !== drag.moved || over !== drag.over) setDrag({ ...drag, moved, over })
      }}
      onPointerUp={event => {
        if (drag === null) return
        const on = componentAt(event)
        setDrag(null)
        if (!drag.moved) take(drag.what)
        else if (on !== null && on !== drag.what) {
          drop(
            drag.what,
            on,
            drawn.placed.some(({ component, container }) => component === on && container),
          )
        }
      }}
      onPointerLeave={() => setDrag(null)}
    >
      <ReportPart>
        {/* The report's style knows the picture by the figure around it. */}
        <div class="replay" style={{ position: 'relative', margin: 0 }}>
          <Picture
            report={report}
            layout={drawn}
            snapshot={states}
            differs={nothing}
            changed={none}
            form={isWide ? 'wide' : 'tall'}
          />
          <svg
            viewBox={`0 0 ${drawn.width} ${drawn.height}`}
            style={{ position: 'absolute', inset: 0, width: '100%', height: '100%', pointerEvents: 'none' }}
            aria-hidden="true"
          >
            {frames.map(({ component, kind }) => {
              const at = drawn.placed.find(placed => placed.component === component)
              if (at === undefined) return null
              return (
                <rect
                  key={kind}
                  x={at.x - 4}
                  y={at.y - 4}
                  width={at.width + 8}
                  height={at.height + 8}
                  rx="4"
                  fill="none"
                  stroke={kind === 'chosen' ? 'var(--model)' : 'var(--if)'}
                  stroke-width="3"
                  stroke-dasharray={kind === 'chosen' ? undefined : '7 5'}
                />
              )
            })}
          </svg>
        </div>
      </ReportPart>
    </div>
  )
}

const nothing: ReadonlyMap<string, State> = new Map()
const none: ReadonlySet<string> = new Set()

/** The component under the pointer: the innermost one that the path of the event leads through. */
function componentAt(event: PointerEvent): string | null {
  for (const node of event.composedPath()) {
    const id = node instanceof Element ? node.getAttribute('data-component') : null
    if (id !== null) return id
  }
  return null
}

/** The picture before the first event, with what a loss takes down. */
function lost(before: Snapshot, loss: DrillOutcome | null): Snapshot {
  if (loss === null || loss.failed) return before
  const down = new Set([...loss.lost, ...loss.contents, ...loss.falls.map(({ component }) => component)])
  const impaired = new Set(loss.impaired)
  return {
    ...before,
    stateOf: id => (down.has(id) ? 'down' : impaired.has(id) ? 'impaired' : before.stateOf(id)),
    levelOf: id => (down.has(id) ? 0 : before.levelOf(id)),
  }
}
