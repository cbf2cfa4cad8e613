import { z } from 'zod'
import { limits } from '../limits.js'

/**
 * The smallest parts of a case. The `error` of each is the name of what is expected there, which the words turn into a
 * sentence; the descriptions reach editors through the JSON Schema.
 */
const line = (expected: string) => z.string({ error: expected }).min(1, { error: expected })

/** A text that people read. */
export const text = z
  .union(
    [
      line('text'),
      z.strictObject({ ko: line('text').optional(), en: line('text').optional() }, { error: 'text' }),
    ],
    { error: 'text' },
  )
  .describe('A text, or one for each language: { ko: …, en: … }')

/** The id of something else in the case. */
export const reference = line('id')

/** A list of ids. */
export const references = z
  .array(reference, { error: 'ids' })
  .max(limits.listEntries, { error: 'too-many-entries' })

/** Words that say of a component what its kind does not. */
export const traits = z
  .array(line('trait'), { error: 'traits' })
  .max(limits.listEntries, { error: 'too-many-entries' })

/** One id or several. */
export const oneOrMore = z.union([reference, references], { error: 'id-or-ids' })

/** `90s`, `4h30m`, `8m..14m`, or the id of a named quantity. */
export const duration = line('duration').describe(
  'A duration: 90s, 10m, 4h30m, 2d; an uncertain one 8m..14m (nine times out of ten between these); or the id of a quantity',
)

/** A time, still as text. */
export const time = line('time')

/** A date, still as text. */
export const date = line('date').describe('A date: 2022-12-06')

/** A condition on other components. */
export const condition = z
  .union(
    [
      line('condition'),
      z
        .array(line('condition'), { error: 'condition' })
        .max(limits.listEntries, { error: 'too-many-entries' }),
    ],
    { error: 'condition' },
  )
  .describe(
    'A condition: a and b, a or b, 2 of (a, b, c), hosts >= 60%, sum(east, west) >= 40. A list means and.',
  )

/** A whole number that is not negative. */
export const wholeNumber = z
  .int({ error: 'whole-number' })
  .min(0, { error: 'whole-number' })
  .max(limits.count, { error: 'too-large' })

/** `90%` */
export const percent = line('percent').describe('A percentage: 90%')

/** Ids of sources. */
export const sources = references.describe('Ids under `sources:`')

/** Where a quantity comes from. */
export const basis = z
  .union(
    [
      z.literal('assumed', { error: 'basis' }),
      z.strictObject({ sources: references }, { error: 'basis' }),
      z.strictObject(
        { fitted: references.describe('Ids of the facts it was fitted to: they are no evidence any more') },
        { error: 'basis' },
      ),
      z.strictObject({ derived: text.describe('How it was derived') }, { error: 'basis' }),
      z.strictObject(
        {
          assumed: z.literal(true, { error: 'basis' }),
          knowing: references.describe('Ids of the facts that the author knew').optional(),
        },
        { error: 'basis' },
      ),
    ],
    { error: 'basis' },
  )
  .describe(
    'Where the number comes from: { sources: […] }, { fitted: [facts] }, { derived: how }, assumed, or { assumed: true, knowing: [facts] }',
  )

/** The basis of all of a component or an event, or of its fields one by one. */
export const basisOfFields = z
  .union([basis, z.record(z.string(), basis, { error: 'basis' })], { error: 'basis' })
  .describe(
    'Where the numbers come from: one basis for all, or one for each field: { recovery.takes: assumed, count: { sources: […] } }',
  )

/** Who may read it. */
export const visibility = z
  .union(
    [
      z.literal('public', { error: 'visibility' }),
      z.strictObject(
        {
          withheld: z.enum(['personal-data', 'security', 'legal', 'third-party'], { error: 'withheld' }),
          until: date.optional(),
        },
        { error: 'visibility' },
      ),
    ],
    { error: 'visibility' },
  )
  .describe('public, or why it is left out of the published report; that it is left out is said there')
