import { frameWords } from '../../../words/workspace/frame.js'
import { language } from '../session/session.js'

/** An address that leads nowhere. */
export function Nowhere() {
  const words = frameWords(language.value)
  return (
    <main class="sheet">
      <h1>{words.noPage}</h1>
      <p>
        <a href="/">{words.toLibrary}</a>
      </p>
    </main>
  )
}
