import { useState } from 'preact/hooks'
import type { Layer } from '../../model/case.js'
import { verdictWords } from '../../words/verdicts/verdictWords.js'
import { useLive } from '../live.js'
import type { Report } from '../report.js'
import { choose, openState, type ReportState } from '../reportState.js'
import { together, withRequired } from './combination.js'
import { IfResult } from './ifResult.js'
import { IfNumber, IfNumbers, IfSwitch, useIsOn } from './ifSwitch.js'
import { IfTable } from './ifTable.js'
import { type Telling, tellingServices } from './telling.js'
import { chipOf, VerdictChip } from './verdictChip.js'

const LAYERS: readonly (Layer | 'other')[] = [
  'facility',
  'infrastructure',
  'platform',
  'service',
  'organisation',
  'other',
]

/** The ifs by layer, each with its verdicts alone; below, the chosen combination. */
export function IfPanel({ report, state = openState(report) }: { report: Report; state?: ReportState }) {
  const [said, tell] = useState('')
  const { model, words } = report
  if (model === null || report.ifs.length === 0) return null
  const columns = tellingServices(report)
  const named = columns.length + columns.reduce((sum, column) => sum + column.alike.length, 0)
  const unnamed = model.services.length - named
  const layers = LAYERS.map(layer => ({
    layer,
    ids: report.ifs.filter(id => layerOf(report, id) === layer),
  })).filter(({ ids }) => ids.length > 0)
  return (
    <div class="ifpanel" style={{ '--columns': columns.length }}>
      <div class="ifs-head" aria-hidden="true">
        <span />
        {columns.map(column => (
          <span key={column.component}>
            {report.title(column.component)}
            {column.alike.length > 0 && <small> {words.ifs.alike(column.alike.length)}</small>}
          </span>
        ))}
      </div>
      {layers.map(({ layer, ids }) => (
        <fieldset key={layer} class="layer">
          <legend>
            {layer === 'other' ? words.ifs.layers.other : verdictWords(report.language).layers[layer]}
          </legend>
          {ids.map(id => (
            <IfRow key={id} report={report} state={state} id={id} columns={columns} tell={tell} />
          ))}
        </fieldset>
      ))}
      {unnamed > 0 && <p class="cap">{words.ifs.moreServices(unnamed)}</p>}
      <p class="said" role="status">
        {said}
      </p>
      <Presets report={report} state={state} layers={layers.map(({ ids }) => ids)} tell={tell} />
      <IfResult report={report} state={state} columns={columns} />
      <IfTable report={report} />
    </div>
  )
}

function layerOf(report: Report, id: string): Layer | 'other' {
  return report.document.ifs?.[id]?.layer ?? 'other'
}

interface IfRowProps {
  readonly report: Report
  readonly state: ReportState
  readonly id: string
  readonly columns: readonly Telling[]
  readonly tell: (said: string) => void
}

function IfRow({ report, state, id, columns, tell }: IfRowProps) {
  const outcome = report.model?.judge(withRequired(report, id))
  const on = useIsOn(state, id)
  const nothing = outcome?.verdicts.every(verdict => chipOf(report, verdict).kind === 'none') ?? false
  return (
    <div class="ifrow" data-on={on} data-from={`ifs/${id}`}>
      <IfSwitch report={report} state={state} id={id} tell={tell} />
      <div class="chips">
        {columns.map(({ component }) => {
          const verdict = outcome?.verdicts.find(one => one.component === component)
          return verdict === undefined ? (
            <span key={component} class="chip" data-v="none" />
          ) : (
            <VerdictChip
              key={component}
              report={report}
              verdict={verdict}
              service={report.title(component)}
            />
          )
        })}
      </div>
      {/* Where cells without effect are left out, a row of them would be empty. */}
      {nothing && <p class="nothing">{report.words.ifs.noEffectAnywhere}</p>}
    </div>
  )
}

interface PresetsProps {
  readonly report: Report
  readonly state: ReportState
  readonly layers: readonly (readonly string[])[]
  readonly tell: (said: string) => void
}

/** Sets to begin with: the if that does most alone, the ifs of one layer together, as many as stand together, none. */
function Presets({ report, state, layers, tell }: PresetsProps) {
  const live = useLive()
  const { words } = report
  const sets = layers.map(ids => together(report, ids)).filter(ids => ids.length > 1)
  const all = together(report, report.ifs)
  const single = strongest(report)
  const set = (ids: readonly string[]) => {
    choose(report, state, ids)
    tell('')
  }
  return (
    <div class="presets" hidden={!live}>
      {single !== null && (
        <button type="button" onClick={() => set(withRequired(report, single))}>
          <IfNumber report={report} id={single} />
          {words.ifs.presets.only}
        </button>
      )}
      {sets.map(ids => (
        <button
          type="button"
          key={ids.join()}
          aria-label={words.ifs.together(ids.map(id => report.numberOf(id)).join(' + '))}
          onClick={() => set(ids)}
        >
          <IfNumbers report={report} ids={ids} />
        </button>
      ))}
      <button type="button" onClick={() => set(all)}>
        {words.ifs.presets.all}
      </button>
      <button type="button" onClick={() => set([])}>
        {words.ifs.presets.off}
      </button>
    </div>
  )
}

/** The if that alone takes most from the outages of services, as far as hours may be said; null where none takes any. */
function strongest(report: Report): string | null {
  const gains = report.ifs.map(id => {
    const verdicts = report.model?.judge(withRequired(report, id)).verdicts ?? []
    return { id, gainMs: -verdicts.reduce((sum, { timed }) => sum + (timed?.deltaMs ?? 0), 0) }
  })
  const best = gains.reduce((a, b) => (b.gainMs > a.gainMs ? b : a), { id: '', gainMs: 0 })
  return best.gainMs > 0 ? best.id : null
}
