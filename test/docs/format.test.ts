/** docs/format.md names every field that the schema knows, and every directive that a narrative may have. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { jsonSchema } from '../../src/model/schema/jsonSchema.js'
import { blockDirectives, inlineDirectives } from '../../src/narrative/directive.js'

const text = readFileSync(fileURLToPath(new URL('../../docs/format.md', import.meta.url)), 'utf8')
const words = new Set(text.match(/[a-z][a-z-]*/g))

/** Names of properties anywhere in a schema. Entries named by authors are no properties. */
function fields(schema: unknown, found = new Set<string>()): Set<string> {
  if (typeof schema !== 'object' || schema === null) return found
  for (const [key, part] of Object.entries(schema)) {
    if (key === 'properties') for (const name of Object.keys(part as object)) found.add(name)
    fields(part, found)
  }
  return found
}

it('names every field', () => {
  const all = [...fields(jsonSchema())]
  expect(all.length).toBeGreaterThan(60)
  expect(all.filter(name => !words.has(name))).toEqual([])
})

it('names every directive', () => {
  const all = [...inlineDirectives.map(name => `:${name}`), ...blockDirectives.map(name => `::${name}`)]
  expect(all.filter(name => !text.includes(name))).toEqual([])
})
