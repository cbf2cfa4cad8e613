import { useState } from 'preact/hooks'
import { useLive } from '../live.js'
import type { Report } from '../report.js'
import { openState, type ReportState } from '../reportState.js'
import { disagreements } from './disagreement.js'
import { Added, Key } from './key.js'
import { type MomentText, momentTexts } from './momentText.js'
import { Picture } from './picture.js'
import { Scrub } from './scrub.js'
import { type Snapshot, type State, snapshot } from './states.js'

/** The replay: the system at a moment, a slider over the moments in their order, and the moments in words. */
export function Replay({ report, state = openState(report) }: { report: Report; state?: ReportState }) {
  const live = useLive()
  const [all, setAll] = useState(false)
  const { model, words } = report
  if (model === null) return <p class="replay-none">{words.replay.noLayout}</p>
  const chosen = state.chosenIfs.value
  const replayed = model.replay(chosen)
  const moments = momentTexts(report, replayed)
  const at = Math.max(0, Math.min(state.moment.value, moments.length - 1))
  const now = moments[at]!
  const shown = snapshot(replayed, now.timeMs)
  const differs = chosen.length === 0 ? disagreements(report, shown) : new Map<string, State>()
  const changed = changedStates(report, chosen, shown)
  const layout = report.data.layout
  const go = (place: number) => {
    state.moment.value = Math.max(0, Math.min(place, moments.length - 1))
  }
  return (
    <figure class="replay" data-live={live} data-all={all} aria-label={words.replay.label}>
      <div class="shown">
        {layout !== null && (
          <div class="pictures">
            <Picture
              report={report}
              replayed={replayed}
              layout={layout.wide}
              snapshot={shown}
              differs={differs}
              changed={changed}
              form="wide"
            />
            <Picture
              report={report}
              replayed={replayed}
              layout={layout.tall}
              snapshot={shown}
              differs={differs}
              changed={changed}
              form="tall"
            />
          </div>
        )}
        <Key report={report} differs={differs.size > 0} changed={changed.size > 0} />
        <Added report={report} chosen={chosen} shown={shown} />
      </div>
      <div class="reading">
        <Scrub report={report} moments={moments} at={at} go={go} hidden={!live} />
        <ol class="moments">
          {moments.map((moment, place) => (
            <MomentItem key={place} report={report} moment={moment} place={place} on={place === at} />
          ))}
        </ol>
        <p class="vh" aria-live="polite">
          {live && `${now.when}. ${now.title}`}
        </p>
        <p class="vh">{`${words.replay.pictureOf(now.when)}. ${statesInWords(report, shown)}`}</p>
        {live && (
          <button type="button" class="every" aria-pressed={all} onClick={() => setAll(!all)}>
            {all ? words.replay.one : words.replay.all}
          </button>
        )}
        <figcaption>
          {chosen.length > 0 && (
            <b>{words.replay.withIfs(chosen.map(id => report.numberOf(id)).join(' + '))} </b>
          )}
          {words.replay.orderNotTime}
        </figcaption>
      </div>
    </figure>
  )
}

const NONE: ReadonlySet<string> = new Set()

/** Components that stand otherwise than they did without the ifs at the same time. */
function changedStates(report: Report, chosen: readonly string[], shown: Snapshot): ReadonlySet<string> {
  if (report.model === null || chosen.length === 0) return NONE
  const before = snapshot(report.model.replay([]), shown.timeMs)
  const ids = Object.keys(report.document.components ?? {})
  return new Set(ids.filter(id => before.stateOf(id) !== shown.stateOf(id)))
}

function MomentItem({
  report,
  moment,
  place,
  on,
}: {
  report: Report
  moment: MomentText
  place: number
  on: boolean
}) {
  const { words } = report
  return (
    <li class={on ? 'on' : undefined} id={`moment-${place}`}>
      <span class="when">
        {moment.when}
        {moment.since !== '' && <small>{moment.since}</small>}
      </span>
      <div>
        <b class={moment.titleVoice}>{moment.title}</b>
        {moment.lines.map((line, index) => (
          <p key={index} class={line.voice}>
            {line.fact === null ? line.text : <a href={`#fact-${line.fact}`}>{line.text}</a>}
          </p>
        ))}
        {moment.because.length > 0 && (
          <p class="because">
            <span>{words.replay.because}</span> {moment.because.join(' ← ')}
          </p>
        )}
      </div>
    </li>
  )
}

/** The picture in words: what is down and what is impaired. */
function statesInWords(report: Report, shown: Snapshot): string {
  const { words } = report
  const ids = Object.keys(report.document.components ?? {})
  const named = (state: State) => ids.filter(id => shown.stateOf(id) === state).map(id => report.title(id))
  const parts = [
    [words.replay.listDown, named('down')],
    [words.replay.listImpaired, named('impaired')],
  ] as const
  const said = parts
    .filter(([, names]) => names.length > 0)
    .map(([word, names]) => `${word}: ${names.join(', ')}.`)
  return said.length === 0 ? words.replay.nothingDown : said.join(' ')
}
