import { useState } from 'preact/hooks'
import type { AgendaItem, Round } from '../../../../api/review.js'
import { reviewWords } from '../../../../words/workspace/review.js'
import { placeAddress } from '../../case/openPlace.js'
import { useCase } from '../../case/useCase.js'
import { readText } from '../../forms/textInCase.js'
import { Button } from '../../pieces/button.js'
import { Dialog } from '../../pieces/dialog.js'
import { say } from '../../pieces/status.js'
import { api, language } from '../../session/session.js'
import { AnswerBox } from './answerBox.js'

/** One round: its questions, and the answers that may be seen by now. */
export function RoundView({
  round,
  unfolded,
  changed,
}: {
  readonly round: Round
  readonly unfolded: boolean
  readonly changed: () => Promise<void>
}) {
  const open = useCase()
  const words = reviewWords(language.value)
  const [asking, setAsking] = useState(false)
  const date = new Intl.DateTimeFormat(language.value, { dateStyle: 'medium' })
  const close = async () => {
    const asked = await api.ask('post', '/api/cases/{case}/rounds/{round}/close', {
      params: { case: open.id, round: round.id },
    })
    setAsking(false)
    if ('refused' in asked) say(asked.refused.message || asked.refused.code, { look: 'wrong' })
    await changed()
  }
  return (
    <details class="round" open={unfolded}>
      <summary>
        <b>{round.title}</b>{' '}
        <span class="quiet">
          {words.states[round.state]} ·{' '}
          {round.closedMs === null
            ? words.opened(date.format(round.openedMs))
            : words.closed(date.format(round.closedMs))}
        </span>
      </summary>
      <ol class="round-items">
        {round.items.map(item => (
          <Item key={item.id} round={round} item={item} changed={changed} />
        ))}
      </ol>
      {round.state === 'open' && <p class="note">{words.hidden}</p>}
      {round.state === 'open' && open.mayWrite.value && (
        <Button onClick={() => setAsking(true)}>{words.close}</Button>
      )}
      {asking && (
        <Dialog title={words.close} close={() => setAsking(false)}>
          <p>{words.closeAsk}</p>
          <div class="actions-row">
            <Button look="strong" onClick={() => void close()}>
              {words.close}
            </Button>
            <Button onClick={() => setAsking(false)}>{words.cancel}</Button>
          </div>
        </Dialog>
      )}
    </details>
  )
}

function Item({
  round,
  item,
  changed,
}: {
  readonly round: Round
  readonly item: AgendaItem
  readonly changed: () => Promise<void>
}) {
  const open = useCase()
  const words = reviewWords(language.value)
  const [answering, setAnswering] = useState(false)
  const answers = round.answers.filter(answer => answer.item === item.id)
  const [about] = item.about
  return (
    <li>
      <p>
        <small class="round-kind">{words.kinds[item.kind]}</small> {readText(item.text, language.value)}{' '}
        {about !== undefined && about.length > 1 && (
          <a href={placeAddress(open.id, { kind: 'entry', path: about })}>{words.about1}</a>
        )}
      </p>
      {answers.length === 0 && round.state === 'closed' && <p class="quiet">{words.noAnswers}</p>}
      {answers.length > 0 && (
        <ul class="round-answers">
          {answers.map(({ id, text, role }) => (
            <li key={id}>
              <b>{role ?? words.anonymous}</b>
              <p>{text}</p>
            </li>
          ))}
        </ul>
      )}
      {round.state === 'open' && open.mayComment.value && !answering && (
        <Button size="small" onClick={() => setAnswering(true)}>
          {words.answer}
        </Button>
      )}
      {answering && (
        <AnswerBox
          round={round.id}
          item={item.id}
          done={async () => {
            setAnswering(false)
            await changed()
          }}
          cancel={() => setAnswering(false)}
        />
      )}
    </li>
  )
}
