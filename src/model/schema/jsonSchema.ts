import { z } from 'zod'
import { caseSchema } from './document.js'

/**
 * The JSON Schema of a case file, for editors. Every part may be missing, since a case may be split over several
 * files; what a whole case must have is checked when it is loaded.
 */
export function jsonSchema(): object {
  const { required: _, ...schema } = z.toJSONSchema(caseSchema, {
    io: 'input',
    target: 'draft-7',
    reused: 'ref',
  }) as Record<string, unknown>
  const head = (schema.properties as Record<string, Record<string, unknown>>).case
  if (head !== undefined) delete head.required
  return { title: 'Manil case', ...schema }
}
