import fc from 'fast-check'

// Systems are drawn as sketches in which references are plain numbers, and written out afterwards (randomSystem.ts).
// So every sketch is valid, and every part of it can shrink alone.

/** How often, in percent, something is drawn. */
export interface Leaning {
  in: number
  needs: number
  holdup: number
  ownRecovery: number
  standbyFor: number
  team: number
  several: number
  crew: number
  workNeeds: number
  batch: number
  atOnce: number
}

const duration = fc.constantFrom(
  '10m',
  '20m',
  '30m',
  '5m',
  '5m..20m',
  '15m',
  '20m',
  '30m',
  '40m',
  '8m..14m',
  '90s',
)
const durationOrNone = fc.oneof(
  { weight: 5, arbitrary: duration },
  { weight: 1, arbitrary: fc.constant('0s') },
)
const reference = fc.nat({ max: 39 })

type Drawn<Source> = Source extends fc.Arbitrary<infer Value> ? Value : never

/** An option that is taken `percent` of the time. */
function sometimes<Value>(percent: number, arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> {
  return fc.oneof(
    { withCrossShrink: true },
    { weight: 100 - percent, arbitrary: fc.constant(undefined) },
    { weight: percent, arbitrary },
  )
}

export type ExpressionSketch =
  | { form: 'is'; of: number; amount: number; full: boolean }
  | { form: 'and' | 'or'; parts: ExpressionSketch[] }
  | { form: 'of'; least: number; parts: ExpressionSketch[] }
  | { form: 'not'; part: ExpressionSketch }
  | { form: 'sum'; of: number[]; amount: number }

const { expression } = fc.letrec<{ expression: ExpressionSketch }>(tie => {
  const amount = fc.nat({ max: 11 })
  const parts = fc.array(tie('expression'), { minLength: 1, maxLength: 3, depthIdentifier: 'expression' })
  return {
    expression: fc.oneof(
      { maxDepth: 2, depthSize: 'small', depthIdentifier: 'expression', withCrossShrink: true },
      {
        weight: 9,
        arbitrary: fc.record({
          form: fc.constant('is' as const),
          of: reference,
          amount,
          full: fc.nat({ max: 3 }).map(n => n === 3),
        }),
      },
      { weight: 2, arbitrary: fc.record({ form: fc.constantFrom('and' as const, 'or' as const), parts }) },
      { weight: 1, arbitrary: fc.record({ form: fc.constant('of' as const), least: amount, parts }) },
      { weight: 2, arbitrary: fc.record({ form: fc.constant('not' as const), part: tie('expression') }) },
      {
        weight: 1,
        arbitrary: fc.record({
          form: fc.constant('sum' as const),
          of: fc.array(reference, { minLength: 1, maxLength: 3 }),
          amount,
        }),
      },
    ),
  }
})

const workOf = (leaning: Leaning) =>
  fc.record({
    takes: fc.oneof(
      { weight: 12, arbitrary: duration },
      { weight: 2, arbitrary: fc.constant('0s') },
      { weight: 1, arbitrary: fc.constant(undefined) },
    ),
    needs: sometimes(leaning.workNeeds, expression),
    when: sometimes(8, expression),
    steady: fc.nat({ max: 9 }).map(n => n > 1),
    crew: sometimes(
      leaning.crew,
      fc.array(fc.record({ of: reference, units: fc.integer({ min: 1, max: 2 }) }), {
        minLength: 1,
        maxLength: 2,
      }),
    ),
    batch: sometimes(leaning.batch, fc.integer({ min: 1, max: 3 })),
    atOnce: sometimes(leaning.atOnce, fc.integer({ min: 2, max: 3 })),
  })
export type WorkSketch = Drawn<ReturnType<typeof workOf>>

const componentOf = (leaning: Leaning) =>
  fc.record({
    isTeam: fc.nat({ max: 99 }).map(n => n >= 100 - leaning.team),
    rank: fc.nat({ max: 9 }),
    in: sometimes(leaning.in, reference),
    count: fc.oneof(
      { weight: 100 - leaning.several, arbitrary: fc.constant(1) },
      { weight: leaning.several, arbitrary: fc.constantFrom(2, 3, 4, 5, 6, 10) },
    ),
    needs: sometimes(leaning.needs, fc.array(expression, { minLength: 1, maxLength: 2 })),
    full: sometimes(12, expression),
    holdup: sometimes(leaning.holdup, durationOrNone),
    recovery: fc.oneof(
      { weight: (100 - leaning.ownRecovery) * 2, arbitrary: fc.constant(undefined) },
      { weight: 100 - leaning.ownRecovery, arbitrary: fc.constant('none' as const) },
      {
        weight: leaning.ownRecovery * 3,
        arbitrary: fc.array(workOf(leaning), { minLength: 1, maxLength: 3, size: 'max' }),
      },
    ),
    repair: sometimes(50, workOf(leaning)),
    standbyFor: sometimes(leaning.standbyFor, reference),
    priority: sometimes(30, fc.integer({ min: 1, max: 2 })),
    initial: sometimes(10, fc.constantFrom('down' as const, 'cut' as const, 'absent' as const)),
  })
export type ComponentSketch = Drawn<ReturnType<typeof componentOf>>

export interface ActSketch {
  act: 'destroy' | 'fail' | 'cut' | 'release' | 'repair'
  of: number
  amount: number
  aimed: boolean
}

const act: fc.Arbitrary<ActSketch> = fc.record({
  act: fc.constantFrom<ActSketch['act']>(
    ...(['fail', 'fail', 'fail', 'fail', 'cut', 'cut', 'cut', 'destroy', 'destroy'] as const),
    ...(['release', 'release', 'release', 'repair', 'repair', 'repair'] as const),
  ),
  of: reference,
  amount: fc.nat({ max: 11 }),
  aimed: fc.nat({ max: 9 }).map(n => n > 1),
})

const event = fc.record({
  rank: fc.nat({ max: 9 }),
  /** Minutes after the event drawn before. */
  gap: fc.constantFrom<number>(5, 10, 0, 15, 20),
  after: sometimes(25, fc.record({ of: reference, delay: sometimes(70, durationOrNone) })),
  when: sometimes(8, expression),
  unless: sometimes(8, expression),
  acts: fc.array(act, { minLength: 1, maxLength: 4, size: 'max' }),
})
export type EventSketch = Drawn<typeof event>

export interface SystemSketch {
  components: ComponentSketch[]
  events: EventSketch[]
}

/** Up to so many components and events. Long lists are drawn and cut, so that full ones are frequent. */
export function sketchOf(leaning: Leaning, components: number, events: number): fc.Arbitrary<SystemSketch> {
  const sketch = fc.record({
    components: fc.array(componentOf(leaning), { minLength: 2, maxLength: components, size: 'max' }),
    events: fc
      .array(event, { minLength: 1, maxLength: events + 4, size: 'max' })
      .map(drawn => drawn.slice(0, events)),
  })
  return fc.noBias(sketch)
}
