import type { ComponentChildren } from 'preact'
import { reportWords } from '../../words/report/reportWords.js'
import type { Report } from '../report.js'
import { Footer } from './footer.js'
import { Masthead } from './masthead.js'

/** Everything inside `<body>`: the bar, the masthead, the sections, the footer. */
export function DocumentPage({ report, children }: { report: Report; children: ComponentChildren }) {
  const words = reportWords(report.language)
  const { editions } = report.data
  return (
    <>
      <a class="skip" href="#report">
        {words.skip}
      </a>
      <header class="top">
        <div>
          <b>{words.brand}</b>
          <span>{words.kind}</span>
        </div>
        {editions.length > 1 && (
          <nav class="editions" aria-label={words.editions}>
            {editions.map(({ language, href }) => (
              <a
                key={language}
                href={href}
                lang={language}
                hreflang={language}
                aria-current={language === report.language ? 'page' : undefined}
              >
                {words.languages[language]}
              </a>
            ))}
          </nav>
        )}
      </header>
      <main id="report">
        <Masthead report={report} />
        {children}
      </main>
      <Footer report={report} />
    </>
  )
}
