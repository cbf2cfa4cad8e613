import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { anchorOf, placeOfAnchor } from '../../../../src/web/workspace/writing/textAnchor.js'

// What this proves: a comment stays with the words it was written on while text comes and goes around them, is gone when they are, and
// nothing that somebody may send as an anchor brings the page down.

const written = (text: string) => {
  const shared = new Y.Doc().getText('t')
  shared.insert(0, text)
  return shared
}
const wordsOf = (text: Y.Text, anchor: { from: string; to: string }) => {
  const place = placeOfAnchor(text, anchor)
  return place === null ? null : text.toString().slice(place.from, place.to)
}

test('the words are found again, whatever is written before, behind and within', () => {
  const text = written('power was cut at noon')
  const anchor = anchorOf(text, 6, 13)
  expect(wordsOf(text, anchor)).toBe('was cut')
  text.insert(0, 'The ')
  text.insert(text.length, '.')
  expect(wordsOf(text, anchor)).toBe('was cut')
  text.insert(14, 'not ')
  expect(wordsOf(text, anchor)).toContain('not')
  // What is written right beside them is not theirs.
  const { from, to } = placeOfAnchor(text, anchor)!
  text.insert(to, '!')
  text.insert(from, '?')
  expect(wordsOf(text, anchor)).not.toMatch(/[!?]/)
})

test('when the words are gone there is no place', () => {
  const text = written('power was cut at noon')
  const anchor = anchorOf(text, 6, 13)
  text.delete(5, 9)
  expect(placeOfAnchor(text, anchor)).toBeNull()
})

test.each(['', 'x', '////', 'AAAA', '한글'])('%j is no anchor', sent => {
  expect(placeOfAnchor(written('abc'), { from: sent, to: sent })).toBeNull()
})

test('an anchor of another text has no place here', () => {
  const doc = new Y.Doc()
  const [one, two] = [doc.getText('one'), doc.getText('two')]
  one.insert(0, 'abc')
  two.insert(0, 'abc')
  expect(placeOfAnchor(two, anchorOf(one, 0, 2))).toBeNull()
})
