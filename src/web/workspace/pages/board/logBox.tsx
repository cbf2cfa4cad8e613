import { useEffect, useRef, useState } from 'preact/hooks'
import type { LogOptions } from '../../../../assess/logEntry.js'
import { boardWords } from '../../../../words/workspace/board.js'
import { Button } from '../../pieces/button.js'
import { isComposing } from '../../pieces/composing.js'
import { CheckField, TextField } from '../../pieces/field.js'
import { language } from '../../session/session.js'

/** Where one logs. The key L leads here from anywhere on the page that is no field. */
export function LogBox({
  log,
}: {
  /** Why it was not logged, empty where that was said elsewhere; or null. */
  readonly log: (text: string, options: LogOptions) => string | null
}) {
  const words = boardWords(language.value)
  const box = useRef<HTMLFormElement>(null)
  const line = useRef<HTMLInputElement>(null)
  const [at, setAt] = useState('')
  const [announce, setAnnounce] = useState(false)
  const [wrong, setWrong] = useState<string | null>(null)
  useEffect(() => {
    line.current?.focus()
    const key = (event: KeyboardEvent) => {
      const field = (event.target as Element | null)?.closest(
        'input, textarea, select, [contenteditable="true"]',
      )
      if (field || event.ctrlKey || event.metaKey || event.altKey || isComposing(event)) return
      // ㅣ is what the key L gives on a Korean keyboard.
      if (event.key.toLowerCase() !== 'l' && event.key !== 'ㅣ') return
      event.preventDefault()
      line.current?.focus()
    }
    addEventListener('keydown', key)
    return () => removeEventListener('keydown', key)
  }, [])
  const send = () => {
    const text = line.current?.value ?? ''
    if (text.trim() === '') return
    const why = log(text, { ...(at.trim() === '' ? {} : { at: at.trim() }), announce })
    setWrong(why)
    if (why !== null) return
    line.current!.value = ''
    setAt('')
    setAnnounce(false)
  }
  return (
    <form
      class="log-box"
      ref={box}
      onSubmit={event => {
        event.preventDefault()
        send()
      }}
    >
      <label for="log-line">{words.log}</label>
      <div class="log-line">
        <input
          id="log-line"
          ref={line}
          class="control"
          autoComplete="off"
          aria-describedby="log-hint"
          aria-invalid={wrong !== null || undefined}
          onKeyDown={event => {
            // While a syllable is being composed, Enter ends it and logs nothing.
            if (event.key === 'Enter' && isComposing(event)) event.preventDefault()
          }}
        />
        <Button type="submit" look="strong">
          {words.send}
        </Button>
      </div>
      <p class="field-hint" id="log-hint">
        {words.logHint} {words.logKey}
      </p>
      {wrong !== null && wrong !== '' && (
        <p class="field-error" role="alert">
          {wrong}
        </p>
      )}
      <div class="log-more">
        <TextField label={words.at} hint={words.atHint} value={at} commit={setAt} typed={setAt} />
        <CheckField label={words.announce} checked={announce} choose={setAnnounce} />
      </div>
    </form>
  )
}
