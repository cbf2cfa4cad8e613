import { useEffect, useState } from 'preact/hooks'
import type { BoardRow } from '../../../../assess/board.js'
import { textIn } from '../../../../model/text.js'
import { formatLocal } from '../../../../model/time.js'
import { duration } from '../../../../words/durations.js'
import { boardWords } from '../../../../words/workspace/board.js'
import { useCase } from '../../case/useCase.js'
import { Button } from '../../pieces/button.js'
import { language } from '../../session/session.js'
import type { Log } from './useLog.js'

const glyphs = { up: '●', impaired: '◐', down: '✕', unknown: '?' } as const
/** A state that has stood for longer is no news: when it began says more than how many hours ago that was. */
const longestSaidMs = 3 * 86_400_000

/** One service: how it stands, since when, and one press to log that it stands otherwise now. */
export function Service({
  row,
  nowMs,
  zone,
  log,
}: {
  readonly row: BoardRow
  readonly nowMs: number
  readonly zone: string
  readonly log: Log
}) {
  const open = useCase()
  const words = boardWords(language.value)
  const title = textIn(row.title, language.value)
  const [wrong, setWrong] = useState<string | null>(null)
  useEffect(() => setWrong(null), [row.state])
  return (
    <li data-state={row.state}>
      <span class="board-glyph" aria-hidden="true">
        {glyphs[row.state]}
      </span>
      <b>{title}</b>
      <span class="board-state">
        {words.states[row.state]}
        {row.written !== '' && row.written !== row.state && ` (${row.written})`}
      </span>
      <span class="board-since">
        {row.sinceMs !== null && since(row.sinceMs, nowMs, zone)}
        {row.disputed && ` · ${words.disputed}`}
      </span>
      {open.mayWrite.value && (
        <span class="board-set">
          {(['down', 'impaired', 'up'] as const)
            .filter(state => state !== row.state)
            .map(state => (
              <Button
                key={state}
                size="small"
                aria-label={words.set(title, words.states[state])}
                onClick={() =>
                  setWrong(
                    log(words.stateLine(title, words.states[state]), { changes: { [row.component]: state } }),
                  )
                }
              >
                <span aria-hidden="true">{glyphs[state]}</span> {words.states[state]}
              </Button>
            ))}
        </span>
      )}
      {wrong !== null && wrong !== '' && (
        <span class="field-error" role="alert">
          {wrong}
        </span>
      )}
    </li>
  )
}

function since(sinceMs: number, nowMs: number, zone: string): string {
  const words = boardWords(language.value)
  const agoMs = Math.max(0, nowMs - sinceMs)
  const time = formatLocal(sinceMs, zone)
  return agoMs > longestSaidMs ? words.sinceLong(time) : words.since(time, duration(agoMs, language.value))
}
