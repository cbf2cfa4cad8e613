import { useState } from 'preact/hooks'
import { resultWords } from '../../../words/workspace/result.js'
import { placeAddress } from '../case/openPlace.js'
import { useCase } from '../case/useCase.js'
import { Button } from '../pieces/button.js'
import { language } from '../session/session.js'
import type { CaseResult, ModelResult, SaidDiagnostic, SaidQuestion } from './caseResult.js'
import { Outages } from './outages.js'
import './result.css'

/** What the program says of the texts as they are now: what is wrong, how far the model holds, outages, questions. */
export function ResultPanel() {
  const open = useCase()
  const words = resultWords(language.value)
  const result = open.result.value
  if (result === null) return <p class="waiting">{words.first}</p>
  const { model } = result
  return (
    <div class="result" data-busy={open.resultBusy.value || undefined}>
      <p class="result-standing" aria-live="polite">
        {words.standing(result.errors, result.warnings)}
        {result.broken && model !== null && <span class="quiet"> {words.lastWhole}</span>}
      </p>
      <Diagnostics result={result} />
      {model === null ? (
        !result.broken && <NoModel />
      ) : (
        <>
          <h2>{words.fidelity}</h2>
          <p class="result-fidelity">{model.fidelityLine}</p>
          <h2>{words.outages}</h2>
          <Outages model={model} />
          <Questions model={model} />
        </>
      )}
    </div>
  )
}

function NoModel() {
  const words = resultWords(language.value)
  return <p class="quiet note">{words.noModel}</p>
}

/** At first so many are shown. */
const shownAtFirst = 6

function Diagnostics({ result }: { readonly result: CaseResult }) {
  const [all, setAll] = useState(false)
  const words = resultWords(language.value)
  const sorted = [...result.found].sort((a, b) => rank(a) - rank(b))
  if (sorted.length === 0) return null
  const shown = all ? sorted : sorted.slice(0, shownAtFirst)
  return (
    <>
      <ul class="diagnostic-list">
        {shown.map(found => (
          <Diagnostic key={`${found.file}:${found.line}:${found.column}:${found.code}`} found={found} />
        ))}
      </ul>
      {sorted.length > shown.length && (
        <Button size="small" look="quiet" onClick={() => setAll(true)}>
          {words.more(sorted.length - shown.length)}
        </Button>
      )}
    </>
  )
}

const rank = ({ severity }: SaidDiagnostic) => (severity === 'error' ? 0 : 1)

function Diagnostic({ found }: { readonly found: SaidDiagnostic }) {
  const open = useCase()
  const words = resultWords(language.value)
  const text = { kind: 'text', file: found.file, line: found.line, column: found.column } as const
  const to = placeAddress(open.id, found.path.length > 1 ? { kind: 'entry', path: found.path } : text, text)
  return (
    <li data-severity={found.severity}>
      <a href={to}>
        <b>
          <span aria-hidden="true">{found.severity === 'error' ? '✕' : '△'}</span>
          <span class="vh">{words.severity[found.severity]}</span> {found.what}
        </b>
      </a>
      <span class="diagnostic-todo">
        {found.todo}
        {found.suggestion !== null && ` ${words.meant(found.suggestion)}`}
      </span>
      <a class="src" href={placeAddress(open.id, text)}>
        {found.file === '.' ? words.folder : `${found.file}:${found.line}`}
      </a>
    </li>
  )
}

const questionsAtFirst = 4

function Questions({ model }: { readonly model: ModelResult }) {
  const [all, setAll] = useState(false)
  const words = resultWords(language.value)
  const { questions } = model
  const shown = all ? questions : questions.slice(0, questionsAtFirst)
  return (
    <>
      <h2>{words.questions(questions.length)}</h2>
      <ol class="question-list">
        {shown.map((question, place) => (
          <Question key={place} question={question} />
        ))}
      </ol>
      {questions.length > shown.length && (
        <Button size="small" look="quiet" onClick={() => setAll(true)}>
          {words.more(questions.length - shown.length)}
        </Button>
      )}
    </>
  )
}

function Question({ question }: { readonly question: SaidQuestion }) {
  const open = useCase()
  const [fact] = question.facts
  return (
    <li data-kind={question.kind}>
      <b class="question-kind">
        {fact === undefined ? (
          question.label
        ) : (
          <a href={placeAddress(open.id, { kind: 'entry', path: ['facts', fact] })}>{question.label}</a>
        )}
      </b>
      {question.text.map((part, place) =>
        typeof part === 'string' ? (
          part
        ) : (
          <a key={place} href={placeAddress(open.id, { kind: 'entry', path: ['facts', part.fact] })}>
            {part.time}
          </a>
        ),
      )}
    </li>
  )
}
