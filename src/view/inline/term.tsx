import { reportWords } from '../../words/report/reportWords.js'
import { termOf } from '../../words/report/terms.js'
import type { Report } from '../report.js'
import { Unknown } from './factRef.js'

/** A term where it first stands: what it means follows below the paragraph. Later it links there. */
export function TermRef({ report, id, first }: { report: Report; id: string; first: boolean }) {
  const term = termOf(id, report.language)
  if (term === null) return <Unknown text={reportWords(report.language).inline.unknownTerm(id)} />
  if (first) return <dfn>{term.name}</dfn>
  return (
    <a class="term-ref" href={`#term-${id}`} title={term.meaning}>
      {term.name}
    </a>
  )
}

/** What terms mean, below the paragraph in which they first stand. */
export function TermNotes({ report, ids }: { report: Report; ids: readonly string[] }) {
  const terms = ids.flatMap(id => {
    const term = termOf(id, report.language)
    return term === null ? [] : [{ id, term }]
  })
  if (terms.length === 0) return null
  return (
    <aside class="term-notes">
      {terms.map(({ id, term }) => (
        <p key={id} id={`term-${id}`}>
          <b>{term.name}</b> {term.meaning}
        </p>
      ))}
    </aside>
  )
}
