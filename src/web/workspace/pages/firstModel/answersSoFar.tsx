import type { Answer } from '../../../../interview/interview.js'
import type { InterviewQuestion, QuestionId } from '../../../../interview/questionPlan.js'
import { type SaidOption, sayQuestion } from '../../../../interview/sayQuestion.js'
import { interviewWords } from '../../../../words/interview/interviewWords.js'
import { firstModelWords } from '../../../../words/workspace/firstModel.js'
import { Button } from '../../pieces/button.js'
import { language } from '../../session/session.js'

/** Every question with its answer; each can be gone back to. */
export function AnswersSoFar({
  questions,
  current,
  show,
}: {
  readonly questions: readonly InterviewQuestion[]
  readonly current: QuestionId | null
  readonly show: (id: QuestionId) => void
}) {
  const words = firstModelWords(language.value)
  return (
    <section class="answers-so-far">
      <h2>{words.yourAnswers}</h2>
      <ol>
        {questions.map(question => {
          const said = sayQuestion(question, language.value)
          return (
            <li key={question.id} aria-current={question.id === current ? 'step' : undefined}>
              <span>{said.text}</span>
              <b>
                {question.answer === null ? (
                  <span class="quiet">{words.noAnswer}</span>
                ) : (
                  saidAnswer(question.answer, said.options)
                )}
              </b>
              {question.id !== current && (
                <Button
                  look="quiet"
                  size="small"
                  onClick={() => show(question.id)}
                  aria-label={`${words.change}: ${said.text}`}
                >
                  {words.change}
                </Button>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}

function saidAnswer(answer: Answer, options: readonly SaidOption[]): string {
  const { notKnown, skip, none } = interviewWords(language.value).answers
  const labelOf = (value: string) => options.find(option => option.value === value)?.label ?? value
  switch (answer.kind) {
    case 'names':
      return answer.names.map(labelOf).join(', ')
    case 'choice':
      return labelOf(answer.choice)
    case 'time':
    case 'duration':
      return answer.text
    case 'place':
      return answer.name === null ? none : labelOf(answer.name)
    case 'people':
      return answer.count === null ? labelOf(answer.team) : `${labelOf(answer.team)} · ${answer.count}`
    case 'not-known':
      return notKnown
    case 'skipped':
      return skip
  }
}
