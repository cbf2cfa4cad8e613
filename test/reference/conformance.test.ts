import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import type { WrittenSystem } from './document.js'
import { offsetMs } from './duration.js'
import { byInstant } from './history.js'
import { type Change, interpret } from './interpreter.js'

// The reference interpreter gives every change that a conformance case asks for, and no other.

const folder = new URL('../conformance/', import.meta.url)
const files = readdirSync(folder).filter(name => name.endsWith('.yaml'))

test.each(files)('%s', name => {
  const written = parse(readFileSync(new URL(name, folder), 'utf8')) as WrittenSystem & { expect: string[] }
  const expected = written.expect.map((line): Change => {
    const [at, component, level] = line.split(' ')
    return { t: offsetMs(at!), component: component!, level: Number(level) }
  })
  const outcome = interpret(written)
  expect('changes' in outcome ? byInstant(outcome.changes) : outcome).toEqual(byInstant(expected))
})

test('there are cases to hold against it', () => {
  expect(files.length).toBeGreaterThanOrEqual(50)
})
