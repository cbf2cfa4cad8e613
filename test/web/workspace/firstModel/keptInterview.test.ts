import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { answer, beginInterview, type InterviewState } from '../../../../src/interview/interview.js'
import type { CaseDocument } from '../../../../src/model/case.js'
import { keepInterview, takeInterview } from '../../../../src/web/workspace/pages/firstModel/keptInterview.js'

// What this proves: answers are there again after a reload, each case has its own, and neither rubbish under that name nor a browser that
// keeps nothing stands in the way.

const document = {
  case: { title: 'x', start: '2026-03-01 10:00', timezone: 'Asia/Seoul' },
} as unknown as CaseDocument
let kept: Map<string, string>

beforeEach(() => {
  kept = new Map()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
})

const answered = () =>
  answer(beginInterview(document), 'services', { kind: 'names', names: ['Shop'] }) as InterviewState

test('answers come back, for their case only, until they are forgotten', () => {
  keepInterview('one', answered())
  expect(takeInterview('one', document).answers).toEqual(answered().answers)
  expect(takeInterview('two', document).answers).toEqual({})
  keepInterview('one', null)
  expect(takeInterview('one', document).answers).toEqual({})
})

test.each(['{', '3', 'null', '{"answers":3}', '{"answers":{"services":{"kind":"names","names":[1]}}}'])(
  'of %j nothing is taken',
  rubbish => {
    keepInterview('one', answered())
    for (const key of kept.keys()) kept.set(key, rubbish)
    expect(takeInterview('one', document).answers).toEqual({})
  },
)

test('a browser that keeps nothing begins anew', () => {
  vi.stubGlobal('localStorage', {
    getItem: () => {
      throw new Error('forbidden')
    },
    setItem: () => {
      throw new Error('forbidden')
    },
  })
  expect(() => keepInterview('one', answered())).not.toThrow()
  expect(takeInterview('one', document).answers).toEqual({})
})
