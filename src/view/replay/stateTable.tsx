import { useState } from 'preact/hooks'
import { useLive } from '../live.js'
import type { Replayed, Report } from '../report.js'
import { Still } from '../still.js'
import type { Snapshot, State } from './states.js'

/** Rows of the table that a page carries without script: a larger system has them when the table is opened. */
const mostRowsAtOnce = 200

interface StateTableProps {
  readonly report: Report
  readonly replayed: Replayed
  readonly shown: Snapshot
  readonly differs: ReadonlyMap<string, State>
}

/** The picture of a moment as a table: every component, where it stands, how it is. */
export function StateTable({ report, replayed, shown, differs }: StateTableProps) {
  const { words } = report
  const [open, setOpen] = useState(false)
  // A closed table is drawn once, for who reads without script and for print.
  const drawn = useLive()
  const { document, ids, run } = replayed
  const small = ids.length <= mostRowsAtOnce
  const title = (id: string) => report.text(document.components?.[id]?.title) || id
  return (
    <details class="states" onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{words.replay.table}</summary>
      <Still still={!open && drawn}>
        {(small || open) && (
          <section class="scroll" aria-label={words.replay.table}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{words.replay.component}</th>
                  <th scope="col">{words.replay.place}</th>
                  <th scope="col">{words.replay.state}</th>
                  <th scope="col">{words.replay.units}</th>
                  {differs.size > 0 && <th scope="col">{words.replay.record}</th>}
                </tr>
              </thead>
              <tbody>
                {ids.map((id, index) => {
                  const within = run.system.components[index]?.within ?? -1
                  const record = differs.get(id)
                  return (
                    <tr key={id} data-s={shown.stateOf(id)} data-component={id}>
                      <th scope="row">{title(id)}</th>
                      <td>{within < 0 ? '' : title(ids[within] ?? '')}</td>
                      <td>{words.states[shown.stateOf(id)]}</td>
                      <td>
                        {shown.countOf(id) > 1
                          ? `${shown.levelOf(id).toLocaleString('en-US')} / ${shown.countOf(id).toLocaleString('en-US')}`
                          : ''}
                      </td>
                      {differs.size > 0 && <td>{record === undefined ? '' : words.states[record]}</td>}
                    </tr>
                  )
                })}
              </tbody>
            </table>
          </section>
        )}
      </Still>
    </details>
  )
}
