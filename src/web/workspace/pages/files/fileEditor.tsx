import { useMemo, useState } from 'preact/hooks'
import type * as Y from 'yjs'
import schema from '../../../../../schema/case.schema.json' with { type: 'json' }
import { writingWords } from '../../../../words/workspace/writing.js'
import { useCase } from '../../case/useCase.js'
import { threadsOf } from '../../comments/caseComments.js'
import { CommentOnSelection } from '../../comments/commentOnSelection.js'
import { showComments } from '../../frame/side.js'
import { directiveCompletion } from '../../writing/directiveCompletion.js'
import { saidMarks } from '../../writing/hints.js'
import type { JsonSchema } from '../../writing/schemaPlace.js'
import { styleNonce } from '../../writing/styleNonce.js'
import { placeOfAnchor } from '../../writing/textAnchor.js'
import { TextEditor } from '../../writing/textEditor.js'
import { yamlCompletion } from '../../writing/yamlCompletion.js'

/** One text file as it is, with what is wrong in it marked where it stands. */
export function FileEditor({
  path,
  text,
  place,
}: {
  readonly path: string
  readonly text: Y.Text
  /** Line and column to show, from 1. */
  readonly place: { readonly line: number; readonly column: number } | null
}) {
  const open = useCase()
  const language = open.language.value
  const words = writingWords(language)
  const [selection, setSelection] = useState({ from: 0, to: 0, text: '' })
  const isYaml = path.endsWith('.yaml')
  const current = open.files.value.find(file => file.path === path)?.text
  const written = typeof current === 'string' ? current : ''
  const found = open.result.value?.found
  const marks = useMemo(() => saidMarks(written, path, found ?? []), [written, path, found])
  const comments = open.comments.value
  const threads = useMemo(() => threadsOf(comments), [comments])
  const commented = useMemo(
    () =>
      threads.flatMap(({ first }) => {
        if (first.anchor.kind !== 'text' || first.anchor.file !== path || first.resolved) return []
        const at = placeOfAnchor(text, first.anchor)
        return at === null ? [] : [{ comment: first.id, ...at }]
      }),
    // The places move with the text.
    [threads, path, text, written],
  )
  const completion = useMemo(() => {
    const known = { document: () => open.sound.peek(), language }
    return [isYaml ? yamlCompletion(schema as unknown as JsonSchema, known) : directiveCompletion(known)]
  }, [open, isYaml, language])
  // The place asked for is shown once, when the file opens or the address changes; not at every keystroke after it.
  const asked = useMemo(() => (place === null ? null : offsetOf(text.toString(), place)), [place, text])
  return (
    <>
      {!open.mayWrite.value && <p class="narrative-note">{words.readOnly}</p>}
      <CommentOnSelection path={path} text={text} selection={selection} />
      <TextEditor
        text={text}
        awareness={open.awareness}
        undo={open.undo.manager}
        language={isYaml ? 'yaml' : path.endsWith('.md') ? 'markdown' : 'plain'}
        readOnly={!open.mayWrite.value}
        label={path}
        completion={completion}
        phrases={words.phrases}
        marks={marks}
        commented={commented}
        goTo={asked}
        onSelect={setSelection}
        onComment={id => {
          const thread = threads.find(({ first }) => first.id === id)
          if (thread !== undefined) showComments(thread.first.anchor)
        }}
        {...styleNonce()}
      />
    </>
  )
}

function offsetOf(text: string, { line, column }: { readonly line: number; readonly column: number }) {
  let start = 0
  for (let count = 1; count < line; count++) {
    const end = text.indexOf('\n', start)
    if (end < 0) break
    start = end + 1
  }
  const from = Math.min(start + column - 1, text.length)
  return { from, to: from }
}
