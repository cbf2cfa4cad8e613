import { frameWords } from '../../../words/workspace/frame.js'
import { useCase } from '../case/useCase.js'
import { language } from '../session/session.js'
import { AccountMenu } from './accountMenu.js'
import { People } from './people.js'
import { undoNow } from './useUndoKeys.js'

/** The bar above every page of a case: which case, whether all is saved, who is here, language, account. */
export function TopBar({
  title,
  menuOpen,
  toggleMenu,
}: {
  readonly title: string
  readonly menuOpen: boolean
  readonly toggleMenu: () => void
}) {
  const open = useCase()
  const words = frameWords(language.value)
  return (
    <header class="top-bar">
      <button
        type="button"
        class="button menu-toggle"
        data-look="quiet"
        aria-expanded={menuOpen}
        aria-label={words.menu}
        onClick={toggleMenu}
      >
        <span aria-hidden="true">{menuOpen ? '✕' : '☰'}</span>
      </button>
      <a class="brand" href="/" title={words.toLibrary}>
        {words.product}
      </a>
      <span class="bar-title" title={title}>
        {title}
      </span>
      <Standing />
      <span class="bar-right">
        {open.mayWrite.value && (
          <span class="bar-undo">
            <button
              type="button"
              class="button"
              data-look="quiet"
              disabled={!open.undo.canUndo.value}
              aria-label={words.undo}
              title={`${words.undo} (Ctrl+Z)`}
              onClick={() => undoNow(open, 'undo')}
            >
              <span aria-hidden="true">↶</span>
            </button>
            <button
              type="button"
              class="button"
              data-look="quiet"
              disabled={!open.undo.canRedo.value}
              aria-label={words.redo}
              title={`${words.redo} (Ctrl+Shift+Z)`}
              onClick={() => undoNow(open, 'redo')}
            >
              <span aria-hidden="true">↷</span>
            </button>
          </span>
        )}
        <People />
        <AccountMenu />
      </span>
    </header>
  )
}

/** Whether everything is kept, by a word and a sign. */
function Standing() {
  const open = useCase()
  const words = frameWords(language.value)
  const isOffline = open.standing.value === 'offline'
  const unsaved = open.unsaved.value
  if (!open.mayWrite.value && !isOffline) return <span class="standing">{words.readOnly}</span>
  const look = isOffline ? 'offline' : unsaved > 0 ? 'saving' : 'saved'
  return (
    <span class="standing" data-look={look}>
      <span aria-hidden="true">{look === 'saved' ? '✓ ' : look === 'saving' ? '… ' : '⚠ '}</span>
      {words[look]}
    </span>
  )
}
