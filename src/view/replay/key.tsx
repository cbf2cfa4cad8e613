import { blockUnits } from '../../layout/box.js'
import type { Report } from '../report.js'
import { Glyph } from './glyph.js'
import { countsOf } from './picture.js'
import type { State } from './states.js'

const STATES: readonly State[] = ['up', 'impaired', 'down', 'waiting', 'absent']

/** The signs of the picture; frames only where one is drawn. */
export function Key({
  report,
  differs,
  changed,
  added,
}: {
  report: Report
  differs: boolean
  changed: boolean
  added: boolean
}) {
  const { words } = report
  const unit = blockUnits(countsOf(report))
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
      {added && (
        <li>
          <i class="frame added-ground" />
          {words.replay.addedFrame}
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
