import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Round } from '../../../../api/review.js'
import { reviewWords } from '../../../../words/workspace/review.js'
import { useCase } from '../../case/useCase.js'
import { api, language } from '../../session/session.js'
import type { PageProps } from '../registry.js'
import { OpenRound } from './openRound.js'
import { RoundView } from './roundView.js'
import { SignOffs } from './signOffs.js'
import './review.css'

/** Rounds of questions with answers under a role or anonymously, and signatures for what was reviewed. */
export function ReviewPage({ rest }: PageProps) {
  const open = useCase()
  const words = reviewWords(language.value)
  const params = useMemo(() => ({ case: open.id }), [open])
  const [rounds, setRounds] = useState<readonly Round[] | null>(null)
  const load = useMemo(
    () => async () => {
      const asked = await api.ask('get', '/api/cases/{case}/rounds', { params })
      if ('given' in asked) setRounds(asked.given.rounds)
    },
    [params],
  )
  useEffect(() => {
    void load()
    return open.onNotice(about => {
      if (about === 'rounds') void load()
    })
  }, [open, load])
  const latestFirst = [...(rounds ?? [])].sort((a, b) => b.openedMs - a.openedMs)
  return (
    <div class="sheet review-page">
      <h1>{words.title}</h1>
      <p class="quiet">{words.about}</p>
      <section aria-labelledby="review-rounds">
        <h2 id="review-rounds">{words.rounds}</h2>
        {rounds?.length === 0 && <p class="quiet">{words.noRounds}</p>}
        {latestFirst.map((round, place) => (
          <RoundView
            key={round.id}
            round={round}
            unfolded={rest[0] === round.id || (rest[0] === undefined && place === 0)}
            changed={load}
          />
        ))}
        {open.mayWrite.value && <OpenRound opened={load} />}
      </section>
      <SignOffs />
    </div>
  )
}
