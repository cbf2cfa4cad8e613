/** JSON is bounded before it is parsed, one value a line is read too, and no key of it means anything to JavaScript. */
import { describe, expect, it } from 'vitest'
import { importAlertmanager } from '../../src/interop/alertmanager/importAlertmanager.js'
import { importLimits } from '../../src/interop/importLimits.js'
import { readJson } from '../../src/interop/json/readJson.js'
import { importSlack } from '../../src/interop/slack/importSlack.js'
import { inputOf, seoul } from './inputOf.js'

const bytes = (text: string) => new TextEncoder().encode(text)
const codeOf = (text: string) => {
  const reading = readJson(bytes(text), 'a.json')
  return 'note' in reading ? reading.note.code : reading.values.length
}

it('reads one value, or one a line, and says on which line it is none', () => {
  expect(codeOf('{"a": 1}')).toBe(1)
  expect(codeOf('{"a": 1}\n\n{"a": 2}\n')).toBe(2)
  expect(codeOf('')).toBe('empty-file')
  const reading = readJson(bytes('{\n"a": 1,\n}'), 'a.json')
  expect(reading).toMatchObject({ note: { code: 'not-json', path: 'a.json', line: 3 } })
  expect(readJson(Uint8Array.from([0xff, 0x22]), 'a.json')).toMatchObject({ note: { code: 'not-utf8' } })
})

it('refuses 50 MB on one line without parsing them', () => {
  const huge = bytes(`["${'a'.repeat(50_000_000)}"]`)
  expect(readJson(huge, 'a.json')).toMatchObject({
    note: { code: 'json-too-large', values: { limit: importLimits.jsonBytes } },
  })
})

it('refuses values nested deep, but not brackets in a text', () => {
  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
  expect(codeOf(nested(importLimits.jsonNesting))).toBe(1)
  expect(codeOf(nested(importLimits.jsonNesting + 1))).toBe('json-too-deep')
  expect(codeOf(nested(1_000_000))).toBe('json-too-deep')
  expect(codeOf(JSON.stringify(['['.repeat(1000), '\\"[['.repeat(100)]))).toBe(1)
})

describe('keys that JavaScript knows', () => {
  it.each(['__proto__', 'constructor', 'toString'])('%s changes nothing', key => {
    const text = `[{"type":"message","ts":"1665815400.000100","text":"a","${key}":{"text":"polluted","startsAt":"x"}}]`
    const { drafts } = importSlack(inputOf({ 'general/2022-10-15.json': text }), {
      ...seoul,
      roles: { a: 'b' },
    })
    expect(drafts).toHaveLength(1)
    const alert = `{"alerts":[{"status":"firing","labels":{"alertname":"A","${key}":"x"},"annotations":{"${key}":{"a":1}},"startsAt":"2022-10-15T06:30:00Z"}]}`
    expect(importAlertmanager(inputOf({ 'a.json': alert }), seoul).drafts).toHaveLength(1)
    expect(Object.hasOwn(Object.prototype, 'text')).toBe(false)
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })
})
