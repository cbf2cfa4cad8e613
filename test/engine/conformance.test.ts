import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { loadCase } from '../../src/files/loadCase.js'
import { parseDuration } from '../../src/model/duration.js'
import { ran } from './notation.js'

// Every change that a conformance case asks for follows, and no other: from the text of a case, as the product reads it.

const folder = new URL('../conformance/', import.meta.url)
const files = readdirSync(folder).filter(name => name.endsWith('.yaml'))
const head = { title: 'A case', timezone: 'UTC', start: '2022-10-15 00:00', horizon: '30d' }

test.each(files)('%s', name => {
  const { components, events, expect: lines } = parse(readFileSync(new URL(name, folder), 'utf8'))
  const text = stringify({ case: head, components, events })
  const { compiled, problems } = loadCase('conformance', [{ path: 'case.yaml', text }])
  expect(problems.filter(problem => problem.severity === 'error')).toEqual([])
  const wanted = (lines as string[]).map(line => {
    const [, at, rest] = /^\+(\S+) (.*)$/.exec(line)!
    return `${parseDuration(at!)!.medianMs} ${rest}`
  })
  const { ids } = compiled!
  const given = ran(compiled!).changes.map(each => `${each.timeMs} ${ids[each.component]} ${each.level}`)
  expect(given.sort()).toEqual(wanted.sort())
})

test('there are cases to hold against it', () => {
  expect(files.length).toBeGreaterThanOrEqual(50)
})
