import { Annotation, type Extension, type Range } from '@codemirror/state'
import {
  Decoration,
  type DecorationSet,
  EditorView,
  ViewPlugin,
  type ViewUpdate,
  WidgetType,
} from '@codemirror/view'
import type { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { colourOf } from '../connection/presence.js'

/** Somebody else in the same text: offsets of the text as it is now. */
export interface OtherCursor {
  readonly client: number
  readonly name: string
  readonly colour: string
  readonly anchor: number
  readonly head: number
}

/** Where the others are in a text, by client. What they send may be anything: what is no place in this text is left out. */
export function cursorsIn(text: Y.Text, awareness: Awareness): readonly OtherCursor[] {
  const { doc } = text
  if (doc === null) return []
  const place = (position: unknown): number | null => {
    try {
      const at = Y.createAbsolutePositionFromRelativePosition(Y.createRelativePositionFromJSON(position), doc)
      return at?.type === text ? at.index : null
    } catch {
      return null
    }
  }
  const cursors: OtherCursor[] = []
  for (const [client, state] of [...awareness.getStates()].sort(([a], [b]) => a - b)) {
    const { cursor, user } = state as {
      readonly cursor?: { readonly anchor?: unknown; readonly head?: unknown } | null
      readonly user?: { readonly id?: unknown; readonly name?: unknown }
    }
    if (client === awareness.clientID || !cursor?.anchor || !cursor.head) continue
    const [anchor, head] = [place(cursor.anchor), place(cursor.head)]
    if (anchor === null || head === null) continue
    const name = typeof user?.name === 'string' ? user.name : ''
    cursors.push({ client, name, colour: colourOf(String(user?.id ?? client)), anchor, head })
  }
  return cursors
}

/**
 * Tells the others where one's cursor is, and shows theirs with their names. Colours are set on the elements one by one: the page's policy
 * forbids styles that stand in attributes.
 */
export function otherCursors(text: Y.Text, awareness: Awareness): Extension {
  const moved = Annotation.define<true>()
  class OtherCursors {
    decorations: DecorationSet
    readonly #stop: () => void
    constructor(view: EditorView) {
      this.decorations = drawn(view, text, awareness)
      const look = ({ added, updated, removed }: Record<'added' | 'updated' | 'removed', number[]>) => {
        const isOther = [...added, ...updated, ...removed].some(client => client !== awareness.clientID)
        if (isOther) view.dispatch({ annotations: moved.of(true) })
      }
      awareness.on('change', look)
      this.#stop = () => awareness.off('change', look)
    }
    update(update: ViewUpdate) {
      if (update.selectionSet || update.focusChanged || update.docChanged) tell(update.view, text, awareness)
      const isMoved = update.transactions.some(transaction => transaction.annotation(moved))
      if (update.docChanged || isMoved) this.decorations = drawn(update.view, text, awareness)
    }
    destroy() {
      this.#stop()
      if (awareness.getLocalState() !== null) awareness.setLocalStateField('cursor', null)
    }
  }
  return ViewPlugin.fromClass(OtherCursors, { decorations: plugin => plugin.decorations })
}

/** Says where one is, and nothing while the text has not the focus. */
function tell({ state, hasFocus }: EditorView, text: Y.Text, awareness: Awareness): void {
  const local = awareness.getLocalState() as { readonly cursor?: unknown } | null
  if (local === null || !hasFocus) return
  const { anchor, head } = state.selection.main
  const at = (offset: number) => Y.createRelativePositionFromTypeIndex(text, Math.min(offset, text.length))
  const cursor = { anchor: at(anchor), head: at(head) }
  if (JSON.stringify(local.cursor) !== JSON.stringify(cursor)) awareness.setLocalStateField('cursor', cursor)
}

function drawn({ state }: EditorView, text: Y.Text, awareness: Awareness): DecorationSet {
  const length = state.doc.length
  const ranges: Range<Decoration>[] = []
  for (const { name, colour, anchor, head } of cursorsIn(text, awareness)) {
    const [from, to] = [Math.min(anchor, head, length), Math.min(Math.max(anchor, head), length)]
    if (from < to) ranges.push(Decoration.mark({ class: 'cm-other-selection' }).range(from, to))
    const widget = new Caret(name, colour)
    ranges.push(Decoration.widget({ side: head > anchor ? -1 : 1, widget }).range(Math.min(head, length)))
  }
  return Decoration.set(ranges, true)
}

class Caret extends WidgetType {
  constructor(
    readonly name: string,
    readonly colour: string,
  ) {
    super()
  }
  override eq(other: Caret): boolean {
    return other.name === this.name && other.colour === this.colour
  }
  override toDOM(): HTMLElement {
    const caret = document.createElement('span')
    caret.className = 'cm-other-caret'
    caret.setAttribute('aria-hidden', 'true')
    caret.style.borderColor = this.colour
    const name = caret.appendChild(document.createElement('span'))
    name.className = 'cm-other-name'
    name.style.backgroundColor = this.colour
    name.textContent = this.name
    return caret
  }
  override ignoreEvent(): boolean {
    return true
  }
}

/** How the others' cursors look; their colours come with them. */
export const otherCursorsLook = EditorView.theme({
  '.cm-other-selection': { backgroundColor: 'var(--wash)', borderBottom: '2px dotted var(--ink-3)' },
  '.cm-other-caret': {
    position: 'relative',
    borderLeft: '2px solid',
    marginLeft: '-1px',
    marginRight: '-1px',
  },
  '.cm-other-name': {
    position: 'absolute',
    top: '-1.25em',
    left: '-2px',
    padding: '0 5px',
    borderRadius: '3px 3px 3px 0',
    color: '#fff',
    font: '600 0.6875rem/1.4 var(--sans)',
    whiteSpace: 'nowrap',
    pointerEvents: 'none',
    userSelect: 'none',
    zIndex: '3',
  },
})
