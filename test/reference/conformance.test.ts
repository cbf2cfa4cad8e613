import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { WrittenSystem } from './document.js'
import { offsetMs } from './duration.js'
import { runDocument } from './engineUnderTest.js'
import { byInstant, type Change } from './history.js'
import { interpret } from './interpreter.js'

// The reference gives every change that a conformance case asks for and no other; so do it and the engine for every
// reading that README.md lists.

const MONTH_MS = 30 * 86_400_000

interface Expectation {
  name: string
  system: WrittenSystem
  expected: Change[]
}

function expectationsIn(folder: URL): Expectation[] {
  const names = readdirSync(folder).filter(name => name.endsWith('.yaml'))
  return names.map(name => {
    const written = parse(readFileSync(new URL(name, folder), 'utf8')) as WrittenSystem & { expect: string[] }
    return { name, system: written, expected: written.expect.map(changeOf) }
  })
}

function changeOf(line: string): Change {
  const [at, component, level] = line.split(' ')
  return { t: offsetMs(at!), component: component!, level: Number(level) }
}

const conformance = expectationsIn(new URL('../conformance/', import.meta.url))
const readings = expectationsIn(new URL('readings/', import.meta.url))

describe('conformance', () => {
  test.each(conformance)('$name', ({ system, expected }) => {
    const outcome = interpret(system, MONTH_MS)
    expect('changes' in outcome ? byInstant(outcome.changes) : outcome).toEqual(byInstant(expected))
  })

  test('has cases', () => {
    expect(conformance.length).toBeGreaterThanOrEqual(50)
  })
})

describe.each([
  { by: 'the reference', run: interpret },
  { by: 'the engine', run: runDocument },
])('readings, $by', ({ run }) => {
  test.each(readings)('$name', ({ system, expected }) => {
    const outcome = run(system, MONTH_MS)
    expect('changes' in outcome ? byInstant(outcome.changes) : outcome).toEqual(byInstant(expected))
  })
})
