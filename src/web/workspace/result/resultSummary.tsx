import { resultWords } from '../../../words/workspace/result.js'
import { useCase } from '../case/useCase.js'
import { language } from '../session/session.js'

/** The result in one line, for where there is no room for more. */
export function ResultSummary() {
  const open = useCase()
  const words = resultWords(language.value)
  const result = open.result.value
  if (result === null) return <span class="quiet">{words.first}</span>
  const look = result.errors > 0 ? 'wrong' : result.warnings > 0 ? 'warned' : 'fine'
  return (
    <span class="result-summary" data-look={look}>
      <b>
        <span aria-hidden="true">{look === 'wrong' ? '✕ ' : look === 'warned' ? '△ ' : '✓ '}</span>
        {words.standing(result.errors, result.warnings)}
      </b>
      {result.model !== null && !result.broken && <span class="c-model"> {result.model.fidelityShort}</span>}
    </span>
  )
}
