import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { findingSentence } from '../../src/words/doctor/doctorWords.js'
import { en } from '../../src/words/doctor/en.js'
import { ko } from '../../src/words/doctor/ko.js'

// What this proves: everything that the doctor can find has a sentence in both languages.

const codes = [
  ...readFileSync(new URL('../../src/store/doctor/finding.ts', import.meta.url), 'utf8').matchAll(
    /^ {2}\| '([a-z-]+)'/gm,
  ),
].map(match => match[1]!)

test('every code of a finding is said', () => {
  expect(codes.length).toBeGreaterThan(10)
  expect(Object.keys(ko.findings).sort()).toEqual([...codes].sort())
  expect(Object.keys(en.findings).sort()).toEqual([...codes].sort())
})

test('a sentence begins with the case that is meant', () => {
  const finding = { code: 'blob-missing', case: 'shop', values: { path: 'a.yaml', revision: 3 } }
  expect(findingSentence(finding, 'en')).toBe('shop: the bytes of a.yaml in revision 3 are missing.')
  expect(findingSentence(finding, 'ko')).toBe('shop: 3판의 a.yaml 내용이 없습니다.')
})
