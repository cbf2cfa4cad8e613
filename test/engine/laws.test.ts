import fc from 'fast-check'
import { expect, test } from 'vitest'
import { causeChain } from '../../src/engine/causes.js'
import { inUseAt } from '../../src/engine/crewLack.js'
import type { Run } from '../../src/engine/history.js'
import { downIntervals, impairedIntervals, initialLevel, levelAt } from '../../src/engine/levels.js'
import { recoveryPath } from '../../src/engine/recoveryPath.js'
import { why } from '../../src/engine/why.js'
import type { CompiledCase } from '../../src/model/compiled.js'
import { randomSystem } from '../reference/randomSystem.js'
import { compiled, ran } from './notation.js'

// What holds for every run, whatever the system: tried on random ones.

const SEED = 20221015

/** Holds a law against the runs of random systems. */
function law(runs: number, holds: (run: Run, made: CompiledCase) => void): void {
  fc.assert(
    fc.property(randomSystem, system => {
      const made = compiled(system)
      holds(ran(made), made)
    }),
    { numRuns: runs, seed: SEED },
  )
}

test('the same input gives the same run', () => {
  law(200, (run, made) => {
    expect(ran(made)).toEqual(run)
  })
})

test('a run to an earlier horizon is the beginning of the longer one', () => {
  law(300, (run, made) => {
    const { main } = made
    const middleMs = run.changes[run.changes.length >> 1]?.timeMs ?? 0
    const scenario = { ...main.scenario, horizonMs: middleMs }
    const shorter = ran({ ...made, main: { ...main, scenario } })
    expect(shorter.changes).toEqual(run.changes.filter(change => change.timeMs <= middleMs))
  })
})

test('every change changes, in order of time, and stays between none and all', () => {
  law(300, run => {
    const levels = run.system.components.map((_, component) => initialLevel(run.system, component))
    let timeMs = 0
    for (const change of run.changes) {
      expect(change.timeMs).toBeGreaterThanOrEqual(timeMs)
      expect(change.level).not.toBe(levels[change.component])
      expect(change.level).toBeGreaterThanOrEqual(0)
      expect(change.level).toBeLessThanOrEqual(run.system.components[change.component]!.count)
      levels[change.component] = change.level
      timeMs = change.timeMs
    }
    levels.forEach((level, component) => {
      expect(levelAt(run, component, run.scenario.horizonMs)).toBe(level)
    })
  })
})

test('no team ever gives more than it has', () => {
  law(300, run => {
    const teams = new Set(
      run.system.components.flatMap(({ ways, repair }) =>
        [...ways, ...(repair === null ? [] : [repair])].flatMap(work => work.crew.map(({ team }) => team)),
      ),
    )
    const times = new Set(run.works.flatMap(work => work.spans.map(span => span.fromMs)))
    for (const team of teams) {
      for (const timeMs of times)
        expect(inUseAt(run, team, timeMs)).toBeLessThanOrEqual(levelAt(run, team, timeMs))
    }
  })
})

test("a work's life has no gap, and it ran as long as it takes if it was done", () => {
  law(300, run => {
    for (const work of run.works) {
      work.spans.forEach((span, at) => {
        expect(span.toMs).toBeGreaterThan(span.fromMs)
        expect(span.toMs).toBe(work.spans[at + 1]?.fromMs ?? work.endMs)
      })
      const component = run.system.components[work.component]!
      const { takesMs } = work.kind === 'repair' ? component.repair! : component.ways[work.way]!
      const ranMs = work.spans
        .filter(span => span.state === 'running')
        .reduce((sum, span) => sum + span.toMs - span.fromMs, 0)
      if (work.end === 'done') expect(ranMs).toBe(takesMs)
      else expect(ranMs).toBeLessThanOrEqual(takesMs)
    }
  })
})

test('the parts of a recovery path add up to the outage', () => {
  law(300, run => {
    run.system.components.forEach((_, component) => {
      for (const interval of [...downIntervals(run, component), ...impairedIntervals(run, component)]) {
        const steps = recoveryPath(run, component, interval)
        let atMs = interval.fromMs
        for (const step of steps) {
          expect(step.fromMs).toBe(atMs)
          expect(step.toMs).toBeGreaterThan(step.fromMs)
          atMs = step.toMs
        }
        expect(atMs).toBe(interval.toMs)
      }
    })
  })
})

test('a chain of causes lies in the past, and leads to an event or to the start', () => {
  law(300, run => {
    run.changes.forEach((change, index) => {
      const chain = causeChain(run, index)
      for (const each of chain.changes) expect(each).toBeLessThan(index)
      for (const each of chain.works)
        expect(run.works[each]!.spans[0]?.fromMs ?? 0).toBeLessThanOrEqual(change.timeMs)
      for (const each of chain.events) {
        expect(run.events[each]?.happened).toBe(true)
        expect(run.events[each]!.timeMs).toBeLessThanOrEqual(change.timeMs)
      }
      const kinds = [index, ...chain.changes].map(each => run.changes[each]!.cause.kind)
      const atStart =
        kinds.includes('start') || chain.works.some(each => run.works[each]!.begunBy.length === 0)
      if (chain.events.length === 0)
        expect(atStart || change.timeMs === 0 || chain.holdups.length > 0).toBe(true)
    })
  })
})

test('what is down has a reason, and each reason one of its own or one that it follows from', () => {
  law(150, run => {
    const times = new Set(run.changes.map(change => change.timeMs))
    for (const timeMs of times) {
      run.system.components.forEach((_, component) => {
        const answer = why(run, component, timeMs)
        expect(answer.reason === 'up').toBe(answer.level === run.system.components[component]!.count)
        if (answer.reason === 'needs' || answer.reason === 'holdup-spent' || answer.reason === 'unhoused') {
          expect(answer.because.length).toBeGreaterThan(0)
        }
        for (const each of answer.because) expect(each.reason).not.toBe('up')
      })
    }
  })
})
