import { z } from 'zod'
import { duration, percent, reference, references, text, traits, wholeNumber } from './leaves.js'

const kinds = z
  .union(
    [
      z.string({ error: 'kind' }).min(1, { error: 'kind' }),
      z
        .array(z.string({ error: 'kind' }).min(1, { error: 'kind' }), { error: 'kind' })
        .min(1, { error: 'kind' }),
    ],
    { error: 'kind' },
  )
  .describe('Of what kind its player is: one, or a list of which one suffices')

const role = z.strictObject(
  {
    title: text.optional().describe('Its name for people'),
    about: text.optional(),
    kind: kinds,
    in: reference.optional().describe('A role: the player stands in that of this one, directly or not'),
    outside: reference.optional().describe('A role: the player does not stand in that of this one'),
    holds: reference.optional().describe('A role: the player of it stands in that of this one'),
    needs: reference.optional().describe('A role: the player needs that of this one, directly or not'),
    'needed-by': reference.optional().describe('A role: that of this one needs the player, directly or not'),
    'for-recovery': z
      .boolean({ error: 'truth' })
      .optional()
      .describe('true: something needs the player to come back'),
    traits: traits.optional().describe('Words that all stand under `traits` of the player'),
    'count-at-least': wholeNumber.optional().describe('How many units the player has at least'),
    as: z
      .union([reference, references], { error: 'id-or-ids' })
      .optional()
      .describe('Who plays it in this case'),
    take: z
      .enum(['one', 'all'], { error: 'take' })
      .optional()
      .describe('one: each that fits is tried in turn. all: all that fit, together'),
    optional: z
      .boolean({ error: 'truth' })
      .optional()
      .describe('true: where nothing fits it is taken to be absent'),
  },
  { error: 'role' },
)

const having = z.union(
  [
    z.strictObject(
      { there: reference.describe('A role: its player is there from the start') },
      { error: 'has' },
    ),
    z.strictObject(
      {
        stands: reference.describe('A role: its players stay up …'),
        without: reference.describe('… when the player of this role is lost alone'),
        within: duration.optional().describe('They may be down for so long'),
      },
      { error: 'has' },
    ),
    z.strictObject(
      {
        copied: reference.describe('A role: the data of its players also lie …'),
        outside: reference.describe('… outside the player of this role'),
      },
      { error: 'has' },
    ),
  ],
  { error: 'has' },
)

const rolePatch = z.strictObject(
  {
    initial: z.enum(['up', 'down', 'cut', 'absent'], { error: 'initial' }).optional(),
    holdup: duration.optional(),
    count: percent.optional().describe('Of the units that are there: 300%'),
    second: z
      .strictObject(
        { takes: duration.optional().describe('How long it takes to start; at once unless said') },
        { error: 'second' },
      )
      .optional()
      .describe('A second of it stands elsewhere'),
  },
  { error: 'role-patch' },
)

const portableIf = z.strictObject(
  {
    condition: text
      .optional()
      .describe(
        'What is so where it holds, in the present: "recovery tools also stand in another data centre"',
      ),
    look: text.optional().describe('What to look at first where it does not hold'),
    has: z
      .union([having, z.array(having, { error: 'has' }).min(1, { error: 'has' })], { error: 'has' })
      .optional()
      .describe('By what a system is seen to have it. A list means and.'),
    components: z
      .record(z.string(), rolePatch, { error: 'role-patches' })
      .optional()
      .describe('Role → what it changes there: { recovery-tools: { second: {} } }'),
  },
  { error: 'portable-if' },
)

/** `portable:` */
export const portable = z.strictObject(
  {
    about: text.optional().describe('What a reader should know before they hold it against their own'),
    stays: references.optional().describe('Components of this case whose part in the events is left at home'),
    roles: z
      .record(z.string(), role, { error: 'entries' })
      .optional()
      .describe('Parts in what happened that components of another system may play'),
    ifs: z
      .record(z.string(), portableIf, { error: 'entries' })
      .optional()
      .describe('Ifs in words and terms that hold for other systems too, by their ids'),
  },
  { error: 'portable' },
)
