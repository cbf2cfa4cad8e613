import { frameWords } from '../../../words/workspace/frame.js'
import { useCase } from '../case/useCase.js'
import { language } from '../session/session.js'

/** Said while the connection is broken: that work goes on, and what is only here. */
export function OfflineBanner() {
  const open = useCase()
  const isOffline = open.standing.value === 'offline'
  return (
    <div class="offline-banner" role="status">
      {isOffline && <p>{frameWords(language.value).offlineAbout(open.unsaved.value)}</p>}
    </div>
  )
}
