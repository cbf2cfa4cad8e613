/** Proves that states typed into a cell are read in both languages, and that what is printed reads back as the same. */
import { expect, test } from 'vitest'
import {
  fieldsOf,
  printStates,
  readStates,
  statesOf,
} from '../../../../src/web/workspace/pages/timeline/typedStates.js'

const components = [
  { id: 'shop', titles: ['가게', 'Shop'] },
  { id: 'mail.store', titles: ['메일 저장소', 'Mail store'] },
]

test.each([
  ['shop: down', { changes: { shop: 'down' } }],
  ['shop down', { changes: { shop: 'down' } }],
  ['가게 멈춤', { changes: { shop: 'down' } }],
  ['Mail store = impaired, shop: up', { changes: { 'mail.store': 'impaired', shop: 'up' } }],
  ['메일 저장소: 일부,', { changes: { 'mail.store': 'impaired' } }],
  ['still shop: down', { shows: { shop: 'down' } }],
  ['그대로 가게 정상', { shows: { shop: 'up' } }],
  ['shop: 40%', { changes: { shop: '40%' } }],
  ['shop: 12000', { changes: { shop: 12000 } }],
  ['shop: at least 12000', { changes: { shop: 'at least 12000' } }],
  ['가게: 12000 이상', { changes: { shop: 'at least 12000' } }],
])('%s', (text, fields) => {
  const read = readStates(text, components)
  expect('problem' in read ? read : fieldsOf(read)).toEqual({
    changes: undefined,
    shows: undefined,
    ...fields,
  })
})

test('a part without a state, and a component that is not there, are said', () => {
  expect(readStates('shop', components)).toEqual({ problem: { code: 'no-state', text: 'shop' } })
  expect(readStates('shop: broken', components)).toMatchObject({ problem: { code: 'no-state' } })
  expect(readStates('shpo: down', components)).toEqual({
    problem: { code: 'no-component', name: 'shpo', suggestion: 'shop' },
  })
})

test('an empty cell takes both fields away', () => {
  expect(fieldsOf(readStates(' ', components) as never)).toEqual({ changes: undefined, shows: undefined })
})

test.each(['still', '그대로'])('what is printed with “%s” reads back as the same', still => {
  const fact = { changes: { shop: 'down', 'mail.store': 3 }, shows: { shop: 'at least 40%' } }
  const states = statesOf(fact)
  expect(readStates(printStates(states, still), components)).toEqual(states)
})
