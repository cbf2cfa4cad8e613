import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { draftSystem, type SystemDraft } from '../../../../interview/draftSystem.js'
import { type Answer, answer, beginInterview, type InterviewState } from '../../../../interview/interview.js'
import {
  type InterviewQuestion,
  type QuestionId,
  questionBefore,
  questionsOf,
} from '../../../../interview/questionPlan.js'
import { sayQuestion } from '../../../../interview/sayQuestion.js'
import { writeDraft } from '../../../../interview/writeDraft.js'
import type { CaseDocument } from '../../../../model/case.js'
import { interviewWords } from '../../../../words/interview/interviewWords.js'
import { firstModelWords } from '../../../../words/workspace/firstModel.js'
import type { OpenCase } from '../../case/openCase.js'
import { saidRefusal } from '../../case/refusal.js'
import { useCase } from '../../case/useCase.js'
import { takeBack } from '../../forms/takeBack.js'
import { Button } from '../../pieces/button.js'
import { say } from '../../pieces/status.js'
import { casePath, navigate } from '../../router/router.js'
import { api, language } from '../../session/session.js'
import type { PageProps } from '../registry.js'
import { AnswerForm } from './answerForm.js'
import { AnswersSoFar } from './answersSoFar.js'
import { DraftPreview } from './draftPreview.js'
import { keepInterview, takeInterview } from './keptInterview.js'
import './firstModel.css'

/** A first model by asking: one plain question after another, and beside them the system that comes of it. */
export function FirstModelPage(_: PageProps) {
  const open = useCase()
  const words = firstModelWords(language.value)
  const document = open.sound.value
  return (
    <div class="first-model">
      <header>
        <h1>{words.title}</h1>
        <p class="quiet">{words.about}</p>
      </header>
      {document === null ? (
        <p>{words.notWhole}</p>
      ) : open.mayWrite.value ? (
        <Interview document={document} />
      ) : (
        <p>{words.mayNotWrite}</p>
      )}
    </div>
  )
}

function Interview({ document }: { readonly document: CaseDocument }) {
  const open = useCase()
  const words = firstModelWords(language.value)
  const [state, setState] = useState<InterviewState>(() => takeInterview(open.id, document))
  const questions = questionsOf(state)
  const [at, setAt] = useState<QuestionId | null>(
    () => questions.find(one => one.answer === null)?.id ?? null,
  )
  const [refused, setRefused] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  /** Whoever answers goes on in the next question without reaching for it. */
  const asked = useRef<HTMLDivElement>(null)
  const isMoved = useRef(false)
  useEffect(() => {
    if (!isMoved.current) return
    const first = 'input:checked, input, button'
    asked.current?.querySelector<HTMLElement>(at === null ? '[data-look="strong"]' : first)?.focus()
  }, [at])
  const draft = useMemo(() => draftSystem(state), [state])
  const question = questions.find(({ id }) => id === at)

  const give = (value: Answer) => {
    if (question === undefined) return
    const next = answer(state, question.id, value)
    if ('refused' in next) return setRefused(interviewWords(language.value).refusals[next.refused])
    setRefused(null)
    isMoved.current = true
    setState(next)
    keepInterview(open.id, next)
    const all = questionsOf(next)
    const place = all.findIndex(({ id }) => id === question.id)
    setAt(
      all.slice(place + 1).find(one => one.answer === null)?.id ??
        all.find(one => one.answer === null)?.id ??
        null,
    )
  }
  const show = (id: QuestionId) => {
    setRefused(null)
    isMoved.current = true
    setAt(id)
  }
  const write = async () => {
    setBusy(true)
    const written = await writeInto(open, draft)
    setBusy(false)
    if ('wrong' in written) return setRefused(written.wrong)
    keepInterview(open.id, null)
    say(words.written, written.madeFiles ? {} : { action: takeBack(open) })
    navigate(casePath(open.id, 'system'))
  }
  const again = () => {
    keepInterview(open.id, null)
    const fresh = beginInterview(document)
    setState(fresh)
    show(questionsOf(fresh)[0]!.id)
  }
  return (
    <div class="interview">
      <div class="interview-ask" ref={asked}>
        {document.components !== undefined && <p class="quiet">{words.hasModel}</p>}
        {question === undefined ? (
          <section class="interview-question">
            <h2>{words.done}</h2>
            <p>{words.doneAbout}</p>
            <div class="actions-row">
              <Button look="strong" busy={busy} onClick={write}>
                {words.write}
              </Button>
            </div>
          </section>
        ) : (
          <Asked
            key={question.id}
            question={question}
            place={questions.indexOf(question) + 1}
            of={questions.length}
            refused={refused}
            give={give}
            before={() => {
              const previous = questionBefore(state, question.id)
              if (previous !== null) show(previous.id)
            }}
          />
        )}
        {question === undefined && refused !== null && (
          <p class="field-error" role="alert">
            {refused}
          </p>
        )}
        <AnswersSoFar questions={questions} current={at} show={show} />
        <div class="actions-row">
          {question !== undefined && (
            <Button busy={busy} onClick={write}>
              {words.writeEarly}
            </Button>
          )}
          <Button look="quiet" onClick={again}>
            {words.again}
          </Button>
        </div>
        <p class="note">{words.kept}</p>
      </div>
      <DraftPreview document={document} draft={draft} />
    </div>
  )
}

function Asked({
  question,
  place,
  of,
  refused,
  give,
  before,
}: {
  readonly question: InterviewQuestion
  readonly place: number
  readonly of: number
  readonly refused: string | null
  readonly give: (answer: Answer) => void
  readonly before: () => void
}) {
  const words = firstModelWords(language.value)
  const said = sayQuestion(question, language.value)
  return (
    <section class="interview-question" aria-labelledby="asked">
      <p class="src">{words.step(place, of)}</p>
      <h2 id="asked">{said.text}</h2>
      <p class="quiet">{said.help}</p>
      <AnswerForm
        question={question}
        options={said.options}
        example={said.example}
        refused={refused}
        give={give}
      />
      <p class="note">
        {words.example}: {said.example}
      </p>
      <details>
        <summary>{words.why}</summary>
        <p>{said.why}</p>
      </details>
      {place > 1 && (
        <Button look="quiet" size="small" onClick={before}>
          ← {words.before}
        </Button>
      )}
    </section>
  )
}

/** Files that are new are made by the server; in those that are there each entry is the smallest change. */
async function writeInto(
  open: OpenCase,
  draft: SystemDraft,
): Promise<{ readonly wrong: string } | { readonly madeFiles: boolean }> {
  const result = writeDraft(open.files.peek(), draft, language.peek())
  if ('refused' in result) return { wrong: saidRefusal(result.refused) }
  for (const path of result.created) {
    const text = result.files.find(file => file.path === path)?.text
    if (typeof text !== 'string') continue
    const asked = await api.ask('put', '/api/cases/{case}/file', {
      params: { case: open.id },
      query: { path, ifMatch: 'none' },
      bytes: text,
    })
    if ('refused' in asked) return { wrong: asked.refused.message || asked.refused.code }
  }
  open.undo.step()
  for (const { path, changes } of result.changes) {
    for (const change of changes) {
      const made = open.changeText(path, change)
      if ('refused' in made) return { wrong: saidRefusal(made.refused) }
    }
  }
  open.undo.step()
  return { madeFiles: result.created.length > 0 }
}
