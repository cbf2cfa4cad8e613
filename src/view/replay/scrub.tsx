import { useEffect, useRef, useState } from 'preact/hooks'
import type { Report } from '../report.js'
import type { MomentText } from './momentText.js'
import { ticksOf } from './ticks.js'

interface ScrubProps {
  readonly report: Report
  readonly moments: readonly MomentText[]
  readonly at: number
  readonly go: (place: number) => void
  readonly hidden: boolean
}

const PLAY_MS = 1600

/** The slider over the moments, with buttons. It steps in order; the spaces between its ticks are not time. */
export function Scrub({ report, moments, at, go, hidden }: ScrubProps) {
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
