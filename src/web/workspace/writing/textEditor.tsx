import {
  autocompletion,
  type CompletionSource,
  closeBrackets,
  completionKeymap,
} from '@codemirror/autocomplete'
import { defaultKeymap, indentWithTab } from '@codemirror/commands'
import { markdown } from '@codemirror/lang-markdown'
import { yaml } from '@codemirror/lang-yaml'
import { bracketMatching, foldGutter, foldKeymap, indentUnit } from '@codemirror/language'
import { lintGutter, lintKeymap, type Diagnostic as Mark, setDiagnostics } from '@codemirror/lint'
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search'
import { EditorState, type Extension } from '@codemirror/state'
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from '@codemirror/view'
import { useEffect, useRef } from 'preact/hooks'
import { yCollab, yUndoManagerKeymap } from 'y-codemirror.next'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { carriageReturns } from './carriageReturns.js'
import { type CommentedRange, commentedRanges, showCommented } from './commentedRanges.js'
import { writingLook } from './look.js'
import { otherCursors, otherCursorsLook } from './otherCursors.js'
import './writing.css'

/** What a text editor is given. All but `marks`, `commented` and `goTo` are taken when it opens. */
export interface TextEditorProps {
  readonly text: Y.Text
  readonly awareness: Awareness
  readonly undo: Y.UndoManager
  readonly language: 'yaml' | 'markdown' | 'plain'
  readonly readOnly: boolean
  /** What a screen reader calls it. */
  readonly label: string
  readonly completion?: readonly CompletionSource[]
  /** The phrases of the editor itself, in the language of the page. */
  readonly phrases: Readonly<Record<string, string>>
  readonly marks: readonly Mark[]
  readonly commented: readonly CommentedRange[]
  /** The nonce that the page's policy asks of styles. */
  readonly nonce?: string
  /** A place to show; a new object shows it again. */
  readonly goTo?: { readonly from: number; readonly to: number } | null
  readonly onSelect?: (selection: {
    readonly from: number
    readonly to: number
    readonly text: string
  }) => void
  readonly onChange?: (text: string) => void
  /** Words were pressed that somebody commented on. */
  readonly onComment?: (comment: string) => void
}

/** Characters that are drawn as a sign because they are not seen; a carriage return belongs to the end of its line. */
const marksOfControl = /(?![\t\n\r\u200c\u200d])[\p{Cc}\p{Cf}\u2028\u2029]/gu

/**
 * One text of a case, written together with others: their cursors are seen, undo takes back one's own changes only. A carriage
 * return is a character like any other, so that offsets are those of the file.
 */
export function TextEditor(props: TextEditorProps) {
  const place = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)
  const latest = useRef(props)
  latest.current = props
  const { text } = props
  // A change of file is a new editor; everything else reaches the one that is open.
  useEffect(() => {
    const opened = new EditorView({ parent: place.current!, state: stateOf(latest.current, latest) })
    view.current = opened
    return () => {
      view.current = null
      opened.destroy()
    }
  }, [text, props.readOnly])
  useEffect(() => {
    const { current } = view
    if (current !== null) current.dispatch(setDiagnostics(current.state, bounded(props.marks, current)))
  }, [props.marks])
  useEffect(() => {
    view.current?.dispatch({ effects: showCommented.of(props.commented) })
  }, [props.commented])
  useEffect(() => {
    const { current } = view
    if (current === null || props.goTo === undefined || props.goTo === null) return
    const length = current.state.doc.length
    const anchor = Math.min(props.goTo.from, length)
    current.dispatch({
      selection: { anchor, head: Math.min(props.goTo.to, length) },
      effects: EditorView.scrollIntoView(anchor, { y: 'center' }),
    })
    current.focus()
  }, [props.goTo])
  return <div class="text-editor" ref={place} />
}

function stateOf(props: TextEditorProps, latest: { readonly current: TextEditorProps }): EditorState {
  const extensions: Extension[] = [
    EditorState.lineSeparator.of('\n'),
    EditorState.phrases.of(props.phrases),
    EditorState.readOnly.of(props.readOnly),
    EditorView.editable.of(!props.readOnly),
    EditorView.contentAttributes.of({
      'aria-label': props.label,
      spellcheck: String(props.language !== 'yaml'),
      // A text that can only be read is scrolled by keyboard all the same.
      tabindex: '0',
      ...(props.readOnly ? { 'aria-readonly': 'true' } : {}),
    }),
    indentUnit.of('  '),
    highlightSpecialChars({ specialChars: marksOfControl }),
    carriageReturns,
    drawSelection(),
    highlightActiveLine(),
    highlightSelectionMatches(),
    bracketMatching(),
    commentedRanges,
    writingLook,
    autocompletion({ override: [...(props.completion ?? [])], icons: false }),
    // Its own cursors carry their colours in attributes, which the page's policy forbids.
    yCollab(props.text, null, { undoManager: props.undo }),
    otherCursors(props.text, props.awareness),
    otherCursorsLook,
    keymap.of([
      ...yUndoManagerKeymap,
      ...completionKeymap,
      ...defaultKeymap,
      ...searchKeymap,
      ...foldKeymap,
      ...lintKeymap,
    ]),
    EditorView.domEventHandlers({
      click: event => {
        const mark = (event.target as Element).closest?.('[data-comment]')
        if (mark instanceof HTMLElement) latest.current.onComment?.(mark.dataset.comment ?? '')
      },
    }),
    EditorView.updateListener.of(update => {
      if (update.docChanged) latest.current.onChange?.(update.state.doc.toString())
      if (update.selectionSet || update.docChanged) tellSelection(update.state, latest.current)
    }),
  ]
  if (props.nonce !== undefined) extensions.push(EditorView.cspNonce.of(props.nonce))
  if (props.language === 'yaml') {
    // Tab indents in YAML; Escape and then Tab leaves, as CodeMirror has it for the keyboard.
    extensions.push(
      lintGutter(),
      lineNumbers(),
      foldGutter(),
      yaml(),
      closeBrackets(),
      keymap.of([indentWithTab]),
    )
  } else {
    extensions.push(EditorView.lineWrapping)
    if (props.language === 'markdown') extensions.push(markdown())
  }
  return EditorState.create({ doc: props.text.toString(), extensions })
}

function tellSelection(state: EditorState, { onSelect }: TextEditorProps): void {
  const { from, to } = state.selection.main
  onSelect?.({ from, to, text: state.sliceDoc(from, to) })
}

/** Marks were found in a text a moment ago: what lies beyond the end of the one of now is left out. */
function bounded(marks: readonly Mark[], { state }: EditorView): Mark[] {
  return marks.filter(({ from, to }) => from <= to && to <= state.doc.length)
}
