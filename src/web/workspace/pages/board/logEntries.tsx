import type { Fact } from '../../../../model/case.js'
import { textIn } from '../../../../model/text.js'
import { boardWords } from '../../../../words/workspace/board.js'
import { placeAddress } from '../../case/openPlace.js'
import { useCase } from '../../case/useCase.js'
import { language } from '../../session/session.js'

/** Entries that are shown; the timeline has all. */
const shownEntries = 30

/** What was logged, the latest first: facts of the timeline in the order of their times. */
export function LogEntries() {
  const open = useCase()
  const words = boardWords(language.value)
  const entries = open.written.value
    .entries('facts')
    .map(({ id, value }) => ({ id, fact: (value ?? {}) as Partial<Fact> }))
    .sort((a, b) => (String(a.fact.at) < String(b.fact.at) ? 1 : -1))
    .slice(0, shownEntries)
  return (
    <section aria-labelledby="board-entries">
      <h2 id="board-entries">{words.entries}</h2>
      {entries.length === 0 && <p class="quiet">{words.noEntries}</p>}
      <ol class="log-entries">
        {entries.map(({ id, fact }) => (
          <li key={id}>
            <time>{String(fact.at ?? '')}</time>
            <a href={placeAddress(open.id, { kind: 'entry', path: ['facts', id] })}>
              {fact.text === undefined ? id : textIn(fact.text, language.value)}
            </a>
            {fact.phase === 'communication' && <small>{words.announced}</small>}
          </li>
        ))}
      </ol>
    </section>
  )
}
