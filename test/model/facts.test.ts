// Facts, ready to be held against a run: times from the start of their scenario, states by index.

import { describe, expect, it } from 'vitest'
import { compileFacts } from '../../src/model/facts.js'
import { parseState } from '../../src/model/state.js'
import { compiled } from './notation.js'

it('is compiled in the order of the document, each in its scenario', () => {
  const facts = compileFacts(
    compiled(`
      components: { web: { kind: service }, hosts: { kind: hosts, count: 10 } }
      scenarios: { again: { start: 2024-03-26 14:58, events: {} } }
      facts:
        b: { at: 2022-10-15 15:29, text: t, changes: { web: down, hosts: 30% }, shows: { hosts: at least 2 } }
        a: { at: by 2024-03-26 15:58, text: t, scenario: again }
    `),
  )
  expect(facts.map(({ id, scenario, time }) => [id, scenario, time])).toEqual([
    ['b', 'main', { kind: 'at', fromMs: 600_000, toMs: 600_000 }],
    ['a', 'again', { kind: 'by', fromMs: null, toMs: 3_600_000 }],
  ])
  expect(facts[0]!.expectations).toEqual([
    { component: 0, mode: 'changes', state: { level: 'down' } },
    { component: 1, mode: 'changes', state: { level: null, exactly: 3 } },
    { component: 1, mode: 'shows', state: { level: null, atLeast: 2 } },
  ])
})

describe('a state', () => {
  it.each([
    ['up', { level: 'up' }],
    ['impaired', { level: 'impaired' }],
    [7, { level: null, exactly: 7 }],
    ['7', { level: null, exactly: 7 }],
    ['25%', { level: null, exactly: 3 }],
    ['at least 25%', { level: null, atLeast: 3 }],
    ['at least 10', { level: null, atLeast: 10 }],
    [11, { code: 'more-than-count' }],
    ['101%', { code: 'percent-over-100' }],
    [-1, { code: 'bad-state' }],
    [1.5, { code: 'bad-state' }],
    ['broken', { code: 'bad-state' }],
    ['at least up', { code: 'bad-state' }],
  ])('%s of 10', (written, state) => {
    expect(parseState(written, 10)).toEqual(state)
  })
})
