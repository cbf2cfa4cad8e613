/** Proves that every name gives a case an id that the API takes and nobody has. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { caseIdOf } from '../../../../src/web/workspace/screens/caseId.js'

/** As `CaseParam` of the API has it. */
const taken = /^[a-z0-9][a-z0-9._-]{0,99}$/

test.each([
  ['The Kakao outage of 2022', 'the-kakao-outage-of-2022'],
  ['카카오 장애 2022', '2022'],
  ['카카오', 'case'],
  ['  --Dots.and_lines--  ', 'dots.and_lines'],
])('%j gives %j', (name, id) => {
  expect(caseIdOf(name, [])).toBe(id)
})

test('what is taken gets a number', () => {
  expect(caseIdOf('case', ['case', 'case-2'])).toBe('case-3')
})

test('whatever the name', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), name => taken.test(caseIdOf(name, []))))
})
