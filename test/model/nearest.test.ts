// "Did you mean": near ids are found, far ones are not offered.

import { expect, it } from 'vitest'
import { nearest } from '../../src/model/nearest.js'

const ids = ['talk-text', 'talk-pc', 'promote-tool', 'db', '서버.판교']

it.each([
  ['talk-txet', 'talk-text'],
  ['Talk-Text', 'talk-text'],
  ['talkpc', 'talk-pc'],
  ['promote-tols', 'promote-tool'],
  ['서버.판료', '서버.판교'],
  ['dbs', 'db'],
  ['mail-store', null],
  ['x', null],
  ['', null],
  ['y'.repeat(10_000), null],
])('%s → %s', (written, meant) => {
  expect(nearest(written, ids)).toBe(meant)
})
