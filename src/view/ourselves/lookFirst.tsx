import { useEffect, useState } from 'preact/hooks'
import { ourselvesWords } from '../../words/ourselves/ourselvesWords.js'
import { boundWords } from '../page/boundWords.js'
import type { Report } from '../report.js'
import { ADDRESSEES, addresseeOf, conditionText } from './conditions.js'
import type { Gain, Standings } from './standing.js'

/** Conditions that an addressee is shown at once. */
const FIRST = 3

/** For each addressee the conditions that are not there, by what each would change: what to look at first. */
export function LookFirst({
  report,
  standings,
  ours,
}: {
  report: Report
  standings: Standings
  ours: readonly string[]
}) {
  const words = ourselvesWords(report.language)
  const gains = useGains(standings, ours)
  const groups = ADDRESSEES.map(addressee => ({
    addressee,
    list: gains.filter(({ id }) => addresseeOf(report, id) === addressee),
  })).filter(({ list }) => list.length > 0)
  return (
    <div class="look">
      <h3>{words.lookFirst}</h3>
      <p class="look-about">{gains.length === 0 ? words.nothingLeft : words.lookFirstAbout}</p>
      <div class="look-groups">
        {groups.map(({ addressee, list }) => (
          <section key={addressee} aria-label={words.addressees[addressee]}>
            <h4>{words.addressees[addressee]}</h4>
            <Items report={report} list={list.filter(changes).slice(0, FIRST)} />
            <More report={report} list={list.filter(changes).slice(FIRST)} />
            <Unchanging report={report} list={list.filter(gain => !changes(gain))} />
          </section>
        ))}
      </div>
    </div>
  )
}

const changes = ({ prevented, shorter, worse, conflict }: Gain) =>
  !conflict && prevented + shorter + worse > 0

function Items({ report, list }: { report: Report; list: readonly Gain[] }) {
  if (list.length === 0) return null
  return (
    <ol class="look-list">
      {list.map(gain => (
        <li key={gain.id}>
          <Item report={report} gain={gain} />
        </li>
      ))}
    </ol>
  )
}

function More({ report, list }: { report: Report; list: readonly Gain[] }) {
  if (list.length === 0) return null
  return (
    <details class="look-more">
      <summary>{ourselvesWords(report.language).more(list.length)}</summary>
      <Items report={report} list={list} />
    </details>
  )
}

function Item({ report, gain }: { report: Report; gain: Gain }) {
  const words = ourselvesWords(report.language)
  const look = report.text(report.document.portable?.ifs?.[gain.id]?.look)
  return (
    <>
      <b>{boundWords(look || conditionText(report, gain.id))}</b>
      {look !== '' && <span class="missing">{conditionText(report, gain.id)}</span>}
      <span class="gain" data-worse={gain.deltaMs > 0}>
        {gain.conflict ? words.cannotStand : words.gain(gain)}
      </span>
    </>
  )
}

function Unchanging({ report, list }: { report: Report; list: readonly Gain[] }) {
  if (list.length === 0) return null
  const words = ourselvesWords(report.language)
  return (
    <details>
      <summary>{words.without(list.length)}</summary>
      <ul class="look-rest">
        {list.map(({ id }) => (
          <li key={id}>{conditionText(report, id)}</li>
        ))}
      </ul>
    </details>
  )
}

/** Each missing condition is a run of its own, so the list follows the answer a moment later. */
function useGains(standings: Standings, ours: readonly string[]): readonly Gain[] {
  const [shown, show] = useState(ours)
  useEffect(() => {
    if (shown === ours) return
    const timer = setTimeout(() => show(ours))
    return () => clearTimeout(timer)
  }, [ours])
  return standings.gains(shown)
}
