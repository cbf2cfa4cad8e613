import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drill } from '../../src/assess/drill.js'
import { explain } from '../../src/assess/explain.js'
import { fidelity } from '../../src/assess/fidelity.js'
import { matchInOrder, type Sighting } from '../../src/assess/matching.js'
import { moments } from '../../src/assess/moments.js'
import { outcomeIn } from '../../src/assess/outcome.js'
import { outagePaths } from '../../src/assess/paths.js'
import { type CaseSession, openSession } from '../../src/assess/session.js'
import { judge } from '../../src/assess/verdict.js'
import { initialLevel, levelsAt } from '../../src/engine/levels.js'
import type { CaseDocument, CaseEvent, Component, Fact, Way } from '../../src/model/case.js'

// Laws that hold for every case, tried on random ones.

const MINUTE = 60_000
const NAMES = ['a', 'b', 'c', 'd', 'e', 'f']

const minutes = (least: number, most: number) => fc.integer({ min: least, max: most }).map(n => `${n}m`)
const maybeRange = fc.oneof(
  minutes(1, 300),
  fc
    .tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 300 }))
    .map(([a, b]) => `${a}m..${a + b}m`),
)

/** A component that needs some of those before it, so that there are no circles. */
const component = (place: number): fc.Arbitrary<Component> =>
  fc.record({
    kind: fc.constantFrom('service', 'feed', 'database'),
    ...(place === 0
      ? {}
      : {
          needs: fc
            .tuple(fc.constantFrom(' and ', ' or '), fc.subarray(NAMES.slice(0, place), { minLength: 1 }))
            .map(([joint, names]) => names.join(joint)),
        }),
    holdup: fc.oneof(fc.constant('0m'), maybeRange),
    recovery: fc.record({
      takes: maybeRange,
      crew: fc.oneof(fc.constant({}), fc.constant({ crew: 1 }), fc.constant({ crew: 2 })),
    }),
  }) as fc.Arbitrary<Component>

const event: fc.Arbitrary<CaseEvent> = fc
  .tuple(
    fc.integer({ min: 0, max: 600 }),
    fc.constantFrom('cut', 'release', 'fail'),
    fc.subarray(NAMES, { minLength: 1 }),
  )
  .map(([at, act, of]) => ({ at: `+${at}m`, [act]: of }))

const document: fc.Arbitrary<CaseDocument> = fc
  .tuple(
    fc.tuple(...NAMES.map((_, place) => component(place))),
    fc.array(event, { minLength: 1, maxLength: 5 }),
    fc.tuple(component(0), fc.integer({ min: 0, max: NAMES.length - 1 })),
  )
  .map(([components, events, [other, changed]]) => ({
    case: { title: 'Random', timezone: 'UTC', start: '2024-01-01 00:00', horizon: '3d' },
    components: {
      crew: { kind: 'team', count: 2 },
      ...Object.fromEntries(components.map((written, place) => [NAMES[place], written])),
    },
    events: Object.fromEntries(events.map((written, place) => [`event-${place}`, written])),
    ifs: {
      nothing: { title: 'Nothing', components: {} },
      other: {
        title: 'Other',
        components: { [NAMES[changed] ?? 'a']: { holdup: other.holdup, recovery: other.recovery } },
      },
    },
  }))

const sessionOf = (written: CaseDocument): CaseSession => {
  const session = openSession(written)
  if (!('compiled' in session)) throw new Error(JSON.stringify(session.problems))
  return session
}

const check = (law: (session: CaseSession) => void, runs = 60) =>
  fc.assert(
    fc.property(document, written => law(sessionOf(written))),
    { numRuns: runs },
  )

test('An if that changes nothing has no effect anywhere', () => {
  check(session => {
    for (const verdict of judge(session, ['nothing'], { sensitivity: true }).verdicts) {
      expect(['no-effect', 'not-down']).toContain(verdict.kind)
      expect(verdict).toMatchObject({ deltaMs: 0, laterMs: 0, impairedDeltaMs: 0, atLeast: false })
      expect(verdict.timed).toMatchObject({ deltaMs: 0, lowMs: 0, highMs: 0 })
      expect(verdict.structural.unchanged).toBe(true)
    }
  }, 20)
})

test('What an if does, taking it away undoes', () => {
  check(session => {
    const forth = judge(session, ['other']).verdicts
    const changed = session.with(['other']).document
    const back = sessionOf({
      ...changed,
      ifs: { undo: { title: 'Undo', components: undoing(session.document.components ?? {}) } },
    })
    const undone = judge(back, ['undo']).verdicts
    expect(undone.map(({ component, deltaMs }) => [component, deltaMs])).toEqual(
      forth.map(({ component, deltaMs }) => [component, deltaMs === 0 ? 0 : -deltaMs]),
    )
  })
})

/** Components as a patch that restores them: maps merge, so a crew that was not there is taken out. */
function undoing(components: Readonly<Record<string, Component>>) {
  return Object.fromEntries(
    Object.entries(components).map(([id, written]) => {
      const way = written.recovery as Way | undefined
      if (way === undefined) return [id, written]
      return [id, { ...written, recovery: { ...way, crew: { crew: way.crew?.crew ?? null } } }]
    }),
  )
}

test('The order and repetition of ifs change nothing', () => {
  check(session => {
    const once = judge(session, ['nothing', 'other'])
    expect(judge(session, ['other', 'nothing', 'other'])).toEqual(once)
  }, 20)
})

test('The median lies within what the ranges span', () => {
  check(session => {
    for (const { timed, structural } of judge(session, ['other'], { sensitivity: true }).verdicts) {
      expect(structural.tried).toBeGreaterThan(0)
      if (timed === null) continue
      expect(timed.lowMs).toBeLessThanOrEqual(timed.deltaMs)
      expect(timed.highMs).toBeGreaterThanOrEqual(timed.deltaMs)
    }
  }, 20)
})

test('What comes back within the horizon could come back', () => {
  check(session => {
    for (const { after, structural } of judge(session, ['other']).verdicts) {
      expect(structural.goesDown).toBe(after.down.length > 0)
      if (after.down.length > 0 && after.backWithinHorizon)
        expect(structural.comesBack).not.toBe('not-at-all')
    }
  })
})

test('A recovery path is the outage, to the millisecond', () => {
  check(session => {
    const variant = session.with([])
    for (const id of session.services) {
      for (const { interval, steps, spent } of outagePaths(variant, id)) {
        expect(steps[0]?.fromMs).toBe(interval.fromMs)
        expect(steps.at(-1)?.toMs).toBe(interval.toMs)
        expect(steps.slice(1).map(({ fromMs }) => fromMs)).toEqual(steps.slice(0, -1).map(({ toMs }) => toMs))
        expect(spent.reduce((sum, { ms }) => sum + ms, 0)).toBe(interval.toMs - interval.fromMs)
      }
    }
  })
})

test('Moments come in order, and their changes add up to the levels of the run', () => {
  check(session => {
    const variant = session.with(['other'])
    const { run } = variant
    const levels = [...run.system.components.keys()].map(index => initialLevel(run.system, index))
    let lastMs = -1
    for (const { timeMs, changes } of moments(session, run)) {
      expect(timeMs).toBeGreaterThan(lastMs)
      lastMs = timeMs
      for (const { component, level, before } of changes) {
        const index = variant.compiled.indexOf.get(component) ?? -1
        expect(levels[index]).toBe(before)
        levels[index] = level
      }
      expect(levels).toEqual([...levelsAt(run, timeMs)])
    }
  })
})

test('Every change can be explained, and what is down has a reason', () => {
  check(session => {
    const variant = session.with([])
    for (const { timeMs, component, level } of variant.run.changes.slice(0, 40)) {
      const tree = explain(variant, variant.compiled.ids[component] ?? '', timeMs)
      if (tree.level === 0 && level === 0) expect(tree.reason).not.toBe('up')
      expect(tree.sinceMs).toBeLessThanOrEqual(timeMs)
    }
  }, 30)
})

test('A drill on what nothing depends on takes nothing else down', () => {
  check(session => {
    const { lost, falls, untouched } = drill(session, ['f'])
    expect(lost).toEqual(['f'])
    expect(falls.map(({ component }) => component).filter(id => id !== 'f')).toEqual([])
    expect(untouched).not.toContain('f')
  }, 30)
})

/** Facts that tell every outage of a run as it was. */
function recordOf(session: CaseSession): Readonly<Record<string, Fact>> {
  const facts: Record<string, Fact> = {}
  const variant = session.with([])
  for (const id of session.services) {
    outcomeIn(variant, id)?.down.forEach(({ fromMs, toMs, open }, place) => {
      const at = (ms: number) => `+${ms}ms`
      facts[`${id}-fell-${place}`] = { at: at(fromMs), text: 'Fell', changes: { [id]: 'down' } }
      if (!open) facts[`${id}-back-${place}`] = { at: at(toMs), text: 'Back', changes: { [id]: 'up' } }
    })
  }
  return facts
}

test('A record that a run wrote itself agrees with it in every fact', () => {
  check(session => {
    const facts = recordOf(session)
    const assessed = fidelity(sessionOf({ ...session.document, facts }))
    expect(assessed.byFact).toHaveLength(Object.keys(facts).length)
    expect(assessed.facts.map(({ verdict, errorMs }) => [verdict, errorMs])).toEqual(
      assessed.facts.map(() => ['agrees', 0]),
    )
    expect(assessed.contradicted.size).toBe(0)
  })
})

test('Without any duration everything is input, and nothing is a test', () => {
  check(session => {
    const bare = Object.fromEntries(
      Object.entries(session.document.components ?? {}).map(([id, { kind, needs, count }]) => [
        id,
        { kind, ...(needs === undefined ? {} : { needs }), ...(count === undefined ? {} : { count }) },
      ]),
    )
    const { ifs: _, ...rest } = session.document
    const plain = sessionOf({ ...rest, components: bare })
    const facts = recordOf(plain)
    const assessed = fidelity(sessionOf({ ...plain.document, facts }))
    expect(assessed.tests.total).toBe(0)
    expect(assessed.inputs).toBe(Object.keys(facts).length)
  })
})

/** Tries every way of matching: as many as possible, then the least sum of errors. */
function bestCost(sightings: readonly Sighting[]): { matched: number; error: number } {
  let best = { matched: 0, error: 0 }
  const attempt = (at: number, chosen: readonly { at: number; timeMs: number }[], error: number) => {
    if (at === sightings.length) {
      if (chosen.length > best.matched || (chosen.length === best.matched && error < best.error)) {
        best = { matched: chosen.length, error }
      }
      return
    }
    attempt(at + 1, chosen, error)
    const sighting = sightings[at] as Sighting
    const last = chosen.at(-1)
    for (const timeMs of sighting.candidates) {
      if (last !== undefined) {
        const apart =
          sightings[last.at]?.state === sighting.state &&
          sightings.slice(last.at + 1, at).some(({ state }) => state !== sighting.state)
        if (timeMs < last.timeMs || (apart && timeMs === last.timeMs)) continue
      }
      attempt(at + 1, [...chosen, { at, timeMs }], error + Math.abs(timeMs - (sighting.fromMs ?? 0)))
    }
  }
  attempt(0, [], 0)
  return best
}

test('Matching finds the best of all matchings in the order of time', () => {
  const turns = fc
    .uniqueArray(fc.integer({ min: 0, max: 50 }), { maxLength: 6 })
    .map(times => times.sort((a, b) => a - b))
  const seen = fc.array(fc.tuple(fc.integer({ min: 0, max: 50 }), fc.boolean()), { maxLength: 5 })
  fc.assert(
    fc.property(turns, seen, (times, facts) => {
      const sightings = [...facts]
        .sort(([a], [b]) => a - b)
        .map(
          ([at, up]): Sighting => ({
            fromMs: at * MINUTE,
            toMs: at * MINUTE,
            state: up ? 'up' : 'down',
            candidates: times.filter((_, place) => (place % 2 === 1) === up).map(time => time * MINUTE),
          }),
        )
      const matched = matchInOrder(sightings)
      const error = matched.reduce<number>(
        (sum, timeMs, place) =>
          sum + (timeMs === null ? 0 : Math.abs(timeMs - (sightings[place]?.fromMs ?? 0))),
        0,
      )
      expect({ matched: matched.filter(time => time !== null).length, error }).toEqual(bestCost(sightings))
    }),
    { numRuns: 300 },
  )
})
