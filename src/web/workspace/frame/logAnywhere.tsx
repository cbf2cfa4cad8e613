import { useEffect, useState } from 'preact/hooks'
import { useCase } from '../case/useCase.js'
import { isComposing } from '../pieces/composing.js'
import { lazyScreen } from './loading.js'

const LogDialog = lazyScreen(() => import('../pages/board/logDialog.js').then(({ LogDialog }) => LogDialog))

/** Where a letter means itself: fields, and what moves by letters. */
const takesLetters =
  'input:not([type="checkbox"]):not([type="radio"]), textarea, select, [contenteditable="true"], ' +
  '[role="menu"], [role="listbox"], [role="combobox"], [role="gridcell"], [role="grid"], dialog'

/** The key L logs from any page of a case: on the board it leads to the box, elsewhere the box comes over the page. */
export function LogAnywhere() {
  const open = useCase()
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      if (!open.mayWrite.peek() || event.defaultPrevented || isComposing(event)) return
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
      // ㅣ is what the key L gives on a Korean keyboard.
      if (event.key !== 'l' && event.key !== 'L' && event.key !== 'ㅣ') return
      if ((event.target as Element | null)?.closest?.(takesLetters)) return
      event.preventDefault()
      const line = document.getElementById('log-line')
      if (line === null) setOpen(true)
      else line.focus()
    }
    addEventListener('keydown', key)
    return () => removeEventListener('keydown', key)
  }, [open])
  return isOpen ? <LogDialog close={() => setOpen(false)} /> : null
}
