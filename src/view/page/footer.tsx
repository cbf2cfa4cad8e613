import { reportWords } from '../../words/report/reportWords.js'
import type { Report } from '../report.js'

/** Which data and which program the page was made from. */
export function Footer({ report }: { report: Report }) {
  const words = reportWords(report.language)
  const { data, document, model } = report
  const published = data.editions.every(({ href }) => href.endsWith('.html'))
  const horizonDays = model === null ? null : model.run.scenario.horizonMs / 86_400_000
  const horizon =
    horizonDays === null
      ? null
      : Number.isInteger(horizonDays)
        ? words.days(horizonDays)
        : report.clock.duration(horizonDays * 86_400_000)
  return (
    <footer>
      <dl>
        <dt>{words.footer.case}</dt>
        <dd>{data.caseId}</dd>
        <dt>{words.footer.checksum}</dt>
        <dd class="hash">{data.checksum}</dd>
        <dt>{words.footer.engine}</dt>
        <dd>
          {horizon === null
            ? `manil ${data.version}`
            : words.footer.engineText(data.version, document.case.start, horizon)}
        </dd>
        <dt>{words.footer.data}</dt>
        <dd>
          {published ? (
            <>
              <a href="case.json">case.json</a>, <a href="checksums.txt">checksums.txt</a>
            </>
          ) : (
            words.footer.dataText
          )}
          <span
            class="download"
            hidden
            data-download
            data-agrees={words.footer.agrees}
            data-differs={words.footer.differs}
          >
            {' '}
            <a href={published ? 'case.json' : '#'} download={`${data.caseId}.json`}>
              {words.footer.download}
            </a>{' '}
            <span role="status" />
          </span>
        </dd>
      </dl>
    </footer>
  )
}
