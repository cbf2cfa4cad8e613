import { expect, test } from 'vitest'
import type { InboxDraft } from '../../../../src/api/inbox.js'
import { filtersOf, selected, shows } from '../../../../src/web/workspace/pages/inbox/draftFilter.js'

// What this proves: drafts are gone through one kind at a time, and with Shift a stretch of the list is chosen or let go at once.

const draft = (key: string, codes: readonly string[], hasTime = true) =>
  ({ key, flags: codes.map(code => ({ code })), time: hasTime ? {} : null }) as unknown as InboxDraft

test('a filter is offered with how many it shows, and none that shows nothing', () => {
  const drafts = [draft('a', ['duplicate']), draft('b', ['duplicate', 'missing-zone']), draft('c', [], false)]
  expect(filtersOf(drafts)).toEqual([
    { filter: 'all', count: 3 },
    { filter: 'no-time', count: 1 },
    { filter: 'duplicate', count: 2 },
    { filter: 'missing-zone', count: 1 },
  ])
  for (const { filter, count } of filtersOf(drafts)) {
    expect(drafts.filter(one => shows(filter, one))).toHaveLength(count)
  }
  expect(filtersOf([])).toEqual([{ filter: 'all', count: 0 }])
})

const keys = ['a', 'b', 'c', 'd', 'e']
test.each([
  ['one', '', 'b', true, null, 'b'],
  ['down', 'b', 'd', true, 'b', 'bcd'],
  ['up', 'd', 'b', true, 'd', 'bcd'],
  ['a stretch let go', 'abcde', 'd', false, 'b', 'ae'],
  ['from what is gone', 'b', 'd', true, 'x', 'bd'],
] as const)('%s', (_, before, pressed, on, from, after) => {
  expect([...selected(new Set(before), keys, pressed, { on, from })].sort().join('')).toBe(after)
})
