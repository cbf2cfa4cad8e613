import { useRef, useState } from 'preact/hooks'
import type { Answer } from '../../../../interview/interview.js'
import type { InterviewQuestion } from '../../../../interview/questionPlan.js'
import type { SaidOption } from '../../../../interview/sayQuestion.js'
import { interviewWords } from '../../../../words/interview/interviewWords.js'
import { firstModelWords } from '../../../../words/workspace/firstModel.js'
import { Button } from '../../pieces/button.js'
import { ComboboxField, NamesField } from '../../pieces/combobox.js'
import { TextField } from '../../pieces/field.js'
import { language } from '../../session/session.js'

/** Where one question is answered, each kind of answer in its own way. "Not known" and "later" are answers to every one. */
export function AnswerForm({
  question,
  options,
  example,
  refused,
  give,
}: {
  readonly question: InterviewQuestion
  readonly options: readonly SaidOption[]
  readonly example: string
  /** Why the last answer was not taken. */
  readonly refused: string | null
  readonly give: (answer: Answer) => void
}) {
  const words = firstModelWords(language.value)
  const common = interviewWords(language.value).answers
  const [draft, drawDraft] = useState<Answer>(question.answer ?? emptyAnswer(question))
  // Enter takes what is typed and sends the form in one go, before the page is drawn again.
  const latest = useRef(draft)
  const setDraft = (next: Answer) => {
    latest.current = next
    drawDraft(next)
  }
  const choices = options.map(({ value, label }) => ({ value, label }))
  const frame = { label: words.answer, labelHidden: true, error: refused }
  return (
    <form
      class="answer-form"
      onSubmit={event => {
        event.preventDefault()
        give(latest.current)
      }}
      onKeyDownCapture={event => {
        // In a list of names Enter adds the name; only an empty field sends.
        const isName = draft.kind === 'names' && (event.target as HTMLInputElement).value !== ''
        if (event.key === 'Enter' && isName && event.target instanceof HTMLInputElement)
          event.preventDefault()
      }}
    >
      {draft.kind === 'names' && (
        <NamesField
          {...frame}
          names={draft.names}
          choices={choices}
          free
          placeholder={words.addName}
          commit={names => setDraft({ kind: 'names', names })}
        />
      )}
      {draft.kind === 'choice' && (
        <fieldset class="answer-choices">
          <legend class="vh">{words.answer}</legend>
          {options.map(({ value, label }) => (
            <label key={value}>
              <input
                type="radio"
                name={question.id}
                checked={draft.choice === value}
                onChange={() => setDraft({ kind: 'choice', choice: value })}
              />{' '}
              {label}
            </label>
          ))}
          {refused !== null && (
            <p class="field-error" role="alert">
              {refused}
            </p>
          )}
        </fieldset>
      )}
      {(draft.kind === 'time' || draft.kind === 'duration') && (
        <TextField
          {...frame}
          value={draft.text}
          typed={text => setDraft({ kind: draft.kind, text })}
          commit={text => setDraft({ kind: draft.kind, text })}
          input={{ placeholder: example }}
        />
      )}
      {draft.kind === 'place' && (
        <ComboboxField
          {...frame}
          value={draft.name ?? ''}
          choices={choices}
          free
          placeholder={example}
          commit={name => setDraft({ kind: 'place', name })}
        />
      )}
      {draft.kind === 'people' && (
        <>
          <ComboboxField
            label={words.team}
            value={draft.team}
            choices={choices}
            free
            error={refused}
            placeholder={example}
            commit={team => setDraft({ ...draft, team })}
          />
          <TextField
            label={words.count}
            value={draft.count === null ? '' : String(draft.count)}
            commit={text => setDraft({ ...draft, count: countOf(text) })}
            typed={text => setDraft({ ...draft, count: countOf(text) })}
            input={{ inputMode: 'numeric' }}
          />
        </>
      )}
      <div class="actions-row">
        <Button type="submit" look="strong">
          {words.next}
        </Button>
        {question.noneAllowed && (
          <Button onClick={() => give({ kind: 'place', name: null })}>{common.none}</Button>
        )}
        <Button onClick={() => give({ kind: 'not-known' })}>{common.notKnown}</Button>
        <Button look="quiet" onClick={() => give({ kind: 'skipped' })}>
          {common.skip}
        </Button>
      </div>
    </form>
  )
}

function emptyAnswer({ kind }: InterviewQuestion): Answer {
  switch (kind) {
    case 'names':
      return { kind, names: [] }
    case 'choice':
      return { kind, choice: '' }
    case 'time':
    case 'duration':
      return { kind, text: '' }
    case 'place':
      return { kind, name: '' }
    case 'people':
      return { kind, team: '', count: null }
  }
}

/** An empty field is "not known"; what is no number is refused by the interview. */
function countOf(text: string): number | null {
  return text.trim() === '' ? null : Number(text)
}
