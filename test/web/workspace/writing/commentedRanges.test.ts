import { EditorState } from '@codemirror/state'
import { expect, test } from 'vitest'
import { commentedRanges, showCommented } from '../../../../src/web/workspace/writing/commentedRanges.js'

// What this proves: marks of comments stand where they belong while the text changes, and places that are none in this text mark nothing.

const marksOf = (state: EditorState) => {
  const marks: string[] = []
  state.field(commentedRanges).between(0, state.doc.length, (from, to, { spec }) => {
    marks.push(`${spec.attributes['data-comment']} ${state.sliceDoc(from, to)}`)
  })
  return marks
}

test('marks go with their words', () => {
  let state = EditorState.create({ doc: 'power was cut at noon', extensions: [commentedRanges] })
  const shown = [
    { comment: 'b', from: 14, to: 21 },
    { comment: 'a', from: 6, to: 16 },
    { comment: 'empty', from: 3, to: 3 },
    { comment: 'beyond', from: 3, to: 99 },
  ]
  state = state.update({ effects: showCommented.of(shown) }).state
  expect(marksOf(state)).toEqual(['a was cut at', 'b at noon'])
  state = state.update({ changes: { from: 0, insert: 'The ' } }).state
  expect(marksOf(state)).toEqual(['a was cut at', 'b at noon'])
  state = state.update({ changes: { from: 0, to: state.doc.length } }).state
  expect(marksOf(state)).toEqual([])
})
