// The JSON Schema that editors use is committed: it must be the one that the model's schemas give.

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { caseSchema } from '../../src/model/schema/document.js'
import { jsonSchema } from '../../src/model/schema/jsonSchema.js'
import { keysAt } from '../../src/model/schema/keys.js'

const written = readFileSync(new URL('../../schema/case.schema.json', import.meta.url), 'utf8')

describe('schema/case.schema.json', () => {
  it('is what the model says (npm run build writes it)', () => {
    expect(written).toBe(`${JSON.stringify(jsonSchema(), null, 2)}\n`)
  })

  it('asks nothing of a single file, since a case may be split', () => {
    expect(jsonSchema()).not.toHaveProperty('required')
  })

  it('describes what a component and an event may say', () => {
    for (const path of [
      ['components', 'x'],
      ['events', 'x'],
    ]) {
      for (const key of keysAt(caseSchema, path)) expect(written).toContain(`"${key}"`)
    }
  })
})
