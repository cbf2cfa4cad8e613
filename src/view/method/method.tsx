import { fidelityWords } from '../../words/fidelity/fidelityWords.js'
import { reportWords } from '../../words/report/reportWords.js'
import { termIds, termOf } from '../../words/report/terms.js'
import { type BasisKind, basisCounts } from '../disclosure/disclosure.js'
import type { Report } from '../report.js'

const FACT_KINDS = ['test', 'bound', 'fitted', 'input', 'context'] as const

/** How the model was computed, what it leaves out, how facts count, and what the words mean. */
export function Method({ report }: { report: Report }) {
  const words = reportWords(report.language)
  const { method } = words
  const { model, document } = report
  return (
    <div class="method" id="method">
      {model === null ? (
        <p>{method.noModel}</p>
      ) : (
        <>
          <div>
            <p>
              {method.intro}{' '}
              {method.size(
                Object.keys(document.components ?? {}).length,
                Object.keys(document.events ?? {}).length,
                model.scenario.quantities.length,
              )}
            </p>
            <p>{method.counterfactual}</p>
            <h3>{method.basis}</h3>
            <Bases report={report} />
          </div>
          <div>
            <h3>{method.leavesOut}</h3>
            <ul>
              {method.leavesOutItems.map(item => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          </div>
          <div class="kinds">
            <h3>{method.factKinds}</h3>
            <p>{method.factKindsText}</p>
            <FactKinds report={report} />
          </div>
        </>
      )}
      <details class="glossary">
        <summary>{method.glossary}</summary>
        <dl>
          {termIds.map(id => {
            const term = termOf(id, report.language)
            return (
              <div key={id}>
                <dt>{term?.name}</dt>
                <dd>{term?.meaning}</dd>
              </div>
            )
          })}
        </dl>
      </details>
    </div>
  )
}

function Bases({ report }: { report: Report }) {
  const { basisKinds } = reportWords(report.language).method
  const counts = basisCounts(report)
  return (
    <ul class="bases">
      {(Object.keys(counts) as BasisKind[])
        .filter(kind => counts[kind] > 0)
        .map(kind => (
          <li key={kind}>
            {basisKinds[kind]} <b>{counts[kind]}</b>
          </li>
        ))}
    </ul>
  )
}

function FactKinds({ report }: { report: Report }) {
  const said = fidelityWords(report.language)
  const facts = report.model?.wholeFidelity.byFact ?? []
  const all = Object.keys(report.document.facts ?? {}).length
  const count = (kind: (typeof FACT_KINDS)[number]) =>
    kind === 'context' ? all - facts.length : facts.filter(fact => fact.kind === kind).length
  return (
    <dl>
      {FACT_KINDS.filter(kind => count(kind) > 0).map(kind => (
        <div key={kind}>
          <dt>
            {said.kinds[kind]} <b>{count(kind)}</b>
          </dt>
          <dd>{said.kindMeanings[kind]}</dd>
        </div>
      ))}
    </dl>
  )
}
