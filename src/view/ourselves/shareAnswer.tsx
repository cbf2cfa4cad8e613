import { useRef, useState } from 'preact/hooks'
import { ourselvesWords } from '../../words/ourselves/ourselvesWords.js'
import { useLive } from '../live.js'
import type { Report } from '../report.js'
import { shareAddress } from './ourAddress.js'

/** The address of an answer, to be copied. From a disk there may be no clipboard: then the text is selected to be copied by hand. */
export function ShareAnswer({ report, ours }: { report: Report; ours: readonly string[] }) {
  const live = useLive()
  const field = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState<readonly string[] | null>(null)
  const words = ourselvesWords(report.language)
  if (!live) return null
  if (ours.length === 0) return <p class="share-empty">{words.shareEmpty}</p>
  const copy = async () => {
    const input = field.current
    if (input === null) return
    input.select()
    try {
      await navigator.clipboard.writeText(input.value)
      setCopied(ours)
    } catch {
      if (document.execCommand('copy')) setCopied(ours)
    }
  }
  return (
    <div class="share">
      <label>
        <span>{words.share}</span>
        <input ref={field} type="text" readOnly value={shareAddress(location.href, ours)} />
      </label>
      <button type="button" onClick={copy}>
        {words.copy}
      </button>
      <p class="cap">
        <span role="status">{copied === ours ? `${words.copied} ` : ''}</span>
        {words.shareAbout}
      </p>
    </div>
  )
}
