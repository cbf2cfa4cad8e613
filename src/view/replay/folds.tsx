import type { Report } from '../report.js'
import type { FoldedDrawing } from './systemPictures.js'

/** Up to so many components all places may be opened at once. */
const mostOpenAtOnce = 400

interface FoldsProps {
  readonly report: Report
  readonly drawing: FoldedDrawing
  readonly turned: ReadonlySet<string>
  readonly turn: (turned: ReadonlySet<string>) => void
}

/** The places of the picture that are folded, as buttons: what pressing a box does, by keyboard. */
export function Folds({ report, drawing, turned, turn }: FoldsProps) {
  const { folds } = report.words
  if (!drawing.folds) return null
  const folded = drawing.places.filter(({ open, shown }) => shown && !open)
  const everything = drawing.places.filter(({ open }) => !open)
  const parts = report.model?.run.system.components.length ?? 0
  return (
    <details class="folds">
      <summary>{folded.length === 0 ? folds.noneFolded : folds.heading(folded.length)}</summary>
      <p>{folds.how}</p>
      <ul>
        {drawing.places
          .filter(({ id, open, shown }) => shown && (!open || turned.has(id)))
          .map(({ id, title, open }) => (
            <li key={id}>
              <button type="button" aria-expanded={open} onClick={() => turn(toggled(turned, [id]))}>
                {title}
              </button>
            </li>
          ))}
        {everything.length > 0 && parts <= mostOpenAtOnce && (
          <li>
            <button
              type="button"
              onClick={() =>
                turn(
                  toggled(
                    turned,
                    everything.map(({ id }) => id),
                  ),
                )
              }
            >
              {folds.all}
            </button>
          </li>
        )}
        {turned.size > 0 && (
          <li>
            <button type="button" onClick={() => turn(new Set())}>
              {folds.first}
            </button>
          </li>
        )}
      </ul>
    </details>
  )
}

/** The set with each of these put in or taken out. */
export function toggled(set: ReadonlySet<string>, ids: readonly string[]): ReadonlySet<string> {
  const next = new Set(set)
  for (const id of ids) if (!next.delete(id)) next.add(id)
  return next
}
