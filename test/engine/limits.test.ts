import { expect, test } from 'vitest'
import type { Expression } from '../../src/engine/expression.js'
import { limits } from '../../src/engine/limits.js'
import { run } from '../../src/engine/run.js'
import type { Component, Event, System, Work } from '../../src/engine/system.js'

// A run that would not end, or would fill the memory, ends in an error that names the bound and the components.

const instantly: Work = { takesMs: 0, needs: null, when: null, batchUnits: 1, atOnce: 1, crew: [] }

function system(...parts: readonly Partial<Component>[]): System {
  const blank: Component = {
    count: 1,
    within: -1,
    needs: null,
    full: null,
    holdupMs: 0,
    ways: [instantly],
    ownRecovery: false,
    byHand: false,
    repair: null,
    initial: 'up',
    priority: Number.MAX_SAFE_INTEGER,
    idRank: 0,
  }
  return { components: parts.map((part, idRank) => ({ ...blank, idRank, ...part })) }
}

function up(component: number): Expression {
  return { op: 'units', components: [component], atLeast: 1 }
}

const fall: Event = {
  timeMs: 5,
  after: -1,
  when: null,
  unless: null,
  destroy: [],
  fail: [],
  cut: [0],
  release: [],
  repair: [],
}

test('a loop that takes no time is named with its members alone', () => {
  // 1 falls with 0, and from then on 2 and 3 chase each other; a case cannot say so, since `needs` has no `not`.
  const needs: Expression = { op: 'any', of: [up(0), { op: 'not', of: up(3) }] }
  const loop = system({}, { needs: up(0) }, { needs }, { needs: up(2) })
  expect(run(loop, { events: [fall], horizonMs: 100 })).toEqual({
    ok: false,
    error: { code: 'loop', timeMs: 5, components: [2, 3], limit: limits.changesInOneInstant },
  })
})

test('as many changes in one instant as are allowed are no loop', () => {
  const many = system({}, { count: 10, needs: up(0) })
  const scenario = { events: [fall, { ...fall, timeMs: 6, cut: [], release: [0] }], horizonMs: 100 }
  expect(run(many, scenario, { ...limits, changesInOneInstant: 10 }).ok).toBe(true)
  expect(run(many, scenario, { ...limits, changesInOneInstant: 9 })).toMatchObject({
    error: { code: 'loop', timeMs: 6, components: [1], limit: 9 },
  })
})

test('too many changes, and too many works', () => {
  const slow: Work = { ...instantly, takesMs: 1 }
  const batches = system({}, { count: 50, needs: up(0), ownRecovery: true, ways: [slow] })
  const scenario = { events: [fall, { ...fall, timeMs: 6, cut: [], release: [0] }], horizonMs: 100 }
  expect(run(batches, scenario, { ...limits, changesInOneRun: 20 })).toMatchObject({
    error: { code: 'too-many-changes', components: [1], limit: 20 },
  })
  expect(run(batches, scenario, { ...limits, worksInOneRun: 20 })).toMatchObject({
    error: { code: 'too-many-works', components: [1], limit: 20 },
  })
})
