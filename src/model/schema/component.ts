import { z } from 'zod'
import {
  basisOfFields,
  condition,
  duration,
  oneOrMore,
  percent,
  reference,
  references,
  sources,
  text,
  time,
  traits,
  wholeNumber,
} from './leaves.js'

const crew = z
  .record(z.string(), wholeNumber, { error: 'crew' })
  .describe('Units of teams that the work takes while it runs: { operators: 2 }. Capacity, never a cause.')

const workShape = {
  title: text.optional(),
  takes: duration.optional().describe('How long the work takes: 20m, 8h..12h, or the id of a quantity'),
  needs: condition.optional().describe('What must be there for the work to begin and to go on'),
  crew: crew.optional(),
}

const wayShape = {
  ...workShape,
  when: condition.optional().describe('Asked once, when the work begins from nothing'),
  batch: z
    .union([wholeNumber, percent], { error: 'units' })
    .optional()
    .describe('Units that come back together: 500 or 10%'),
  'at-once': wholeNumber.optional().describe('Batches that may run side by side'),
}

/** One way of recovery. */
export const way = z.strictObject(wayShape, { error: 'way' })

const repair = z.strictObject(workShape, { error: 'way' })

const copyOfData = z.strictObject(
  {
    in: reference.describe('Where the copy lies'),
    behind: duration.optional().describe('How far the copy may be behind'),
  },
  { error: 'copy' },
)

const recovery = z
  .union([z.literal('none', { error: 'recovery' }), way, z.array(way, { error: 'recovery' })], {
    error: 'recovery',
  })
  .describe('How it comes back: one way, several with the preferred first, or none (it waits for a repair)')

/** Every field of a component. */
export const componentShape = {
  kind: z
    .string({ error: 'kind' })
    .min(1, { error: 'kind' })
    .describe(
      'What it is: site room feed ups hosts system store service tool channel team barrier utility generator switchgear cooling network database cache queue identity monitor procedure component, or a word of your own',
    ),
  title: text.optional().describe('Its name for people'),
  about: text.optional().describe('What a reader should know about it'),
  traits: traits
    .optional()
    .describe('What its kind does not say and the portable form of another case may ask for: [batteries]'),
  in: reference.optional().describe('What it stands in: it is down while that is'),
  count: wholeNumber
    .min(1, { error: 'positive' })
    .optional()
    .describe('How many units it has; 1 unless said'),
  initial: z
    .enum(['up', 'down', 'cut', 'absent'], { error: 'initial' })
    .optional()
    .describe('How it stands before the first event'),
  needs: condition.optional().describe('What it must have to stay up'),
  full: condition.optional().describe('Up without it is impaired'),
  holdup: duration.optional().describe('How long it stays up after losing its needs'),
  recovery: recovery.optional(),
  repair: repair.optional().describe('Work that mends it after it was destroyed'),
  'standby-for': reference.optional().describe('It starts when nothing of that component is left'),
  priority: wholeNumber
    .min(1, { error: 'positive' })
    .optional()
    .describe('Who gets a scarce crew first: 1 before 2'),
  users: wholeNumber.optional().describe('How many people use it'),
  copies: z.array(copyOfData, { error: 'copies' }).optional().describe('Where its data also lie'),
  works: percent.optional().describe('How often a barrier works: 90%'),
  mtbf: duration.optional().describe('Mean time between failures'),
  mttr: duration.optional().describe('Mean time to repair'),
  basis: basisOfFields.optional(),
  sources: sources.optional(),
}

/** Anything that can be up or down. */
export const component = z.strictObject(componentShape, { error: 'component' })

const failed = z
  .union(
    [
      reference,
      references,
      z.record(
        z.string(),
        z.union([z.number({ error: 'units' }), z.string({ error: 'units' })], { error: 'units' }),
        {
          error: 'failed',
        },
      ),
    ],
    { error: 'failed' },
  )
  .describe('Takes units down: [a, b], or how many of each: { hosts: 400, east: 30%, west: all }')

/** Every field of an event. */
export const eventShape = {
  title: text.optional(),
  at: time.optional().describe('When: 2022-10-15 15:19 on the clocks of the case, or +10m from its start'),
  after: reference.optional().describe('The event that it follows'),
  delay: duration.optional().describe('How long after that'),
  when: condition.optional().describe('It happens only if this holds at that moment'),
  unless: condition.optional().describe('It does not happen if this holds at that moment'),
  chance: percent.optional().describe('How likely it is; in the plain run it happens'),
  destroy: oneOrMore.optional().describe('Breaks them and all that is in them, until a repair'),
  fail: failed.optional(),
  cut: oneOrMore.optional().describe('Switches them off without harm, until `release`'),
  release: oneOrMore.optional().describe('Switches on again what was cut'),
  repair: oneOrMore.optional().describe('Mends at once what it names'),
  basis: basisOfFields.optional(),
  sources: sources.optional(),
}

/** One act on the system from outside its own rules. */
export const event = z.strictObject(eventShape, { error: 'event' })

/** A patch of a map: every field may be given or removed with `null`. */
function patchOf(shape: z.ZodRawShape, error: string) {
  const fields = Object.entries(shape).map(([key, schema]) => {
    const inner = schema instanceof z.ZodOptional ? schema.unwrap() : schema
    return [key, (inner as z.ZodType).nullable().optional()] as const
  })
  return z.strictObject(Object.fromEntries(fields), { error })
}

const nullableCrew = z.record(z.string(), wholeNumber.nullable(), { error: 'crew' })
const wayPatch = patchOf({ ...wayShape, crew: nullableCrew }, 'way')

/** A patch of a component. */
export const componentPatch = patchOf(
  {
    ...componentShape,
    recovery: z.union(
      [z.literal('none', { error: 'recovery' }), wayPatch, z.array(way, { error: 'recovery' })],
      {
        error: 'recovery',
      },
    ),
    repair: patchOf({ ...workShape, crew: nullableCrew }, 'way'),
  },
  'component',
).describe('Fields that replace those of the component; null removes one')

/** A patch of an event. */
export const eventPatch = patchOf(eventShape, 'event').describe(
  'Fields that replace those of the event; null removes one',
)
