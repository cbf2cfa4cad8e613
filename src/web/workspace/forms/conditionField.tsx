import {
  acceptCompletion,
  autocompletion,
  type CompletionContext,
  completionKeymap,
} from '@codemirror/autocomplete'
import { history, historyKeymap, standardKeymap } from '@codemirror/commands'
import { EditorState } from '@codemirror/state'
import { EditorView, keymap, placeholder } from '@codemirror/view'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { parseExpression } from '../../../model/expression/parse.js'
import { eachId } from '../../../model/expression/syntax.js'
import { diagnosticMessage } from '../../../words/diagnostics/diagnosticWords.js'
import { formWords } from '../../../words/workspace/forms.js'
import { useCase } from '../case/useCase.js'
import { FieldBox, type FieldFrame } from '../pieces/field.js'
import { writingLook } from '../writing/look.js'
import { styleNonce } from '../writing/styleNonce.js'
import { conditionText } from './conditionText.js'
import { everyComponent, titleOf } from './names.js'
import { readCondition } from './readCondition.js'

/** A mistake is said when nobody has typed for so long. */
const restMs = 1200

/** What is pasted in several lines becomes one. */
const onOneLine = EditorState.transactionFilter.of(change => {
  if (change.newDoc.lines === 1) return change
  const insert = change.newDoc.toString().replace(/\s*\n\s*/g, ' ')
  return {
    changes: { from: 0, to: change.startState.doc.length, insert },
    selection: { anchor: insert.length },
  }
})

/**
 * An expression on one line, with completion of ids by what they are called. Below it stands what it means in the case's own titles; what
 * cannot be read is said while it is typed, and kept in the field.
 */
export function ConditionField({
  value,
  commit,
  readOnly,
  ...frame
}: FieldFrame & {
  readonly value: unknown
  readonly commit: (condition: string | undefined) => void
  readonly readOnly: boolean
}) {
  const open = useCase()
  const language = open.language.value
  const words = formWords(language)
  const id = useId()
  const host = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)
  const written = conditionText(value)
  const [typed, setTyped] = useState<string | null>(null)
  /** What cannot be read is said in red once the writing rests; until then a half of an expression is no mistake. */
  const [resting, setResting] = useState(true)
  const latest = useRef({ commit, written })
  latest.current = { commit, written }

  useEffect(() => {
    const leave = () => {
      const text = opened.state.doc.toString().trim()
      setTyped(null)
      setResting(true)
      if (text === latest.current.written) return
      if (text === '') latest.current.commit(undefined)
      else if (!('problem' in parseExpression(text))) latest.current.commit(text)
      else setTyped(text)
    }
    const complete = (context: CompletionContext) => {
      const word = context.matchBefore(/[\p{L}\p{N}_.@-]*/u)
      if (word === null || (word.from === word.to && !context.explicit)) return null
      const options = [...everyComponent(open.written.peek())].map(([name, component]) => {
        const called = titleOf(component, language)
        return { label: name, ...(called === '' ? {} : { detail: called }) }
      })
      // What is typed may be a name as people know it: both are searched.
      const wanted = word.text.toLowerCase()
      const fitting = options.filter(
        ({ label, detail }) =>
          label.toLowerCase().includes(wanted) || detail?.toLowerCase().includes(wanted) === true,
      )
      const more = ['and', 'or', 'not', '2 of (', 'sum(', '>= '].map(label => ({ label, type: 'keyword' }))
      return {
        from: word.from,
        options: [...fitting, ...more.filter(({ label }) => label.startsWith(wanted))],
        filter: false,
      }
    }
    const { nonce } = styleNonce()
    const opened = new EditorView({
      parent: host.current!,
      state: EditorState.create({
        doc: latest.current.written,
        extensions: [
          onOneLine,
          EditorState.readOnly.of(readOnly),
          EditorView.editable.of(!readOnly),
          EditorView.contentAttributes.of({
            id,
            'aria-label': frame.label,
            'aria-multiline': 'false',
            'aria-describedby': `${id}-error ${id}-hint ${id}-means`,
            spellcheck: 'false',
            autocapitalize: 'off',
            ...(readOnly ? { tabindex: '0', 'aria-readonly': 'true' } : {}),
          }),
          EditorView.lineWrapping,
          placeholder(words.none),
          writingLook,
          history(),
          // Enter picks as soon as there is something to pick: else it would give half a word away.
          autocompletion({ override: [complete], icons: false, interactionDelay: 0 }),
          keymap.of([
            ...completionKeymap,
            { key: 'Tab', run: acceptCompletion },
            {
              key: 'Enter',
              run: () => {
                leave()
                return true
              },
            },
            {
              key: 'Escape',
              run: editor => {
                if (editor.state.doc.toString() === latest.current.written) return false
                const changes = { from: 0, to: editor.state.doc.length, insert: latest.current.written }
                editor.dispatch({ changes })
                setTyped(null)
                return true
              },
            },
            ...historyKeymap,
            ...standardKeymap,
          ]),
          EditorView.updateListener.of(update => {
            if (!update.docChanged) return
            setTyped(update.state.doc.toString())
            setResting(false)
          }),
          EditorView.domEventHandlers({ blur: leave }),
          ...(nonce === undefined ? [] : [EditorView.cspNonce.of(nonce)]),
        ],
      }),
    })
    view.current = opened
    return () => {
      leave()
      view.current = null
      opened.destroy()
    }
  }, [open, language, readOnly, id, frame.label, words.none])

  useEffect(() => {
    if (resting) return
    const timer = setTimeout(() => setResting(true), restMs)
    return () => clearTimeout(timer)
  }, [typed, resting])

  useEffect(() => {
    const { current } = view
    if (current === null || typed !== null || current.state.doc.toString() === written) return
    current.dispatch({ changes: { from: 0, to: current.state.doc.length, insert: written } })
    setTyped(null)
  }, [written, typed])

  const text = typed ?? written
  const { error, meaning } = saidOf(text)
  return (
    <FieldBox {...frame} id={id} error={resting ? (error ?? frame.error) : undefined}>
      <div class="condition" ref={host} />
      {meaning !== null && (
        <p class="condition-means" id={`${id}-means`}>
          <span class="vh">{words.conditionMeans}: </span>
          {meaning}
        </p>
      )}
    </FieldBox>
  )

  function saidOf(expression: string): { readonly error: string | null; readonly meaning: string | null } {
    if (expression.trim() === '') return { error: null, meaning: null }
    const parsed = parseExpression(expression)
    if ('problem' in parsed) {
      const { what, todo } = diagnosticMessage(parsed.problem.code, parsed.problem.values, language)
      return { error: `${what} ${todo}`, meaning: null }
    }
    const known = everyComponent(open.written.value)
    const names: string[] = []
    eachId(parsed, ({ id: name }) => names.push(name))
    const unknown = names.find(name => !known.has(name) && !known.has(name.replace(/\.full$/, '')))
    const titleFor = (name: string) => titleOf(known.get(name), language) || name
    return {
      error: unknown === undefined ? null : words.unknownId(unknown),
      meaning: readCondition(parsed, titleFor, words.reads),
    }
  }
}
