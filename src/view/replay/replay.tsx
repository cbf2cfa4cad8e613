import { useState } from 'preact/hooks'
import { useLive } from '../live.js'
import type { Replayed, Report } from '../report.js'
import { openState, type ReportState, shownMs } from '../reportState.js'
import { useShownForm } from '../shownForm.js'
import { Still, Unchanged } from '../still.js'
import { disagreements } from './disagreement.js'
import { Folds, toggled } from './folds.js'
import { Key } from './key.js'
import { momentAddress } from './momentAddress.js'
import { MomentItem } from './momentItem.js'
import { momentTexts } from './momentText.js'
import { Picture } from './picture.js'
import { Scrub } from './scrub.js'
import { type Snapshot, type State, snapshot } from './states.js'
import { StateTable } from './stateTable.js'
import { drawingOf } from './systemPictures.js'

/** The replay: the system at a moment or a time, a slider over either, and the moments in words. */
export function Replay({ report, state = openState(report) }: { report: Report; state?: ReportState }) {
  const live = useLive()
  const seen = useShownForm()
  const [all, setAll] = useState(false)
  const { model, words, clock } = report
  if (model === null) return <p class="replay-none">{words.replay.noLayout}</p>
  const chosen = state.chosenIfs.value
  const replayed = model.replay(chosen)
  const moments = momentTexts(report, replayed)
  const at = Math.max(0, Math.min(state.moment.value, moments.length - 1))
  const now = moments[at]!
  const clockMs = state.clockMs.value
  const timeMs = shownMs(report, state)
  const when = clockMs === null ? now.when : clock.dayTime(clockMs)
  const shown = snapshot(replayed, timeMs)
  const differs = chosen.length === 0 ? disagreements(report, shown) : NOTHING
  const changed = changedStates(report, replayed, shown)
  const added = addedComponents(report, replayed)
  const turned = state.turned.value
  const drawing = drawingOf(report, replayed, turned)
  const turn = live
    ? (place: string) => {
        state.turned.value = toggled(turned, [place])
      }
    : undefined
  const go = (place: number) => {
    state.moment.value = Math.max(0, Math.min(place, moments.length - 1))
  }
  return (
    <figure
      class="replay"
      data-scenario={report.scenario === 'main' ? undefined : report.scenario}
      data-live={live}
      data-all={all}
      aria-label={words.replay.label}
    >
      <div class="shown">
        <p class="printed">{words.replay.pictureOf(when)}</p>
        {drawing !== null && (
          <div class="pictures">
            {(['wide', 'tall'] as const).map(form => (
              <Still key={form} still={seen !== null && seen !== form}>
                <Picture
                  report={report}
                  layout={drawing.pictures[form]}
                  snapshot={shown}
                  differs={differs}
                  changed={changed}
                  added={added}
                  form={form}
                  turn={turn}
                />
              </Still>
            ))}
          </div>
        )}
        <div class="below-picture">
          <Key report={report} differs={differs.size > 0} changed={changed.size > 0} added={added.size > 0} />
          {live && drawing !== null && (
            <Folds
              report={report}
              drawing={drawing}
              turned={turned}
              turn={next => {
                state.turned.value = next
              }}
            />
          )}
          {live && <Steps report={report} state={state} />}
        </div>
      </div>
      <div class="reading">
        <Scrub
          report={report}
          moments={moments}
          at={at}
          clockMs={clockMs}
          go={go}
          goTo={timeMs => {
            state.clockMs.value = timeMs
            state.moment.value = moments.findLastIndex(moment => (moment.timeMs ?? -1) <= timeMs)
          }}
          hidden={!live}
        />
        <ol class="moments">
          {moments.map((moment, place) => (
            <Unchanged
              key={place}
              of={[moment, place === at, place === at ? clockMs : null]}
              draw={() => (
                <MomentItem
                  report={report}
                  moment={moment}
                  on={place === at}
                  clockMs={place === at ? clockMs : null}
                />
              )}
            />
          ))}
        </ol>
        <p class="vh" aria-live="polite">
          {live && `${when}. ${now.title}`}
        </p>
        <p class="vh">{`${words.replay.pictureOf(when)}. ${statesInWords(report, replayed, shown)}`}</p>
        {live && (
          <p class="acts">
            <button type="button" class="every" aria-pressed={all} onClick={() => setAll(!all)}>
              {all ? words.replay.one : words.replay.all}
            </button>
            <a class="scene" href={sceneAddress(report, chosen, timeMs)}>
              {words.replay.link}
            </a>
          </p>
        )}
        <figcaption>
          {chosen.length > 0 && (
            <b>{words.replay.withIfs(chosen.map(id => report.numberOf(id)).join(' + '))} </b>
          )}
          {clockMs === null ? words.replay.orderNotTime : words.replay.timeScale}
        </figcaption>
        <StateTable report={report} replayed={replayed} shown={shown} differs={differs} />
      </div>
    </figure>
  )
}

/** Whether the slider steps by moments or by time. */
function Steps({ report, state }: { report: Report; state: ReportState }) {
  const { words } = report
  const byTime = state.clockMs.value !== null
  const options = [
    [words.replay.byMoment, false],
    [words.replay.byTime, true],
  ] as const
  return (
    <fieldset class="steps">
      <legend>{words.replay.steps}</legend>
      {options.map(([label, time]) => (
        <label key={label}>
          <input
            type="radio"
            name={`manil-steps-${report.scenario}`}
            checked={byTime === time}
            onChange={() => {
              if (time) state.clockMs.value = shownMs(report, state) ?? 0
              else state.clockMs.value = null
            }}
          />
          {label}
        </label>
      ))}
    </fieldset>
  )
}

const NOTHING: ReadonlyMap<string, State> = new Map()
const NONE: ReadonlySet<string> = new Set()

/** Where this view can be found again: the ifs that are chosen, and the time. */
const sceneAddress = ({ scenario }: Report, ifs: readonly string[], timeMs: number | null) =>
  `#${[...(ifs.length > 0 ? [`if=${ifs.map(encodeURIComponent).join(',')}`] : []), momentAddress(timeMs, scenario)].join('&')}`

/** Components that stand otherwise than they did without the ifs at the same time. */
function changedStates(report: Report, replayed: Replayed, shown: Snapshot): ReadonlySet<string> {
  if (report.model === null || replayed.ifs.length === 0) return NONE
  const before = snapshot(report.model.replay([]), shown.timeMs)
  const there = report.document.components ?? {}
  return new Set(
    replayed.ids.filter(id => Object.hasOwn(there, id) && before.stateOf(id) !== shown.stateOf(id)),
  )
}

/** Components that the ifs put into the system. */
function addedComponents(report: Report, replayed: Replayed): ReadonlySet<string> {
  if (replayed.ifs.length === 0) return NONE
  const there = report.document.components ?? {}
  return new Set(replayed.ids.filter(id => !Object.hasOwn(there, id)))
}

const MOST_NAMED = 40

/** The picture in words: what is down and what is impaired. */
function statesInWords(report: Report, replayed: Replayed, shown: Snapshot): string {
  const { words } = report
  const named = (state: State) => {
    const ids = replayed.ids.filter(id => shown.stateOf(id) === state)
    const names = ids
      .slice(0, MOST_NAMED)
      .map(id => report.text(replayed.document.components?.[id]?.title) || id)
    return ids.length > names.length ? [...names, words.replay.more(ids.length - names.length)] : names
  }
  const parts = [
    [words.replay.listDown, named('down')],
    [words.replay.listImpaired, named('impaired')],
  ] as const
  const said = parts
    .filter(([, names]) => names.length > 0)
    .map(([word, names]) => `${word}: ${names.join(', ')}.`)
  return said.length === 0 ? words.replay.nothingDown : said.join(' ')
}
