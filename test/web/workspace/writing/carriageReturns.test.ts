import { deleteCharBackward, deleteCharForward, insertNewlineAndIndent } from '@codemirror/commands'
import { EditorState, type StateCommand, type Transaction } from '@codemirror/state'
import { expect, test } from 'vitest'
import { carriageReturns } from '../../../../src/web/workspace/writing/carriageReturns.js'

// What this proves: in a text whose lines end in CR LF (`⏎` here) whatever is typed, pasted or deleted leaves every line end whole, and the
// cursor (`|`) never stands between the two characters. A text with LF alone is left as it is.

const unmarked = (marked: string) => marked.replaceAll('⏎', '\r\n')
const stateOf = (marked: string) => {
  const text = unmarked(marked)
  return EditorState.create({
    doc: text.replace('|', ''),
    selection: { anchor: text.indexOf('|') },
    extensions: [EditorState.lineSeparator.of('\n'), carriageReturns],
  })
}
const shown = (state: EditorState) => {
  const text = state.doc.toString()
  const { head } = state.selection.main
  return `${text.slice(0, head)}|${text.slice(head)}`.replaceAll('\r\n', '⏎')
}
const after = (marked: string, act: (state: EditorState) => Transaction) => shown(act(stateOf(marked)).state)
const command =
  (run: (target: { state: EditorState; dispatch: (transaction: Transaction) => void }) => boolean) =>
  (state: EditorState): Transaction => {
    let made: Transaction | null = null
    run({ state, dispatch: transaction => (made = transaction) })
    return made ?? state.update({})
  }
const type = (text: string) => (state: EditorState) =>
  state.update(state.replaceSelection(text), { userEvent: 'input.type' })
const enter = command(insertNewlineAndIndent as StateCommand)
const move = (by: number) => (state: EditorState) =>
  state.update({ selection: { anchor: state.selection.main.head + by }, userEvent: 'select' })

test.each([
  ['Enter at the end of a line', 'a: 1|⏎b: 2⏎', enter, 'a: 1⏎|⏎b: 2⏎'],
  ['Enter within a line', 'a: |1⏎b: 2⏎', enter, 'a: ⏎|1⏎b: 2⏎'],
  ['Enter keeps the indentation', 'a:⏎  b: 1|⏎', enter, 'a:⏎  b: 1⏎  |⏎'],
  ['what is pasted in several lines', 'a|⏎b⏎', type('x\ny'), 'ax⏎y|⏎b⏎'],
  ['what is pasted with its own line ends', 'a|⏎b⏎', type('x\r\ny'), 'ax⏎y|⏎b⏎'],
  ['typing at the end of a line', 'a|⏎b⏎', type('x'), 'ax|⏎b⏎'],
  ['Delete at the end of a line', 'a|⏎b⏎', command(deleteCharForward as never), 'a|b⏎'],
  ['Backspace at the beginning of a line', 'a⏎|b⏎', command(deleteCharBackward as never), 'a|b⏎'],
  ['right at the end of a line', 'a|⏎b⏎', move(1), 'a⏎|b⏎'],
  ['left at the beginning of a line', 'a⏎|b⏎', move(-1), 'a|⏎b⏎'],
])('%s', (_, before, act, expected) => {
  expect(after(before, act)).toBe(expected)
})

test('a text with LF alone has no carriage return put into it', () => {
  const state = EditorState.create({
    doc: 'a\nb',
    selection: { anchor: 1 },
    extensions: [EditorState.lineSeparator.of('\n'), carriageReturns],
  })
  expect(enter(state).state.doc.toString()).toBe('a\n\nb')
})
