import { useEffect, useRef, useState } from 'preact/hooks'
import { boardWords } from '../../../../words/workspace/board.js'
import { Button } from '../../pieces/button.js'
import { isComposing } from '../../pieces/composing.js'
import { CheckField, TextField } from '../../pieces/field.js'
import { language } from '../../session/session.js'
import type { Log } from './useLog.js'

/** The key L looks for the line by this name (frame/logAnywhere.tsx). */
const logLineId = 'log-line'

/** Where one logs: a line with the time of now. Another time is asked for only by who has one. */
export function LogBox({ log, logged }: { readonly log: Log; readonly logged?: () => void }) {
  const words = boardWords(language.value)
  const line = useRef<HTMLInputElement>(null)
  const [at, setAt] = useState<string | null>(null)
  const [announce, setAnnounce] = useState(false)
  const [wrong, setWrong] = useState<string | null>(null)
  const time = useRef<HTMLDivElement>(null)
  useEffect(() => line.current?.focus(), [])
  const asksTime = at !== null
  useEffect(() => {
    if (asksTime) time.current?.querySelector('input')?.focus()
  }, [asksTime])
  const send = () => {
    const text = line.current?.value ?? ''
    if (text.trim() === '') return
    const why = log(text, { ...(at === null || at.trim() === '' ? {} : { at: at.trim() }), announce })
    setWrong(why)
    if (why !== null) return
    line.current!.value = ''
    line.current!.focus()
    setAt(null)
    setAnnounce(false)
    logged?.()
  }
  return (
    <form
      class="log-box"
      onSubmit={event => {
        event.preventDefault()
        send()
      }}
    >
      <label for={logLineId}>{words.log}</label>
      <div class="log-line">
        <input
          id={logLineId}
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
      {wrong !== null && wrong !== '' && (
        <p class="field-error" role="alert">
          {wrong}
        </p>
      )}
      <p class="field-hint" id="log-hint">
        {words.logHint}
      </p>
      <div class="log-more">
        <CheckField label={words.announce} checked={announce} choose={setAnnounce} />
        <Button
          size="small"
          look="quiet"
          aria-expanded={at !== null}
          onClick={() => setAt(at === null ? '' : null)}
        >
          {at === null ? words.at : words.atNow}
        </Button>
      </div>
      {at !== null && (
        <div ref={time}>
          <TextField label={words.at} hint={words.atHint} value={at} commit={setAt} typed={setAt} />
        </div>
      )}
    </form>
  )
}
