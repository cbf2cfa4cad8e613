import { boardOf } from '../../../../assess/board.js'
import { boardWords } from '../../../../words/workspace/board.js'
import { useCase } from '../../case/useCase.js'
import { CheckField } from '../../pieces/field.js'
import { language } from '../../session/session.js'
import type { PageProps } from '../registry.js'
import { LiveState } from './liveState.js'
import { LogBox } from './logBox.js'
import { LogEntries } from './logEntries.js'
import { PublicStatus } from './publicStatus.js'
import { Service } from './service.js'
import { useLiveState } from './useLiveState.js'
import { useLog } from './useLog.js'
import { useNow } from './useNow.js'
import './board.css'

/** While it happens: log with one key, see every service, say when more is told. What is logged is the timeline at once. */
export function BoardPage(_: PageProps) {
  const open = useCase()
  const words = boardWords(language.value)
  const nowMs = useNow()
  const live = useLiveState()
  const log = useLog()
  const document = open.sound.value
  const zone = document?.case.timezone ?? 'UTC'
  // What others log has the time of this very moment: the last tick may be before it.
  const rows = document === null ? [] : boardOf(document, Math.max(nowMs, Date.now())).rows
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
        {document !== null && rows.length === 0 && <p class="quiet">{words.noServices}</p>}
        <ul class="board">
          {rows.map(row => (
            <Service key={row.component} row={row} nowMs={nowMs} zone={zone} log={log} />
          ))}
        </ul>
      </section>
      <LiveState live={live} nowMs={nowMs} document={document} />
      <LogEntries />
      {open.mayWrite.value && <PublicStatus />}
    </div>
  )
}
