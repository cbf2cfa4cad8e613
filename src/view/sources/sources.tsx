import { reportWords } from '../../words/report/reportWords.js'
import { webAddress } from '../inline/webAddress.js'
import type { Report } from '../report.js'

/** Every public source, numbered in the order of the case, with its link and how many facts rest on it. */
export function Sources({ report, titled = false }: { report: Report; titled?: boolean }) {
  const words = reportWords(report.language)
  const sources = Object.entries(report.document.sources ?? {})
  if (sources.length === 0) return <p>{words.sources.none}</p>
  const uses = new Map<string, number>()
  for (const { sources: cited = [] } of Object.values(report.document.facts ?? {}))
    for (const id of cited) uses.set(id, (uses.get(id) ?? 0) + 1)
  return (
    <>
      {titled && <h3 class="sources-title">{words.headings.sources(sources.length)}</h3>}
      <ol class="sources" id="sources">
        {sources.map(([id, source]) => {
          const href = webAddress(source.url)
          const file = report.data.attachments.find(({ path }) => path === source.file)
          const title = report.text(source.title) || id
          return (
            <li key={id} id={`source-${id}`}>
              <span class="title">
                {href === null ? (
                  title
                ) : (
                  <a href={href} rel="noreferrer">
                    {title}
                  </a>
                )}
              </span>
              <span class="about">
                {[
                  report.text(source.publisher),
                  source.date,
                  source.kind === undefined ? '' : words.facts[source.kind],
                  uses.has(id) ? words.sources.used(uses.get(id) ?? 0) : '',
                ]
                  .filter(part => part !== undefined && part !== '')
                  .join(' · ')}
                {file !== undefined && (
                  <>
                    {' · '}
                    <a href={file.path}>{words.sources.file}</a>
                  </>
                )}
              </span>
            </li>
          )
        })}
      </ol>
    </>
  )
}
