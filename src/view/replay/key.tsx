import type { Report } from '../report.js'
import { blockUnits } from './box.js'
import { Glyph } from './glyph.js'
import type { Snapshot, State } from './states.js'

const STATES: readonly State[] = ['up', 'impaired', 'down', 'waiting', 'absent']

/** The signs of the picture; frames only where one is drawn. */
export function Key({ report, differs, changed }: { report: Report; differs: boolean; changed: boolean }) {
  const { words } = report
  const counts = Object.values(report.document.components ?? {}).map(component => component.count ?? 1)
  const unit = blockUnits(counts)
  return (
    <ul class="key">
      {STATES.map(state => (
        <li key={state}>
          <svg viewBox="0 0 20 20" class="box" data-s={state} aria-hidden="true">
            <rect class={state === 'absent' ? 'cell' : 'square'} x={0.5} y={0.5} width={19} height={19} />
            <Glyph state={state} x={10} y={10} />
          </svg>
          {words.states[state]}
        </li>
      ))}
      {unit !== null && (
        <li>
          <i class="unit" />
          {words.replay.block(unit.toLocaleString('en-US'))}
        </li>
      )}
      {changed && (
        <li>
          <i class="frame green" />
          {words.replay.changedFrame}
        </li>
      )}
      {differs && (
        <li>
          <i class="frame" />
          {words.replay.frame}
        </li>
      )}
    </ul>
  )
}

/** Components that the chosen ifs add have no place in the picture: they stand below it with their state. */
export function Added({
  report,
  chosen,
  shown,
}: {
  report: Report
  chosen: readonly string[]
  shown: Snapshot
}) {
  if (report.model === null || chosen.length === 0) return null
  const { document } = report.model.replay(chosen)
  const drawn = report.document.components ?? {}
  const added = Object.entries(document.components ?? {}).filter(([id]) => !Object.hasOwn(drawn, id))
  if (added.length === 0) return null
  return (
    <div class="added">
      <p>
        <b>{report.words.replay.added}</b> {report.words.replay.addedNotDrawn}
      </p>
      <ul>
        {added.map(([id, component]) => (
          <li key={id}>
            <svg viewBox="0 0 20 20" class="box" data-s={shown.stateOf(id)} aria-hidden="true">
              <rect class="square" x={0.5} y={0.5} width={19} height={19} />
              <Glyph state={shown.stateOf(id)} x={10} y={10} />
            </svg>
            {report.text(component.title) || id}
            <span class="state"> {report.words.states[shown.stateOf(id)]}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
