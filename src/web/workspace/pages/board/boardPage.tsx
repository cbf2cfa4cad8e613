import { useEffect, useState } from 'preact/hooks'
import { type BoardRow, boardOf } from '../../../../assess/board.js'
import { type LogOptions, logEntry } from '../../../../assess/logEntry.js'
import type { CaseDocument } from '../../../../model/case.js'
import { textIn } from '../../../../model/text.js'
import { formatLocal } from '../../../../model/time.js'
import { duration } from '../../../../words/durations.js'
import { liveWords } from '../../../../words/live/liveWords.js'
import { boardWords } from '../../../../words/workspace/board.js'
import { sayRefusal } from '../../case/refusal.js'
import { useCase } from '../../case/useCase.js'
import { Button } from '../../pieces/button.js'
import { CheckField } from '../../pieces/field.js'
import { say } from '../../pieces/status.js'
import { api, language } from '../../session/session.js'
import type { PageProps } from '../registry.js'
import { LiveState } from './liveState.js'
import { LogBox } from './logBox.js'
import { LogEntries } from './logEntries.js'
import { useLiveState } from './useLiveState.js'
import { useNow } from './useNow.js'
import './board.css'

const glyphs = { up: '●', impaired: '◐', down: '✕', unknown: '?' } as const

/** While it happens: log with one key, see every service, say when more is told. What is logged is the timeline at once. */
export function BoardPage(_: PageProps) {
  const open = useCase()
  const words = boardWords(language.value)
  const nowMs = useNow()
  const live = useLiveState()
  const document = open.sound.value
  const zone = document?.case.timezone ?? 'UTC'
  const rows = document === null ? [] : boardOf(document, nowMs).rows

  /** What is logged is written by the page itself, so that it also works while the connection is broken. */
  const log = (text: string, options: LogOptions): string | null => {
    const written = (open.sound.peek() ?? open.written.peek().value) as CaseDocument
    const entry = logEntry(text, Date.now(), written, options)
    if ('refused' in entry)
      return liveWords(language.value).refusals[entry.refused.code](entry.refused.values)
    if (!sayRefusal(open.edit({ kind: 'insert', path: ['facts', entry.id], value: entry.fact }))) return ''
    say(words.logged(entry.fact.at))
    return null
  }
  const publish = async () => {
    const asked = await api.ask('post', '/api/cases/{case}/status', { params: { case: open.id } })
    if ('refused' in asked) say(asked.refused.message || asked.refused.code, { look: 'wrong' })
    else say(words.published(asked.given.files.length))
  }
  return (
    <div class="board-page">
      <header>
        <h1>{words.title}</h1>
        {open.mayWrite.value && (
          <CheckField
            label={words.live}
            hint={words.liveAbout}
            checked={live.state?.live ?? false}
            choose={on => void live.set({ live: on })}
          />
        )}
      </header>
      {open.mayWrite.value && <LogBox log={log} />}
      {document === null && open.result.value !== null && <p class="quiet">{words.notWhole}</p>}
      <section aria-labelledby="board-services">
        <h2 id="board-services">{words.services}</h2>
        {rows.length === 0 && <p class="quiet">{words.noServices}</p>}
        <ul class="board">
          {rows.map(row => (
            <Service key={row.component} row={row} nowMs={nowMs} zone={zone} log={log} />
          ))}
        </ul>
      </section>
      <LiveState live={live} nowMs={nowMs} document={document} />
      <LogEntries />
      {open.mayWrite.value && (
        <section class="board-public">
          <p class="quiet">{words.publishAbout}</p>
          <Button onClick={publish}>{words.publish}</Button>
        </section>
      )}
    </div>
  )
}

function Service({
  row,
  nowMs,
  zone,
  log,
}: {
  readonly row: BoardRow
  readonly nowMs: number
  readonly zone: string
  readonly log: (text: string, options: LogOptions) => string | null
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
        {row.sinceMs !== null &&
          words.since(
            formatLocal(row.sinceMs, zone),
            duration(Math.max(0, nowMs - row.sinceMs), language.value),
          )}
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
      {wrong !== null && wrong !== '' && <span class="field-error">{wrong}</span>}
    </li>
  )
}
