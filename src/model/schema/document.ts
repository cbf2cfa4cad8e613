import { z } from 'zod'
import { component, event } from './component.js'
import { portable } from './portable.js'
import { action, fact, head, objective, quantity, scenario, shortcoming, source, whatIf } from './record.js'

const entries = <T extends z.ZodType>(schema: T) => z.record(z.string(), schema, { error: 'entries' })

/** A whole case, as its files add up to it. */
export const caseSchema = z.strictObject(
  {
    case: head.describe('What the case is about'),
    objectives: entries(objective).optional().describe('What must hold'),
    quantities: entries(quantity).optional().describe('Unknowns that are used in several places'),
    components: entries(component).optional().describe('The system: whatever can be up or down'),
    events: entries(event).optional().describe('What acted on the system from outside its own rules'),
    facts: entries(fact).optional().describe('What was observed or claimed'),
    ifs: entries(whatIf).optional().describe('Changes of conditions: had it been so'),
    shortcomings: entries(shortcoming).optional().describe("The organisation's own, in its own voice"),
    sources: entries(source).optional().describe('Where things are read'),
    actions: entries(action).optional().describe('Promised changes'),
    scenarios: entries(scenario).optional().describe('The same system met again'),
    portable: portable.optional().describe('The scenario as another system may meet it: manil replay'),
  },
  { error: 'document' },
)
