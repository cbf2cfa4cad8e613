import { expect, test } from 'vitest'
import { parseExpression } from '../../../../src/model/expression/parse.js'
import { readCondition } from '../../../../src/web/workspace/forms/readCondition.js'
import { formWords } from '../../../../src/words/workspace/forms.js'

// What this proves: a condition reads as people would say it, in the titles of the case, in both languages.

const titles: Readonly<Record<string, string>> = { a: 'Alpha', b: 'Beta', c: 'Gamma', hosts: 'Hosts' }
const said = (expression: string, language: 'ko' | 'en') => {
  const parsed = parseExpression(expression)
  if ('problem' in parsed) throw new Error(expression)
  return readCondition(parsed, id => titles[id] ?? id, formWords(language).reads)
}

test.each([
  ['a', 'Alpha', 'Alpha'],
  ['a.full', 'Alpha 온전함', 'Alpha in full'],
  ['a and (b or c)', '모두 (Alpha, 하나라도 (Beta, Gamma))', 'all of (Alpha, any of (Beta, Gamma))'],
  ['2 of (a, b, c)', '2개 이상 (Alpha, Beta, Gamma)', 'at least 2 of (Alpha, Beta, Gamma)'],
  ['hosts >= 60%', 'Hosts 60 % 이상', 'Hosts at least 60 %'],
  ['sum(a, b) >= 1200', 'Alpha + Beta 1,200 이상', 'Alpha + Beta at least 1,200'],
  ['not c', '아님 (Gamma)', 'not (Gamma)'],
])('%s', (expression, ko, en) => {
  expect([said(expression, 'ko'), said(expression, 'en')]).toEqual([ko, en])
})
