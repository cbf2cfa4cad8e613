import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type * as Y from 'yjs'
import { wordingHints } from '../../../../lint/wording/wordingHints.js'
import type { Language } from '../../../../model/case.js'
import { writingWords } from '../../../../words/workspace/writing.js'
import { useCase } from '../../case/useCase.js'
import { threadsOf } from '../../comments/caseComments.js'
import { CommentOnSelection } from '../../comments/commentOnSelection.js'
import { showComments } from '../../frame/side.js'
import { Tabs } from '../../pieces/tabs.js'
import { Preview } from '../../preview/preview.js'
import { directiveCompletion } from '../../writing/directiveCompletion.js'
import { saidMarks, wordingMarks } from '../../writing/hints.js'
import { styleNonce } from '../../writing/styleNonce.js'
import { placeOfAnchor } from '../../writing/textAnchor.js'
import { TextEditor } from '../../writing/textEditor.js'
import { HintList } from './hintList.js'
import { InsertMenu } from './insertMenu.js'
import { sectionAt } from './sectionAt.js'

/** Two panes side by side need this much room, CSS pixels. */
const wideFrom = 680

/** A narrative: the text, what it looks like in the report, hints on its wording, and what is said about it. */
export function NarrativeDesk({
  path,
  text,
  language,
}: {
  readonly path: string
  readonly text: Y.Text
  readonly language: Language
}) {
  const open = useCase()
  const shown = open.language.value
  const words = writingWords(shown)
  const [view, setView] = useState<'write' | 'preview'>('write')
  const [selection, setSelection] = useState({ from: 0, to: 0, text: '' })
  const [goTo, setGoTo] = useState<{ from: number; to: number } | null>(null)
  const desk = useRef<HTMLDivElement>(null)
  const [isWide, setWide] = useState<boolean | null>(null)
  useLayoutEffect(() => {
    setWide(desk.current!.clientWidth >= wideFrom)
    const watch = new ResizeObserver(() => setWide((desk.current?.clientWidth ?? 0) >= wideFrom))
    watch.observe(desk.current!)
    return () => watch.disconnect()
  }, [])
  useEffect(() => open.presence.tell({ page: 'narrative' }), [open])

  const files = open.files.value
  const current = files.find(file => file.path === path)?.text
  const written = typeof current === 'string' ? current : ''
  const found = open.result.value?.found
  const hints = useMemo(() => wordingHints(written, language), [written, language])
  const marks = useMemo(
    () => [...saidMarks(written, path, found ?? []), ...wordingMarks(hints, shown)],
    [written, path, found, hints, shown],
  )
  const comments = open.comments.value
  const threads = useMemo(() => threadsOf(comments), [comments])
  const commented = useMemo(
    () =>
      threads.flatMap(({ first }) => {
        if (first.anchor.kind !== 'text' || first.anchor.file !== path || first.resolved) return []
        const place = placeOfAnchor(text, first.anchor)
        return place === null ? [] : [{ comment: first.id, ...place }]
      }),
    // The places move with the text.
    [threads, path, text, written],
  )
  const completion = useMemo(
    () => [directiveCompletion({ document: () => open.sound.peek(), language: shown })],
    [open, shown],
  )
  const showComment = (id: string) => {
    const thread = threads.find(({ first }) => first.id === id)
    if (thread !== undefined) showComments(thread.first.anchor)
  }

  const editor = (
    <div class="narrative-editor">
      <div class="narrative-bar">
        {open.mayWrite.value && (
          <InsertMenu
            text={text}
            at={selection}
            path={path}
            // The menu gives the focus back to its button first.
            inserted={end => setTimeout(() => setGoTo({ from: end, to: end }))}
          />
        )}
        <CommentOnSelection path={path} text={text} selection={selection} />
      </div>
      {!open.mayWrite.value && <p class="narrative-note">{words.readOnly}</p>}
      <TextEditor
        text={text}
        awareness={open.awareness}
        undo={open.undo.manager}
        language="markdown"
        readOnly={!open.mayWrite.value}
        label={`${words.narrative} · ${words.languages[language]}`}
        completion={completion}
        phrases={words.phrases}
        marks={marks}
        commented={commented}
        goTo={goTo}
        onSelect={setSelection}
        onComment={showComment}
        {...styleNonce()}
      />
      <HintList text={written} hints={hints} show={({ from, to }) => setGoTo({ from, to })} />
    </div>
  )
  const preview = (
    <Preview
      caseId={open.id}
      files={files}
      language={language}
      section={sectionAt(written, selection.from)}
      label={words.previewOf(language)}
      waiting={
        open.sound.value === null && open.result.value?.broken ? words.previewWaiting : words.previewDrawing
      }
    />
  )
  if (isWide !== false) {
    return (
      <div class="narrative-desk" ref={desk}>
        {isWide && editor}
        {isWide && preview}
      </div>
    )
  }
  return (
    <div ref={desk}>
      <Tabs
        label={words.narrative}
        tabs={[
          { key: 'write', label: words.write },
          { key: 'preview', label: words.preview },
        ]}
        chosen={view}
        choose={key => setView(key as 'write' | 'preview')}
      >
        {view === 'write' ? editor : preview}
      </Tabs>
    </div>
  )
}
