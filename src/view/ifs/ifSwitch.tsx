import { useComputed } from '@preact/signals'
import { useLive } from '../live.js'
import { boundWords } from '../page/boundWords.js'
import type { Report } from '../report.js'
import { choose, type ReportState } from '../reportState.js'
import { toggled } from './combination.js'

/** Whether an if is on. Who asks is drawn again only when that changes, not at every choice. */
export function useIsOn(state: ReportState, id: string): boolean {
  return useComputed(() => state.chosenIfs.value.includes(id)).value
}

/** The number by which figures call an if. */
export function IfNumber({ report, id }: { report: Report; id: string }) {
  return <b class="no">{report.numberOf(id)}</b>
}

/** Numbers of several ifs with plus signs between them. */
export function IfNumbers({ report, ids }: { report: Report; ids: readonly string[] }) {
  return (
    <>
      {ids.map((id, place) => (
        <span key={id} class="numbers">
          {place > 0 && ' + '}
          <IfNumber report={report} id={id} />
        </span>
      ))}
    </>
  )
}

interface IfSwitchProps {
  readonly report: Report
  readonly state: ReportState
  readonly id: string
  /** Told what else changed, or why nothing did. */
  readonly tell: (said: string) => void
}

/** A switch for one if, with its number and title. Without script it cannot be turned. */
export function IfSwitch({ report, state, id, tell }: IfSwitchProps) {
  const live = useLive()
  const on = useIsOn(state, id)
  return (
    <label class="if-switch">
      <input
        type="checkbox"
        role="switch"
        class="sw"
        aria-checked={on}
        checked={on}
        disabled={!live}
        onChange={event => {
          const { ifs, said } = toggled(report, state.chosenIfs.value, id)
          choose(report, state, ifs)
          tell(said)
          event.currentTarget.checked = ifs.includes(id)
        }}
      />
      <span>
        <IfNumber report={report} id={id} /> {boundWords(report.text(report.document.ifs?.[id]?.title)) || id}
      </span>
    </label>
  )
}
