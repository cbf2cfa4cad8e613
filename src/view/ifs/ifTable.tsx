import type { Verdict } from '../../assess/assessment.js'
import type { Report } from '../report.js'
import { withRequired } from './combination.js'
import { chipOf } from './verdictChip.js'

/** Every if and every service in words, with the structural part of each verdict. */
export function IfTable({ report }: { report: Report }) {
  const { model, words } = report
  if (model === null) return null
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
                <tr key={`${id} ${verdict.component}`}>
                  {place === 0 && (
                    <th scope="rowgroup" rowSpan={verdicts.length}>
                      {report.numberOf(id)} {report.text(report.document.ifs?.[id]?.title)}
                    </th>
                  )}
                  <td>{report.title(verdict.component)}</td>
                  <td>{structureInWords(report, verdict)}</td>
                  <td>
                    {verdict.timed === null ? words.ifs.contradictedLong : chipOf(report, verdict).text}
                  </td>
                </tr>
              ))
            })}
          </tbody>
        </table>
      </section>
    </details>
  )
}

/** The structural part of a verdict: whether it goes down, and how it comes back. */
export function structureInWords(report: Report, { structural }: Verdict): string {
  const { words } = report
  if (!structural.goesDown) return words.ifs.neverDown
  return `${words.ifs.goesDown}, ${words.ifs.returns[structural.comesBack]}`
}
