import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { ourselvesWords } from '../../words/ourselves/ourselvesWords.js'
import { together, toggled } from '../ifs/combination.js'
import { FidelityLine } from '../ifs/ifResult.js'
import { useLive } from '../live.js'
import { boundWords } from '../page/boundWords.js'
import type { Report } from '../report.js'
import { Answer } from './answer.js'
import { ADDRESSEES, addresseeOf, conditionText } from './conditions.js'
import { LookFirst } from './lookFirst.js'
import { readOurs, writeOurs } from './ourAddress.js'
import { ShareAnswer } from './shareAnswer.js'
import { standingsOf } from './standing.js'

/**
 * 「우리라면?」: a reader ticks which conditions their organisation has, and the model of the case answers: what would fall, and what to
 * look at first. The answer stands in the address of the page.
 */
export function AndWe({ report }: { report: Report }) {
  const live = useLive()
  const place = useRef<HTMLDivElement>(null)
  const [ours, setOurs] = useState<readonly string[]>([])
  const [said, tell] = useState('')
  const standings = useMemo(() => standingsOf(report), [report])
  useAddress(report, ours, setOurs, place)
  if (standings === null || report.ifs.length === 0) return null
  const words = ourselvesWords(report.language)
  const groups = ADDRESSEES.map(addressee => ({
    addressee,
    ids: report.ifs.filter(id => addresseeOf(report, id) === addressee),
  })).filter(({ ids }) => ids.length > 0)
  const tick = (id: string) => {
    const { ifs, said } = toggled(report, ours, id)
    setOurs(report.ifs.filter(one => ifs.includes(one)))
    tell(said)
    return ifs.includes(id)
  }
  const set = (ids: readonly string[]) => {
    setOurs(report.ifs.filter(one => ids.includes(one)))
    tell('')
  }
  return (
    <div class="and-we" id="and-we" ref={place}>
      <p class="whose">{words.whose(report.text(report.document.case.title))}</p>
      <div class="ours-board">
        <div class="ours">
          <div class="ours-head">
            <h3>{words.pick}</h3>
            <span>{words.picked(ours.length, report.ifs.length)}</span>
            <div class="ours-sets" hidden={!live}>
              <button type="button" onClick={() => set(together(report, report.ifs))}>
                {words.all}
              </button>
              <button type="button" onClick={() => set([])}>
                {words.none}
              </button>
            </div>
          </div>
          {groups.map(({ addressee, ids }) => (
            <fieldset key={addressee}>
              <legend>{words.addressees[addressee]}</legend>
              {ids.map(id => (
                <label key={id} data-on={ours.includes(id)}>
                  <input
                    type="checkbox"
                    checked={ours.includes(id)}
                    disabled={!live}
                    onChange={event => {
                      event.currentTarget.checked = tick(id)
                    }}
                  />
                  <span>{boundWords(conditionText(report, id))}</span>
                </label>
              ))}
            </fieldset>
          ))}
          <p class="said" role="status">
            {said}
          </p>
        </div>
        <div class="ours-answer">
          <Answer report={report} standings={standings} ours={ours} />
          <FidelityLine report={report} />
          <ShareAnswer report={report} ours={ours} />
        </div>
      </div>
      <LookFirst report={report} standings={standings} ours={ours} />
      <p class="cap">{words.own(report.data.caseId)}</p>
    </div>
  )
}

/** Keeps what is ticked in the address, and takes it from there when the page opens or the address is changed by hand. */
function useAddress(
  report: Report,
  ours: readonly string[],
  setOurs: (ids: readonly string[]) => void,
  place: { readonly current: HTMLElement | null },
): void {
  const opened = useRef(false)
  useEffect(() => {
    const take = () => {
      const named = readOurs(location.hash)
      if (named === null) return
      setOurs(
        together(
          report,
          report.ifs.filter(id => named.includes(id)),
        ),
      )
      if (named.length > 0) place.current?.scrollIntoView()
    }
    take()
    addEventListener('hashchange', take)
    return () => removeEventListener('hashchange', take)
  }, [report])
  useEffect(() => {
    // The first drawing knows nothing of the address yet.
    if (!opened.current) {
      opened.current = true
      return
    }
    const next = writeOurs(location.hash, ours)
    if (next !== location.hash)
      history.replaceState(null, '', next === '' ? location.pathname + location.search : next)
  }, [ours])
}
