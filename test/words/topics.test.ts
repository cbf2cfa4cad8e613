import { expect, test } from 'vitest'
import { drillWords } from '../../src/words/drill/drillWords.js'
import { fidelityWords } from '../../src/words/fidelity/fidelityWords.js'
import { pathWords, type SaidStep } from '../../src/words/paths/pathWords.js'
import { type SaidReason, whyWords } from '../../src/words/why/whyWords.js'

const MINUTE = 60_000

test('The fidelity line stands as it is, bad or good', () => {
  const tests = { agree: 4, total: 7, contradicted: 1 }
  const line = { tests, medianErrorMs: 190 * MINUTE }
  expect(fidelityWords('en').line(line)).toBe(
    'The model reproduces 4 of 7 facts it was not fitted to. Median error 3 h 10 min. One fact contradicts it.',
  )
  expect(fidelityWords('en').short(line)).toBe('4 of 7 facts it was not fitted to; median error 3 h 10 min')
  expect(fidelityWords('ko').line(line)).toBe(
    '모델은 맞추지 않은 사실 7개 가운데 4개를 재현한다. 중앙 오차 3시간 10분. 사실 1개와는 어긋난다.',
  )
})

test('A model that nothing tests says so', () => {
  const none = { tests: { agree: 0, total: 0, contradicted: 0 }, medianErrorMs: null }
  expect(fidelityWords('en').line(none)).toMatch(/^No fact tests this model/)
  expect(fidelityWords('ko').line(none)).toMatch(/^이 모델을 시험하는 사실이 없다/)
})

test('An error names who is later', () => {
  const [ko, en] = [fidelityWords('ko'), fidelityWords('en')]
  expect([null, 0, 6 * MINUTE, -6 * MINUTE].map(en.error)).toEqual([
    'no such transition in the model',
    'no difference',
    'model 6 min later',
    'model 6 min earlier',
  ])
  expect([6 * MINUTE, -6 * MINUTE].map(ko.error)).toEqual(['모델이 6분 늦음', '모델이 6분 이름'])
})

const reason = (more: Partial<SaidReason>): SaidReason => ({
  component: '서버',
  reason: 'recovering',
  level: 0,
  count: 1,
  since: '15:27',
  event: null,
  work: null,
  crew: null,
  again: false,
  ...more,
})

test('A team enters a reason only as capacity', () => {
  const waits = reason({
    work: { kind: 'recovery', state: 'waiting' },
    crew: { team: 'infra', available: 4, needed: 10 },
  })
  expect(whyWords('en').line(waits)).toBe(
    '서버: down since 15:27. Its recovery waits for crew of infra: 4 were available, 10 were needed.',
  )
  expect(whyWords('ko').line(waits)).toBe(
    '서버는 15:27부터 멈춰 있다. 복구가 infra의 빈자리를 기다린다: 4개가 있었고 10개가 필요했다.',
  )
})

test('Every reason and every step has words in both languages, none the same as another', () => {
  const reasons = ['up', 'event', 'initial', 'unhoused', 'needs', 'holdup-spent', 'waiting-by-hand'] as const
  const more = ['broken', 'cut', 'recovering', 'waits-for-when'] as const
  const steps = ['event', 'repair', 'recovery', 'crew', 'pause', 'hold', 'open'] as const
  for (const language of ['ko', 'en'] as const) {
    const lines = [...reasons, ...more].map(name =>
      whyWords(language).line(reason({ reason: name, event: 'x' })),
    )
    expect(new Set(lines).size).toBe(lines.length)
    const said = steps.map(kind => {
      const step: SaidStep = { kind, component: 'c', event: 'e', team: 't', units: 3 }
      return pathWords(language).step(step)
    })
    expect(new Set(said).size).toBe(said.length)
  }
})

test('A drill is one sentence: what falls, and how it could come back', () => {
  const drill = { lost: ['판교'], byItself: 1, byHand: 2, notAtAll: 0, impaired: 1, untouched: 3 }
  expect(drillWords('ko').sentence(drill)).toBe(
    '이 모델에서 판교를 잃으면 서비스 3개가 멈춘다: 저절로 돌아오는 것 1개, 손이 있어야 돌아오는 것 2개. 서비스 1개는 일부만 동작한다. 3개는 그대로다.',
  )
  expect(drillWords('en').sentence({ ...drill, lost: ['Pangyo'] })).toBe(
    'In this model, without Pangyo, 3 services fall: 1 comes back by itself, 2 only by hand. 1 is impaired. 3 are untouched.',
  )
  const calm = { lost: ['Pangyo'], byItself: 0, byHand: 0, notAtAll: 0, impaired: 0, untouched: 3 }
  expect(drillWords('en').sentence(calm)).toBe('In this model, without Pangyo, no service falls.')
})
