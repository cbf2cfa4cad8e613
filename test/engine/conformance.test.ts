import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { parseDuration } from '../../src/model/duration.js'
import { compiled, ran } from './notation.js'

// The engine gives every change that a conformance case asks for, and no other.

const folder = new URL('../conformance/', import.meta.url)
const files = readdirSync(folder).filter(name => name.endsWith('.yaml'))

test.each(files)('%s', name => {
  const written = parse(readFileSync(new URL(name, folder), 'utf8'))
  const made = compiled({ components: written.components, events: written.events })
  const wanted = (written.expect as string[]).map(line => {
    const [, at, rest] = /^\+(\S+) (.*)$/.exec(line)!
    return `${parseDuration(at!)!.medianMs} ${rest}`
  })
  const given = ran(made).changes.map(each => `${each.timeMs} ${made.ids[each.component]} ${each.level}`)
  expect(given.sort()).toEqual(wanted.sort())
})

test('there are cases to hold against it', () => {
  expect(files.length).toBeGreaterThanOrEqual(50)
})
