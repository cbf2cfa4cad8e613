import { sourceOf } from '../facts/factEntry.js'
import type { Report } from '../report.js'

/** Sources by publisher, each linked to its entry in the list. Unknown ids are left out: the check reports them. */
export function SourceLinks({
  report,
  ids,
  most = Number.POSITIVE_INFINITY,
}: {
  report: Report
  ids: readonly string[]
  most?: number
}) {
  const known = ids.filter(id => sourceOf(report, id) !== undefined)
  const shown = known.slice(0, most)
  return (
    <span class="src">
      {shown.map((id, place) => (
        <span key={id}>
          {place > 0 && ', '}
          <a href={`#source-${id}`} title={report.text(sourceOf(report, id)?.title)}>
            {publisher(report, id)}
          </a>
        </span>
      ))}
      {known.length > shown.length && ` +${known.length - shown.length}`}
    </span>
  )
}

/** Who published it; without a publisher its title. */
export function publisher(report: Report, id: string): string {
  const source = sourceOf(report, id)
  return report.text(source?.publisher) || report.text(source?.title) || id
}
