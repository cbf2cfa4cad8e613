import { EditorSelection, EditorState, type Extension, type Text, type Transaction } from '@codemirror/state'

/**
 * For a text whose lines end in CR LF: what is written and deleted keeps them so, and the cursor never stands between the two. A
 * carriage return stays a character of the editor's text, so that offsets are those of the file.
 */
export const carriageReturns: Extension = [
  EditorState.transactionFilter.of(transaction => {
    const { startState } = transaction
    const isOwn = ['input', 'delete', 'move'].some(event => transaction.isUserEvent(event))
    if (!isOwn || !endsInReturns(startState.doc)) return transaction
    return transaction.docChanged ? wholeEnds(transaction) : outsideEnds(transaction)
  }),
  // What others or undo put between them is left at once.
  EditorState.transactionFilter.of(transaction =>
    transaction.selection !== undefined && endsInReturns(transaction.newDoc)
      ? outsideEnds(transaction)
      : transaction,
  ),
]

/** Whether the lines of a text end in CR LF: its first line tells. */
export function endsInReturns(doc: Text): boolean {
  return doc.lines > 1 && doc.line(1).text.endsWith('\r')
}

/** Whether an offset lies between a carriage return and its line feed. */
function isBetween(doc: Text, at: number): boolean {
  return at > 0 && at < doc.length && doc.sliceString(at - 1, at + 1) === '\r\n'
}

/** The same changes, each of whole line ends: what is put in ends its lines alike, what is taken out takes both characters or none. */
function wholeEnds(transaction: Transaction) {
  const { doc } = transaction.startState
  const isDelete = transaction.isUserEvent('delete')
  const changes: { from: number; to: number; insert: string }[] = []
  transaction.changes.iterChanges((fromA, toA, _fromB, _toB, inserted) => {
    const insert = inserted.toString().replace(/\r?\n/g, '\r\n')
    let [from, to] = [fromA, toA]
    if (isBetween(doc, from)) from -= 1
    if (isBetween(doc, to)) to += isDelete ? 1 : -1
    changes.push({ from, to: Math.max(from, to), insert })
  })
  const made = transaction.startState.changes(changes)
  let end = 0
  made.iterChanges((_fromA, _toA, _fromB, toB) => {
    end = toB
  })
  return {
    changes: made,
    // One cursor goes behind what it wrote; several are carried along.
    selection:
      transaction.startState.selection.ranges.length === 1
        ? EditorSelection.cursor(end)
        : transaction.startState.selection.map(made, 1),
    effects: transaction.effects,
    scrollIntoView: true,
    userEvent: isDelete ? 'delete' : 'input',
  }
}

/** The same, with no end of a selection inside a line end: it goes on in the direction in which it came. */
function outsideEnds(transaction: Transaction): Transaction | readonly [Transaction, object] {
  const doc = transaction.newDoc
  const { ranges, mainIndex } = transaction.newSelection
  if (!ranges.some(({ anchor, head }) => isBetween(doc, anchor) || isBetween(doc, head))) return transaction
  const before = transaction.startState.selection.main.head
  const out = (at: number) => (isBetween(doc, at) ? (before === at - 1 ? at + 1 : at - 1) : at)
  const selection = EditorSelection.create(
    ranges.map(({ anchor, head }) => EditorSelection.range(out(anchor), out(head))),
    mainIndex,
  )
  return [transaction, { selection, sequential: true }]
}
