import { reportWords } from '../../words/report/reportWords.js'
import { sourceOf } from '../facts/factEntry.js'
import type { Report } from '../report.js'
import { SourceLinks } from '../sources/sourceLinks.js'
import { Unknown } from './factRef.js'

/** A source in a sentence: who published it, linked to its entry in the list. */
export function SourceRef({ report, id }: { report: Report; id: string }) {
  if (sourceOf(report, id) === undefined)
    return <Unknown text={reportWords(report.language).inline.unknownSource(id)} />
  return <SourceLinks report={report} ids={[id]} />
}
