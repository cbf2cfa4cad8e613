/** Proves that a title is kept in all its languages, and shown to each reader in theirs where the case has it. */
import { expect, test } from 'vitest'
import { keptTitle, shownTitle } from '../../../src/server/workspace/caseTitle.js'

const titled = (title: unknown) => ({ case: { title } })

test.each([
  [{ ko: '불', en: 'Fire' }, '불', 'Fire'],
  [{ en: 'Fire' }, 'Fire', 'Fire'],
  [{ ko: '불' }, '불', '불'],
  [{ ko: '같다', en: '같다' }, '같다', '같다'],
  ['Fire', 'Fire', 'Fire'],
  // Plain titles that look like kept ones.
  ['{"ko": broken', '{"ko": broken', '{"ko": broken'],
  ['{"ko":1}', '{"ko":1}', '{"ko":1}'],
])('%j', (title, ko, en) => {
  const kept = keptTitle(titled(title))!
  expect([shownTitle(kept, 'ko'), shownTitle(kept, 'en')]).toEqual([ko, en])
})

test.each([undefined, null, 3, {}, { ko: 3 }, { ko: '' }])('%j is no title', title => {
  expect(keptTitle(titled(title))).toBeNull()
  expect(keptTitle(title)).toBeNull()
})

test('a title of any length is kept short enough for a list', () => {
  expect(keptTitle(titled('가'.repeat(10_000)))).toHaveLength(500)
})
