import { useEffect } from 'preact/hooks'
import { useCase } from '../case/useCase.js'

/** The browser asks before the window closes, but only while something in it is not kept. */
export function useLeaveWarning(): void {
  const open = useCase()
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      // A field that is being typed in commits when it loses the focus.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
      if (open.unsaved.peek() > 0) event.preventDefault()
    }
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [open])
}
