import { z } from 'zod'
import { componentPatch, event, eventPatch } from './component.js'
import {
  basis,
  basisOfFields,
  date,
  duration,
  oneOrMore,
  reference,
  references,
  sources,
  text,
  time,
  visibility,
} from './leaves.js'

/** `case:` */
export const head = z.strictObject(
  {
    title: text.describe('The name of the incident'),
    organisation: text.optional().describe('Whose system it was'),
    timezone: z
      .string({ error: 'timezone' })
      .min(1, { error: 'timezone' })
      .describe('A zone of the IANA list: Asia/Seoul'),
    start: time.describe('Zero hour: 2022-10-15 15:19 on the clocks of the time zone'),
    horizon: duration.optional().describe('How long it is watched; 30d unless said'),
    languages: z
      .array(z.enum(['ko', 'en'], { error: 'language' }), { error: 'languages' })
      .min(1, { error: 'languages' })
      .optional()
      .describe('Languages of the report'),
    summary: text.optional().describe('The incident in a few sentences'),
    'cost-unit': text.optional().describe('What the costs of ifs are counted in: person-months'),
    contact: z
      .string({ error: 'contact' })
      .min(1, { error: 'contact' })
      .optional()
      .describe('Where a fact can be disputed'),
  },
  { error: 'case' },
)

/** What must hold. */
export const objective = z.strictObject(
  {
    title: text.optional(),
    component: reference.describe('The component it is about'),
    'down-at-most': duration.optional().describe('In total, within the horizon'),
    'data-lost': z.literal('never', { error: 'never' }).optional(),
    'data-lost-at-most': duration.optional(),
    sources: sources.optional(),
  },
  { error: 'objective' },
)

/** One unknown that is used in several places. */
export const quantity = z.strictObject(
  {
    title: text.optional(),
    value: duration,
    basis: basis.optional(),
  },
  { error: 'quantity' },
)

const state = z
  .union([z.string({ error: 'state' }).min(1, { error: 'state' }), z.number({ error: 'state' })], {
    error: 'state',
  })
  .describe('up, impaired, down, 12000, 40%, at least 12000')

/** Something observed or claimed. */
export const fact = z.strictObject(
  {
    at: time.describe('When: T, T ± 5m, A .. B, by T, after T'),
    text: text.describe('What was observed or claimed'),
    changes: z
      .record(z.string(), state, { error: 'states' })
      .optional()
      .describe('States that begin now: { talk-text: down }'),
    shows: z.record(z.string(), state, { error: 'states' }).optional().describe('States that hold now'),
    phase: z
      .enum(
        [
          'trigger',
          'impact',
          'detection',
          'declaration',
          'mitigation',
          'recovery',
          'communication',
          'context',
        ],
        {
          error: 'phase',
        },
      )
      .optional(),
    sources: sources.optional(),
    evidence: z
      .array(z.string({ error: 'files' }).min(1, { error: 'files' }), { error: 'files' })
      .optional()
      .describe('Files under evidence/'),
    'claimed-by': text
      .optional()
      .describe('The organisation that says so, where it is a claim. Never a person.'),
    disputes: oneOrMore.optional().describe('Ids of rival facts'),
    scenario: reference.optional().describe('Another scenario of the case'),
    visibility: visibility.optional(),
  },
  { error: 'fact' },
)

const quantityPatch = z.strictObject(
  {
    title: text.nullable().optional(),
    value: duration.optional(),
    basis: basis.nullable().optional(),
  },
  { error: 'quantity' },
)

/** A change of conditions. */
export const whatIf = z.strictObject(
  {
    title: text.describe('Had it been so: a condition, never what somebody did'),
    about: text.optional(),
    layer: z
      .enum(['facility', 'infrastructure', 'platform', 'service', 'organisation'], { error: 'layer' })
      .optional(),
    components: z.record(z.string(), componentPatch.nullable(), { error: 'patches' }).optional(),
    events: z.record(z.string(), eventPatch.nullable(), { error: 'patches' }).optional(),
    quantities: z.record(z.string(), quantityPatch.nullable(), { error: 'patches' }).optional(),
    cost: z
      .union(
        [
          z.number({ error: 'cost' }).min(0, { error: 'cost' }),
          z.string({ error: 'cost' }).min(1, { error: 'cost' }),
        ],
        {
          error: 'cost',
        },
      )
      .optional()
      .describe("In the case's cost-unit: 30, or a range 20..40"),
    requires: references.optional().describe('Ifs that must hold too'),
    excludes: references.optional().describe('Ifs that cannot hold beside it'),
    for: z
      .enum(['facility', 'fire-service', 'operator', 'regulator'], { error: 'for' })
      .optional()
      .describe('Who could bring it about'),
    basis: basisOfFields.optional(),
    sources: sources.optional(),
  },
  { error: 'if' },
)

/** How it was built, why that seemed reasonable, and how it would ideally be. */
export const shortcoming = z.strictObject(
  {
    title: text.optional(),
    'as-built': text.describe('How it was'),
    'assumed-then': text.optional().describe('What was assumed at the time'),
    'why-reasonable': text.optional().describe('Why that seemed reasonable then'),
    ideal: text.optional().describe('How it would be built right'),
    ifs: references.optional(),
    actions: references.optional(),
    sources: sources.optional(),
    visibility: visibility.optional(),
  },
  { error: 'shortcoming' },
)

/** Where something is read. */
export const source = z.strictObject(
  {
    title: text,
    publisher: text.optional(),
    url: z.string({ error: 'url' }).min(1, { error: 'url' }).optional(),
    date: date.optional(),
    kind: z.enum(['primary', 'press', 'derived'], { error: 'source-kind' }).optional(),
    file: z.string({ error: 'file' }).min(1, { error: 'file' }).optional().describe('A file under evidence/'),
  },
  { error: 'source' },
)

/** A promised change. */
export const action = z.strictObject(
  {
    title: text,
    owner: text.optional().describe('An organisation, a role or a team; never a person'),
    due: date.optional(),
    done: date.optional(),
    status: z.enum(['open', 'done', 'dropped'], { error: 'status' }).optional(),
    brings: references.optional().describe('Ids of the ifs that it should bring about'),
    sources: sources.optional(),
    visibility: visibility.optional(),
  },
  { error: 'action' },
)

/** The same system, met again. */
export const scenario = z.strictObject(
  {
    title: text.optional(),
    start: time,
    horizon: duration.optional(),
    ifs: references.optional().describe('Ifs that had come true by then'),
    events: z.record(z.string(), event, { error: 'entries' }),
  },
  { error: 'scenario' },
)
