import type { CaseHead, Fact } from '../../../../model/case.js'
import { textIn } from '../../../../model/text.js'
import { parseFactTime, parseInstant } from '../../../../model/time.js'
import { isTimezone } from '../../../../model/timezone.js'
import { boardWords } from '../../../../words/workspace/board.js'
import { placeAddress } from '../../case/openPlace.js'
import { useCase } from '../../case/useCase.js'
import { casePath } from '../../router/router.js'
import { language } from '../../session/session.js'

/** Entries that are shown; the timeline has all. */
const shownEntries = 30

/** What was logged, the latest first: facts of the timeline in the order of their times. */
export function LogEntries() {
  const open = useCase()
  const words = boardWords(language.value)
  const written = open.written.value
  const instantOf = instants(written.value.case)
  const entries = written
    .entries('facts')
    .map(({ id, value }) => {
      const fact = (value ?? {}) as Partial<Fact>
      return { id, fact, instant: instantOf(fact.at) }
    })
    // Of one time the one that was written later comes first.
    .reverse()
    .sort((a, b) => b.instant - a.instant)
  return (
    <section aria-labelledby="board-entries">
      <h2 id="board-entries">{words.entries}</h2>
      {entries.length === 0 && <p class="quiet">{words.noEntries}</p>}
      <ol class="log-entries">
        {entries.slice(0, shownEntries).map(({ id, fact }) => (
          <li key={id}>
            <time>{String(fact.at ?? '')}</time>
            <a href={placeAddress(open.id, { kind: 'entry', path: ['facts', id] })}>
              {fact.text === undefined ? id : textIn(fact.text, language.value)}
            </a>
            {fact.phase === 'communication' && <small>{words.announced}</small>}
          </li>
        ))}
      </ol>
      {entries.length > shownEntries && (
        <p>
          <a href={casePath(open.id, 'timeline')}>{words.allEntries}</a>
        </p>
      )}
    </section>
  )
}

/** When a fact was, to order by: minus infinity where it cannot be read, so that it stands last. */
function instants(head: unknown): (at: unknown) => number {
  const { timezone = '', start = '' } = (head ?? {}) as Partial<CaseHead>
  if (!isTimezone(timezone)) return () => Number.NEGATIVE_INFINITY
  const begun = parseInstant(String(start), { timezone, startEpochMs: 0 })
  const startEpochMs = 'epochMs' in begun ? begun.epochMs : 0
  return at => {
    const time = typeof at === 'string' ? parseFactTime(at, { timezone, startEpochMs }) : null
    if (time === null || 'code' in time) return Number.NEGATIVE_INFINITY
    return time.fromMs ?? time.toMs ?? Number.NEGATIVE_INFINITY
  }
}
