import { expect, test } from 'vitest'
import { textsOf, withText } from '../../../../src/web/workspace/forms/bilingualText.js'

// What this proves: a text that stands for both languages stays one text until the other language gets its own; nothing that was written
// in one language is lost by writing in the other; and a field in which nothing is left is taken away.

test.each([
  ['one text, written in the own language', 'a', 'ko', 'b', 'b'],
  ['one text, emptied', 'a', 'ko', '', undefined],
  ['one text, and the other language', 'a', 'en', 'b', { ko: 'a', en: 'b' }],
  ['two texts, the own one', { ko: 'a', en: 'b' }, 'ko', 'c', { ko: 'c', en: 'b' }],
  ['two texts, the other emptied', { ko: 'a', en: 'b' }, 'en', '', { ko: 'a' }],
  ['the last text emptied', { en: 'b' }, 'en', '', undefined],
  ['nothing yet', undefined, 'ko', 'a', { ko: 'a' }],
  ['what is no text', 12, 'en', 'b', { en: 'b' }],
] as const)('%s', (_, before, which, text, after) => {
  expect(withText(before, which, text, 'ko')).toEqual(after)
})

test('one text for both is told apart from two', () => {
  expect(textsOf('b')).toEqual({ ko: '', en: '', both: 'b' })
  expect(textsOf({ en: 'b', ko: 3 })).toEqual({ ko: '', en: 'b', both: null })
  expect(textsOf(undefined)).toEqual({ ko: '', en: '', both: null })
})
