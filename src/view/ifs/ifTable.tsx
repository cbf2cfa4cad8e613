import { verdictWords } from '../../words/verdicts/verdictWords.js'
import type { Report } from '../report.js'
import { withRequired } from './combination.js'
import { chipOf } from './verdictChip.js'

/** Every if and every service in words, with the structural part of each verdict. */
export function IfTable({ report }: { report: Report }) {
  const { model, words } = report
  if (model === null) return null
  const said = verdictWords(report.language)
  return (
    <details class="if-table">
      <summary>{words.ifs.table}</summary>
      <section class="scroll" aria-label={words.ifs.label}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.ifs.condition}</th>
              <th scope="col">{words.ifs.service}</th>
              <th scope="col">{words.ifs.structural}</th>
              <th scope="col">{words.ifs.timed}</th>
            </tr>
          </thead>
          <tbody>
            {report.ifs.flatMap(id => {
              const verdicts = model
                .judge(withRequired(report, id))
                .verdicts.filter(verdict => chipOf(report, verdict).kind !== 'none')
              return verdicts.map((verdict, place) => (
                <tr key={`${id} ${verdict.component}`} data-from={`ifs/${id}`}>
                  {place === 0 && (
                    <th scope="rowgroup" rowSpan={verdicts.length}>
                      {report.numberOf(id)} {report.text(report.document.ifs?.[id]?.title)}
                    </th>
                  )}
                  <td>{report.title(verdict.component)}</td>
                  <td>{said.structural(verdict, [])}</td>
                  <td>{said.timed(verdict, [], [])}</td>
                </tr>
              ))
            })}
          </tbody>
        </table>
      </section>
    </details>
  )
}
