import { useEffect, useRef, useState } from 'preact/hooks'
import { useLive } from '../live.js'
import type { Report } from '../report.js'
import { openState, type ReportState } from '../reportState.js'
import { blockUnits } from './box.js'
import { disagreements } from './disagreement.js'
import { Glyph } from './glyph.js'
import { type MomentText, momentTexts } from './momentText.js'
import { Picture } from './picture.js'
import { type Snapshot, type State, snapshot } from './states.js'
import { ticksOf } from './ticks.js'

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

const STATES: readonly State[] = ['up', 'impaired', 'down', 'waiting', 'absent']

function Key({ report, differs, changed }: { report: Report; differs: boolean; changed: boolean }) {
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
function Added({ report, chosen, shown }: { report: Report; chosen: readonly string[]; shown: Snapshot }) {
  if (report.model === null || chosen.length === 0) return null
  const { document } = report.model.replay(chosen)
  const drawn = report.document.components ?? {}
  const added = Object.entries(document.components ?? {}).filter(([id]) => !Object.hasOwn(drawn, id))
  if (added.length === 0) return null
  return (
    <div class="added">
      <b>{report.words.replay.added}</b>
      <ul>
        {added.map(([id, component]) => (
          <li key={id}>
            <svg viewBox="0 0 20 20" class="box" data-s={shown.stateOf(id)} aria-hidden="true">
              <rect class="square" x={0.5} y={0.5} width={19} height={19} />
              <Glyph state={shown.stateOf(id)} x={10} y={10} />
            </svg>
            {report.text(component.title) || id}
            <span class="vh"> {report.words.states[shown.stateOf(id)]}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

interface ScrubProps {
  readonly report: Report
  readonly moments: readonly MomentText[]
  readonly at: number
  readonly go: (place: number) => void
  readonly hidden: boolean
}

const PLAY_MS = 1600

/** The slider over the moments, with buttons. It steps in order; the spaces between its ticks are not time. */
function Scrub({ report, moments, at, go, hidden }: ScrubProps) {
  const { words, clock } = report
  const last = moments.length - 1
  const [playing, setPlaying] = useState(false)
  const place = useRef(at)
  place.current = at
  useEffect(() => {
    if (!playing) return
    const timer = setInterval(() => {
      if (place.current >= last) setPlaying(false)
      else go(place.current + 1)
    }, PLAY_MS)
    return () => clearInterval(timer)
  }, [playing, last])
  const ticks = ticksOf(moments, ms => clock.day(ms))
  const now = moments[at]
  const end = useRef<HTMLDivElement>(null)
  const floating = useFloating(end)
  const play = () => {
    if (!playing && at === last) go(0)
    setPlaying(!playing)
  }
  return (
    <>
      <div class="scrub" hidden={hidden} data-floating={floating}>
        <p class="now" aria-hidden="true">
          <b>{now?.when}</b> <span class={now?.titleVoice}>{now?.title}</span>
        </p>
        <div class="scrub-row">
          <button
            type="button"
            class="play"
            aria-label={playing ? words.replay.pause : words.replay.play}
            onClick={play}
          >
            <svg viewBox="0 0 16 16" aria-hidden="true">
              {playing ? <path d="M4 3h3v10H4zM9 3h3v10H9z" /> : <path d="M5 2.5 13 8 5 13.5z" />}
            </svg>
          </button>
          <button
            type="button"
            aria-label={words.replay.previous}
            disabled={at === 0}
            onClick={() => go(at - 1)}
          >
            ‹
          </button>
          <div class="rail">
            <input
              type="range"
              min={0}
              max={last}
              step={1}
              value={at}
              aria-label={words.replay.slider}
              aria-valuetext={`${now?.when ?? ''}, ${now?.title ?? ''}`}
              onInput={event => go(Number(event.currentTarget.value))}
            />
            <ol class="ticks" aria-hidden="true">
              {ticks.map((tick, index) => (
                <li
                  key={index}
                  data-label={tick.label}
                  class={index === at ? 'on' : undefined}
                  style={{ left: `${(index / Math.max(1, last)) * 100}%` }}
                >
                  {tick.label > 0 && (
                    <span>
                      {tick.text}
                      {tick.day !== '' && <b>{tick.day}</b>}
                    </span>
                  )}
                </li>
              ))}
            </ol>
          </div>
          <button
            type="button"
            aria-label={words.replay.next}
            disabled={at === last}
            onClick={() => go(at + 1)}
          >
            ›
          </button>
        </div>
      </div>
      <div ref={end} />
    </>
  )
}

/** Whether the slider floats over the picture: then what stands below it, the moment in words, is out of sight. */
function useFloating(end: { readonly current: HTMLDivElement | null }): boolean {
  const [floating, setFloating] = useState(false)
  useEffect(() => {
    const place = end.current
    if (place === null) return
    const observer = new IntersectionObserver(([entry]) => {
      if (entry !== undefined) setFloating(!entry.isIntersecting && entry.boundingClientRect.top > 0)
    })
    observer.observe(place)
    return () => observer.disconnect()
  }, [end])
  return floating
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
