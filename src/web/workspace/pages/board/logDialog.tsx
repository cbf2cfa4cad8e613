import { boardWords } from '../../../../words/workspace/board.js'
import { Dialog } from '../../pieces/dialog.js'
import { language } from '../../session/session.js'
import { LogBox } from './logBox.js'
import { useLog } from './useLog.js'
import './board.css'

/** The box of the board over any page: it closes when the line stands in the timeline. */
export function LogDialog({ close }: { readonly close: () => void }) {
  const log = useLog()
  return (
    <Dialog title={boardWords(language.value).log} close={close}>
      <LogBox log={log} logged={close} />
    </Dialog>
  )
}
