import { boundWords } from '../page/boundWords.js'
import type { Report } from '../report.js'
import { momentAddress } from './momentAddress.js'
import type { MomentText } from './momentText.js'

interface MomentItemProps {
  readonly report: Report
  readonly moment: MomentText
  readonly on: boolean
  /** The time that is shown, where it lies behind the moment. */
  readonly clockMs: number | null
}

/** One moment in words: when, what happens, what the model says, and what caused it. Its time is its address. */
export function MomentItem({ report, moment, on, clockMs }: MomentItemProps) {
  const { words, clock } = report
  const address = momentAddress(moment.timeMs, report.scenario)
  const behind = clockMs === null ? 0 : clockMs - (moment.timeMs ?? 0)
  return (
    <li class={on ? 'on' : undefined} id={address} data-from={moment.from}>
      <span class="when">
        <a href={`#${address}`}>{clockMs === null ? moment.when : clock.dayTime(clockMs)}</a>
        {behind > 0 ? (
          <small>
            {clock.after(moment.timeMs ?? 0, clockMs)} + {clock.duration(behind)}
          </small>
        ) : (
          moment.since !== '' && <small>{moment.since}</small>
        )}
      </span>
      <div>
        <b class={moment.titleVoice}>{boundWords(moment.title)}</b>
        {behind > 0 && <p class="model">{words.replay.between(clock.duration(behind))}</p>}
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
