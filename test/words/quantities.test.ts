import { expect, test } from 'vitest'
import { quantityName } from '../../src/words/quantities.js'

const naming = { component: (id: string) => `<${id}>`, event: (id: string) => `<${id}>` }

// A duration is named by what it is and what it belongs to; anything else by its place.
test.each([
  [['components', 'ups', 'holdup'], '<ups>의 버티는 시간', 'the hold-up of <ups>'],
  [['components', 'db', 'repair', 'takes'], '<db>의 수리 시간', 'the repair time of <db>'],
  [['components', 'db', 'recovery', 'takes'], '<db>의 복구 시간', 'the recovery time of <db>'],
  [
    ['components', 'db', 'recovery', 1, 'takes'],
    '<db>의 복구 시간(길 2)',
    'the recovery time of <db> (way 2)',
  ],
  [['events', 'heat', 'delay'], '「<heat>」까지 걸리는 시간', 'the time until “<heat>”'],
  [
    ['scenarios', 'again', 'events', 'heat', 'delay'],
    '「<heat>」까지 걸리는 시간',
    'the time until “<heat>”',
  ],
  [['quantities', 'boot'], '값 「boot」', 'the quantity “boot”'],
  [['components', 'db', 'count'], 'components.db.count', 'components.db.count'],
])('%j', (path, ko, en) => {
  expect([quantityName(path, naming, 'ko'), quantityName(path, naming, 'en')]).toEqual([ko, en])
})
