/** Proves which facts each filter shows, and that a search looks in both languages, components and sources. */
import { expect, test } from 'vitest'
import { rowOf } from '../../../../src/web/workspace/pages/timeline/factRow.js'
import {
  contains,
  type FilterGround,
  type FilterKey,
  passes,
} from '../../../../src/web/workspace/pages/timeline/filters.js'

const frame = { timezone: 'UTC', starts: new Map([['main', 0]]) }
const facts: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  fire: {
    at: '2022-10-15 15:00',
    text: { ko: '불이 났다', en: 'Fire' },
    changes: { shop: 'down' },
    sources: ['news'],
  },
  claim: { at: '2022-10-15 15:01', text: { ko: '알렸다고 한다' }, 'claimed-by': 'Operator' },
  hidden: { at: '2022-10-15 15:02', text: 'One text', visibility: { withheld: 'legal' }, sources: ['news'] },
}
const rows = Object.entries(facts).map(([id, fact]) => rowOf(id, fact, frame))
const verdict = (id: string, word: string) => [id, { id, verdict: word }] as never
const ground: FilterGround = {
  summaries: new Map([verdict('fire', 'off'), verdict('hidden', 'agrees')]),
  comments: new Map([['claim', 2]]),
  problems: new Map([['hidden', 1]]),
  languages: ['ko', 'en'],
  componentTitle: id => (id === 'shop' ? 'The corner shop' : id),
  sourceTitle: id => (id === 'news' ? 'Morning news' : null),
}
const shown = (filter: FilterKey) => rows.filter(row => passes(row, filter, ground)).map(({ id }) => id)
const found = (search: string) => rows.filter(row => contains(row, search, ground)).map(({ id }) => id)

test.each<[FilterKey, readonly string[]]>([
  ['all', ['fire', 'claim', 'hidden']],
  ['disagrees', ['fire']],
  ['not-modelled', ['claim']],
  ['unsourced', ['claim']],
  ['claims', ['claim']],
  ['missing', ['claim']],
  ['commented', ['claim']],
  ['withheld', ['hidden']],
  ['wrong', ['hidden']],
])('%s', (filter, ids) => {
  expect(shown(filter)).toEqual(ids)
})

test.each([
  ['', ['fire', 'claim', 'hidden']],
  ['fire', ['fire']],
  ['불이', ['fire']],
  ['corner', ['fire']],
  ['MORNING one', ['hidden']],
  ['operator', ['claim']],
  ['15:01', ['claim']],
  ['nothing of that', []],
])('%j finds %j', (search, ids) => {
  expect(found(search)).toEqual(ids)
})
