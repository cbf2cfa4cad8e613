import { useEffect, useMemo, useState } from 'preact/hooks'
import type * as Y from 'yjs'
import { wordingHints } from '../../../../lint/wording/wordingHints.js'
import type { Language } from '../../../../model/case.js'
import { writingWords } from '../../../../words/workspace/writing.js'
import { useCase } from '../../case/useCase.js'
import { threadsOf } from '../../comments/caseComments.js'
import { CommentOnSelection } from '../../comments/commentOnSelection.js'
import { Button } from '../../pieces/button.js'
import { Tabs } from '../../pieces/tabs.js'
import { Preview } from '../../preview/preview.js'
import { directiveCompletion } from '../../writing/directiveCompletion.js'
import { saidMarks, wordingMarks } from '../../writing/hints.js'
import { styleNonce } from '../../writing/styleNonce.js'
import { placeOfAnchor } from '../../writing/textAnchor.js'
import { TextEditor } from '../../writing/textEditor.js'
import { InsertMenu } from './insertMenu.js'

/** Two panes side by side need this much room. */
const wide = '(min-width: 900px)'

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
  const [isWide, setWide] = useState(() => matchMedia(wide).matches)
  useEffect(() => {
    const media = matchMedia(wide)
    const look = () => setWide(media.matches)
    media.addEventListener('change', look)
    return () => media.removeEventListener('change', look)
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
  const threads = threadsOf(open.comments.value)
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
  const nextHint = () => {
    const next = hints.find(({ from }) => from > selection.from) ?? hints[0]
    if (next !== undefined) setGoTo({ from: next.from, to: next.to })
    setView('write')
  }

  const editor = (
    <div class="narrative-editor">
      <div class="narrative-bar">
        {open.mayWrite.value && <InsertMenu text={text} at={selection} path={path} />}
        <Button look="quiet" size="small" onClick={nextHint} aria-disabled={hints.length === 0 || undefined}>
          <span aria-hidden="true">{hints.length === 0 ? '✓' : '…'} </span>
          {hints.length === 0 ? words.noHints : words.hints(hints.length)}
        </Button>
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
        {...styleNonce()}
      />
    </div>
  )
  const preview = (
    <Preview
      caseId={open.id}
      files={files}
      language={language}
      section={sectionAt(written, selection.from)}
      label={words.previewOf(language)}
      waiting={words.previewWaiting}
    />
  )
  if (isWide) {
    return (
      <div class="narrative-desk">
        {editor}
        {preview}
      </div>
    )
  }
  return (
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
  )
}

/** Which section of a narrative an offset stands in, as the report counts them: headings of the first and second level. */
export function sectionAt(text: string, offset: number): number {
  return [...text.slice(0, offset).matchAll(/^#{1,2} .*/gm)].length
}
