import { type LogOptions, logEntry } from '../../../../assess/logEntry.js'
import type { CaseDocument } from '../../../../model/case.js'
import { liveWords } from '../../../../words/live/liveWords.js'
import { boardWords } from '../../../../words/workspace/board.js'
import { sayRefusal } from '../../case/refusal.js'
import { useCase } from '../../case/useCase.js'
import { say } from '../../pieces/status.js'
import { language } from '../../session/session.js'

/** Logs a line: null where it stands in the timeline now, or why it does not; empty where that was said elsewhere. */
export type Log = (text: string, options: LogOptions) => string | null

/** What is logged is written by the page itself, so that it also works while the connection is broken. */
export function useLog(): Log {
  const open = useCase()
  return (text, options) => {
    const written = (open.sound.peek() ?? open.written.peek().value) as CaseDocument
    const entry = logEntry(text, Date.now(), written, options)
    if ('refused' in entry)
      return liveWords(language.value).refusals[entry.refused.code](entry.refused.values)
    if (!sayRefusal(open.edit({ kind: 'insert', path: ['facts', entry.id], value: entry.fact }))) return ''
    say(boardWords(language.value).logged(entry.fact.at))
    return null
  }
}
