import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Report } from '../report.js'
import { Unchanged } from '../still.js'
import type { MomentText } from './momentText.js'
import { type Tick, ticksOf } from './ticks.js'
import { timeScale } from './timeScale.js'

interface ScrubProps {
  readonly report: Report
  readonly moments: readonly MomentText[]
  readonly at: number
  /** The time that is shown, where the replay steps by time; null where it steps by moments. */
  readonly clockMs: number | null
  readonly go: (place: number) => void
  readonly goTo: (timeMs: number) => void
  readonly hidden: boolean
}

const PLAY_MOMENT_MS = 1600
const PLAY_TIME_MS = 60

/** One way of stepping through the replay: by moments in their order, or by the clock. */
interface Stepping {
  readonly value: number
  readonly least: number
  readonly most: number
  readonly step: number
  readonly show: (value: number) => void
  readonly back: () => void
  readonly on: () => void
  readonly backLabel: string
  readonly onLabel: string
  readonly label: string
  readonly ticks: ComponentChildren
  readonly playMs: number
}

/** The slider over the moments or over time, with buttons. */
export function Scrub({ report, moments, at, clockMs, go, goTo, hidden }: ScrubProps) {
  const { words, clock } = report
  const [playing, setPlaying] = useState(false)
  const now = moments[at]
  const stepping =
    clockMs === null ? byMoment(report, moments, at, go) : byTime(report, moments, clockMs, goTo)
  const current = useRef(stepping)
  current.current = stepping
  useEffect(() => {
    if (!playing) return
    const timer = setInterval(() => {
      const { value, most, step, show } = current.current
      if (value >= most) setPlaying(false)
      else show(Math.min(most, value + step))
    }, stepping.playMs)
    return () => clearInterval(timer)
  }, [playing, stepping.playMs])
  const end = useRef<HTMLDivElement>(null)
  const floating = useFloating(end)
  const play = () => {
    if (!playing && stepping.value >= stepping.most) stepping.show(stepping.least)
    setPlaying(!playing)
  }
  const when = clockMs === null ? (now?.when ?? '') : clock.dayTime(clockMs)
  return (
    <>
      <div class="scrub" hidden={hidden} data-floating={floating}>
        <p class="now" aria-hidden="true">
          <b>{when}</b> <span class={now?.titleVoice}>{now?.title}</span>
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
            aria-label={stepping.backLabel}
            disabled={stepping.value <= stepping.least}
            onClick={stepping.back}
          >
            ‹
          </button>
          <div class="rail">
            <input
              type="range"
              min={stepping.least}
              max={stepping.most}
              step={stepping.step}
              value={stepping.value}
              aria-label={stepping.label}
              aria-valuetext={`${when}, ${now?.title ?? ''}`}
              onInput={event => stepping.show(Number(event.currentTarget.value))}
            />
            {stepping.ticks}
          </div>
          <button
            type="button"
            aria-label={stepping.onLabel}
            disabled={stepping.value >= stepping.most}
            onClick={stepping.on}
          >
            ›
          </button>
        </div>
      </div>
      <div ref={end} />
    </>
  )
}

/** In order; the spaces between its ticks are not time. */
function byMoment(
  report: Report,
  moments: readonly MomentText[],
  at: number,
  go: (place: number) => void,
): Stepping {
  const { words, clock } = report
  const last = moments.length - 1
  return {
    value: at,
    least: 0,
    most: last,
    step: 1,
    show: go,
    back: () => go(at - 1),
    on: () => go(at + 1),
    backLabel: words.replay.previous,
    onLabel: words.replay.next,
    label: words.replay.slider,
    playMs: PLAY_MOMENT_MS,
    ticks: (
      <ol class="ticks" aria-hidden="true">
        {ticksOf(moments, clock.day).map((tick, index) => (
          <Unchanged
            key={index}
            of={[tick, index === at]}
            draw={() => tickItem(tick, index, last, index === at)}
          />
        ))}
      </ol>
    ),
  }
}

function tickItem(tick: Tick, index: number, last: number, on: boolean) {
  return (
    <li
      data-label={tick.label}
      class={on ? 'on' : undefined}
      style={{ left: `${(index / Math.max(1, last)) * 100}%` }}
    >
      {tick.label > 0 && (
        <span>
          {tick.text}
          {tick.day !== '' && <b>{tick.day}</b>}
        </span>
      )}
    </li>
  )
}

/** By the clock: its ticks are to scale, and it stops between moments too. */
function byTime(
  report: Report,
  moments: readonly MomentText[],
  clockMs: number,
  goTo: (timeMs: number) => void,
): Stepping {
  const { words, clock } = report
  const { fromMs, toMs, stepMs, jumpMs, ticks } = timeScale(report, moments)
  const jump = clock.duration(jumpMs)
  const within = (timeMs: number) => Math.max(fromMs, Math.min(toMs, timeMs))
  return {
    value: within(clockMs),
    least: fromMs,
    most: toMs,
    step: stepMs,
    show: goTo,
    back: () => goTo(within((Math.ceil(clockMs / jumpMs) - 1) * jumpMs)),
    on: () => goTo(within((Math.floor(clockMs / jumpMs) + 1) * jumpMs)),
    backLabel: words.replay.earlier(jump),
    onLabel: words.replay.later(jump),
    label: words.replay.clock,
    playMs: PLAY_TIME_MS,
    ticks: (
      <Unchanged
        of={[moments]}
        draw={() => (
          <ol class="ticks" aria-hidden="true">
            {ticks.map((tick, index) => (
              <li key={index} data-label={2} style={{ left: `${tick.at * 100}%` }}>
                <span>{tick.day ? <b>{tick.text}</b> : tick.text}</span>
              </li>
            ))}
            {moments.map(({ timeMs }, index) =>
              timeMs === null ? null : (
                <li key={`m${index}`} class="moment" style={{ left: `${(timeMs / toMs) * 100}%` }} />
              ),
            )}
          </ol>
        )}
      />
    ),
  }
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
