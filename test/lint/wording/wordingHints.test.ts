import { expect, test } from 'vitest'
import { wordingHints } from '../../../src/lint/wording/wordingHints.js'

// What this proves: sentences that make a person the cause get a hint of their class; the same words about a component, quoted, or
// with a measure beside them, do not.

const classes = (text: string, language: 'ko' | 'en') => wordingHints(text, language).map(({ of }) => of)

test.each([
  ['The outage was caused by human error.', 'person-as-cause'],
  ['An operator failed to notice the alarm.', 'failed-to'],
  ['The engineers should have tested the restore.', 'should-have'],
  ['Redundancy was insufficient.', 'no-measure'],
  ['Obviously the switch was off.', 'hindsight'],
  ['All engineers were reminded; we will retrain the staff.', 'weak-remedy'],
  ['Who deployed this?', 'whodunit'],
])('%s', (text, of) => {
  expect(classes(text, 'en')).toContain(of)
})

test.each([
  ['담당자의 실수로 스위치가 내려갔다.', 'person-as-cause'],
  ['운영자가 경보를 확인하지 않았다.', 'failed-to'],
  ['책임자는 미리 훈련했어야 한다.', 'should-have'],
  ['이중화가 미흡했다.', 'no-measure'],
  ['안일한 대응이었다.', 'attitude'],
  ['전 직원에게 재교육을 한다.', 'weak-remedy'],
  ['누가 배포했는지 묻는다.', 'whodunit'],
])('%s', (text, of) => {
  expect(classes(text, 'ko')).toContain(of)
})

test.each([
  ['The node failed to start after the power came back.', 'en'],
  ['This alarm should have reached the second site.', 'en'],
  ['The ministry wrote: “human error”.', 'en'],
  ['Spare capacity was insufficient: 12 of 40 units.', 'en'],
  ['`failed to notice` is a log line.', 'en'],
  ['노드가 뜨지 않았다.', 'ko'],
  ['이중화가 미흡했다. 30 %는 판교 안에만 있었다.'.split('. ')[1]!, 'ko'],
  ['발표문은 “담당자의 실수”라고 적었다.', 'ko'],
  ['전원이 30 % 부족했다.', 'ko'],
] as const)('left alone: %s', (text, language) => {
  expect(classes(text, language)).toEqual([])
})

test('offsets point at the words meant', () => {
  const text = 'First.\n\n> human error\n\nThen human error again.'
  expect(wordingHints(text, 'en').map(({ from, to }) => text.slice(from, to))).toEqual(['human error'])
})

test('a long hostile text takes time in proportion to its length', () => {
  const time = (length: number) => {
    const begun = performance.now()
    wordingHints('"'.repeat(length) + '['.repeat(length) + 'they should '.repeat(length / 10), 'en')
    return performance.now() - begun
  }
  time(1000)
  expect(time(100_000)).toBeLessThan(Math.max(time(10_000), 5) * 60)
})

test('code of several lines is left alone to its end', () => {
  expect(classes('```\nhuman error\nobviously\n```\nObviously so.', 'en')).toEqual(['hindsight'])
})
