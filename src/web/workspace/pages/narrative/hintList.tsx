import type { WordingHint } from '../../../../lint/wording/wordingHints.js'
import { wordingWords } from '../../../../words/wording/wordingWords.js'
import { writingWords } from '../../../../words/workspace/writing.js'
import { useCase } from '../../case/useCase.js'

/** Hints shown at once; the rest come up as these are dealt with. */
const hintsShown = 40

/** The hints on the wording of a text as a list: what deserves another look, why, and a press leads there. */
export function HintList({
  text,
  hints,
  show,
}: {
  readonly text: string
  readonly hints: readonly WordingHint[]
  readonly show: (hint: WordingHint) => void
}) {
  const open = useCase()
  const language = open.language.value
  const words = writingWords(language)
  if (hints.length === 0) {
    return (
      <p class="hint-none">
        <span aria-hidden="true">✓ </span>
        {words.noHints}
      </p>
    )
  }
  return (
    <details class="hint-list">
      <summary>{words.hints(hints.length)}</summary>
      <ol>
        {hints.slice(0, hintsShown).map(hint => {
          const { matter, instead } = wordingWords(language)[hint.of]
          return (
            <li key={`${hint.from} ${hint.of}`}>
              <button type="button" class="as-link" onClick={() => show(hint)}>
                “{text.slice(hint.from, hint.to)}”
              </button>
              <span>
                {matter} {instead}
              </span>
            </li>
          )
        })}
      </ol>
    </details>
  )
}
