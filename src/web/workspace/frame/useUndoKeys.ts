import { useEffect } from 'preact/hooks'
import { frameWords } from '../../../words/workspace/frame.js'
import type { OpenCase } from '../case/openCase.js'
import { useCase } from '../case/useCase.js'
import { isComposing } from '../pieces/composing.js'
import { say } from '../pieces/status.js'
import { language } from '../session/session.js'

/** Undoes or redoes one's own last step, and says so. */
export function undoNow(open: OpenCase, way: 'undo' | 'redo'): void {
  const words = frameWords(language.peek())
  const done = way === 'undo' ? open.undo.undo() : open.undo.redo()
  say(done ? (way === 'undo' ? words.undone : words.redone) : words.nothingToUndo)
}

/**
 * ⌘ or Ctrl with Z undoes one's own last step in the case; with Shift, or with Y, it comes back. In a field that is being
 * typed in the browser's own undo works, and text editors have theirs.
 */
export function useUndoKeys(): void {
  const open = useCase()
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isComposing(event) || event.altKey) return
      if (!(event.ctrlKey || event.metaKey) || !open.mayWrite.peek()) return
      const key = event.key.toLowerCase()
      const way = key === 'y' || (key === 'z' && event.shiftKey) ? 'redo' : key === 'z' ? 'undo' : null
      if (way === null || isTyping(event.target)) return
      event.preventDefault()
      undoNow(open, way)
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [open])
}

/** Whether the browser has something of its own to undo there. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable) return true
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement) {
    return target.value !== target.defaultValue
  }
  return false
}
