import { ourselvesWords } from '../../words/ourselves/ourselvesWords.js'
import type { Report } from '../report.js'
import type { Standing, Standings } from './standing.js'

/** Services whose bars are drawn: those that tell most. */
const SHOWN = 8

/** What the model of the case answers: how many services fall, and each before and after on one scale. */
export function Answer({
  report,
  standings,
  ours,
}: {
  report: Report
  standings: Standings
  ours: readonly string[]
}) {
  const words = ourselvesWords(report.language)
  const before = standings.of([])
  const after = standings.of(ours)
  const falls = (of: readonly Standing[]) => of.filter(({ downMs }) => downMs > 0)
  const told = falls(after).filter(({ withheld }) => !withheld)
  const longest = told.reduce<Standing | null>(
    (most, one) => (most === null || one.downMs > most.downMs ? one : most),
    null,
  )
  const rows = telling(before)
  const hidden = before.length - rows.length
  const scale = Math.max(1, ...[...before, ...after].map(one => (one.withheld ? 0 : one.downMs)))
  return (
    <>
      <p class="say" aria-live="polite">
        {words.answer({
          picked: ours.length,
          falls: falls(after).length,
          of: before.length,
          before: falls(before).length,
        })}
        {longest !== null && (
          <span class="longest">
            {' '}
            {words.longest(report.title(longest.component), lengthOf(report, longest))}
          </span>
        )}
      </p>
      <dl class="ours-bars">
        {rows.map(was => {
          const is = after.find(({ component }) => component === was.component) ?? was
          return (
            <div key={was.component}>
              <dt>{report.title(was.component)}</dt>
              <dd>
                <Bar report={report} kind="was" label={words.was} standing={was} scale={scale} />
                {ours.length > 0 && (
                  <Bar report={report} kind="with" label={words.with} standing={is} scale={scale} />
                )}
              </dd>
            </div>
          )
        })}
      </dl>
      {hidden > 0 && <p class="cap">{words.moreServices(hidden)}</p>}
    </>
  )
}

function Bar({
  report,
  kind,
  label,
  standing,
  scale,
}: {
  report: Report
  kind: 'was' | 'with'
  label: string
  standing: Standing
  scale: number
}) {
  const up = standing.downMs === 0
  const hidden = standing.withheld && !up
  return (
    <span class="ours-bar" data-kind={kind} data-up={up} data-withheld={hidden}>
      <span class="vh">{label} </span>
      <i style={{ '--h': hidden ? 0.3 : standing.downMs / scale }} />
      <b>{hidden ? ourselvesWords(report.language).withheld : lengthOf(report, standing)}</b>
    </span>
  )
}

function lengthOf(report: Report, { downMs, backWithinHorizon }: Standing): string {
  const words = ourselvesWords(report.language)
  if (downMs === 0) return words.notDown
  const length = report.clock.duration(downMs)
  return backWithinHorizon ? length : words.atLeast(length)
}

/** Services that fall, one for each length, the first of the case before others that fare alike. */
function telling(before: readonly Standing[]): readonly Standing[] {
  const seen = new Set<string>()
  return before
    .filter(({ downMs, withheld }) => {
      const key = withheld ? 'withheld' : String(downMs)
      return downMs > 0 && !seen.has(key) && seen.add(key)
    })
    .slice(0, SHOWN)
}
