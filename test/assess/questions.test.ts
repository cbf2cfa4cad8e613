import { expect, test } from 'vitest'
import type { Question } from '../../src/assess/assessment.js'
import { fidelity } from '../../src/assess/fidelity.js'
import { questions } from '../../src/assess/questions.js'
import { questionWords } from '../../src/words/questions/questionWords.js'
import { openTimes } from '../../src/words/times.js'
import { ms, open } from './notation.js'

const ask = (yaml: string) => {
  const session = open(yaml)
  return questions(session, fidelity(session))
}

const said = (question: Question | undefined, language: 'ko' | 'en') => {
  if (question === undefined) throw new Error('No question')
  const times = openTimes(Date.UTC(2022, 9, 15, 6), 'Asia/Seoul', language)
  return questionWords(language).ask(question, {
    component: id => id,
    event: id => id,
    fact: id => id,
    span: times.span,
  })
}

test('A later fall in the model asks for another need, within the span between record and model', () => {
  const [first] = ask(`
components:
  feed: { kind: feed }
  talk: { kind: service, needs: feed, holdup: 33m }
events:
  off: { at: +0m, cut: [feed] }
facts:
  fell: { at: +6m, text: Fell, changes: { talk: down } }
`)
  expect(first).toMatchObject({
    kind: 'contradicted',
    components: ['talk'],
    facts: ['fell'],
    fromMs: ms('6m'),
    toMs: ms('33m'),
    values: { record: 'down', model: 'up', asks: 'other-need' },
  })
  expect(said(first, 'en')).toBe(
    '15 Oct 15:06–15:33: the record has talk down, the model up. What else does it need?',
  )
  expect(said(first, 'ko')).toBe(
    '10월 15일 15:06–15:33: 기록에서 talk은 멈춤, 모델에서는 정상. 그 밖에 무엇이 있어야 하나?',
  )
})

const service = (recovery: string, facts: string, feedBack = '+5h') =>
  `
components:
  feed: { kind: feed }
  app: { kind: service, needs: feed, recovery: { takes: ${recovery}, basis: assumed } }
events:
  off: { at: +1h, cut: [feed] }
  on: { at: ${feedBack}, release: [feed] }
facts:
${facts}`.replace(', basis: assumed', '')

// What each kind of disagreement asks: who has it down when, and whether at the fall or at the return.
test.each([
  ['{ at: +20h, text: Back, changes: { app: up } }', 'waited-for', 'down', 'up'],
  ['{ at: +2h, text: Back, changes: { app: up } }', 'other-way', 'up', 'down'],
  ['{ at: +4h, text: Fell, changes: { app: down } }', 'carried-by', 'up', 'down'],
  ['{ at: +8h, text: Still down, shows: { app: down } }', 'waited-for', 'down', 'up'],
  ['{ at: +4h, text: Up, shows: { app: up } }', 'other-way', 'up', 'down'],
  ['{ at: +2h, text: Part, changes: { app: impaired } }', 'other-way', 'impaired', 'down'],
])('The fact %s asks %s: record %s, model %s', (fact, asks, record, model) => {
  const found = ask(service('1h', `  fact: ${fact}`)).find(({ facts }) => facts.includes('fact'))
  expect(found?.values).toMatchObject({ asks, record, model })
})

// The model reaches 50 hosts at +3h on the way up, after it lost them all at +1h.
test.each([
  ['+2h', 'other-way', '50', '0'],
  ['+20h', 'waited-for', '0', '100'],
])('A count of hosts at %s asks %s: record %s, model %s', (at, asks, record, model) => {
  const found = ask(`
components:
  feed: { kind: feed }
  hosts: { kind: hosts, count: 100, needs: feed, recovery: { takes: 1h, batch: 50 } }
  app: { kind: service, needs: hosts >= 1 }
events:
  off: { at: +1h, cut: [feed] }
  on: { at: +2h, release: [feed] }
facts:
  fell: { at: +1h, text: Fell, changes: { hosts: down } }
  half: { at: ${at}, text: Half, changes: { hosts: 50 } }
`).find(({ facts }) => facts.includes('half'))
  expect(found?.values).toMatchObject({ asks, record, model })
})

test('One disagreement of many components is one question', () => {
  const found = ask(`
components:
  feed: { kind: feed }
  a: { kind: service, needs: feed }
  b: { kind: service, needs: feed }
  c: { kind: service, needs: feed }
events:
  off: { at: +0m, cut: [feed] }
  on: { at: +1h, release: [feed] }
facts:
  fell: { at: +0m, text: Fell, changes: { a: down, b: down, c: down } }
  back: { at: +9h, text: Back, changes: { a: up, b: up, c: up } }
`).filter(({ kind }) => kind === 'contradicted')
  expect(found.map(({ components }) => components)).toEqual([['a', 'b', 'c']])
})

test('Services that never return are asked about together, with what they wait for', () => {
  const found = ask(`
components:
  a: { kind: site }
  store: { kind: store, in: a }
  one: { kind: service, needs: store }
  two: { kind: service, needs: store }
events:
  fire: { at: +0m, destroy: [store] }
`).filter(({ kind }) => kind === 'never-back')
  expect(found).toHaveLength(1)
  expect(found[0]).toMatchObject({ components: ['one', 'two'], values: { waits: 'store', reason: 'broken' } })
  expect(said(found[0], 'en')).toBe(
    'one, two are not back when the model’s time ends. In the model, store is broken and not mended. What brought them back?',
  )
})

test('Hours without a fact are asked about, minutes are not', () => {
  const found = ask(`
components:
  app: { kind: service, recovery: { takes: 20h } }
events:
  off: { at: +0m, fail: [app] }
facts:
  fell: { at: +0m, text: Fell, changes: { app: down } }
  news: { at: +30m, text: News }
  more: { at: +10h, text: More news }
  back: { at: +20h, text: Back, changes: { app: up } }
`).filter(({ kind }) => kind === 'silence')
  expect(found.map(({ fromMs, toMs, components }) => [fromMs, toMs, components])).toEqual([
    [ms('10h'), ms('20h'), ['app']],
    [ms('30m'), ms('10h'), ['app']],
  ])
})

test('Quantities without a basis: those behind services one by one, the others together', () => {
  const found = ask(`
components:
  feed: { kind: feed }
  spare: { kind: ups, holdup: 5m }
  other: { kind: ups, holdup: 5m }
  known: { kind: tool, recovery: { takes: 5m }, basis: { recovery.takes: assumed } }
  app: { kind: service, needs: feed, recovery: { takes: 2h } }
events:
  off: { at: +0m, cut: [feed] }
  on: { at: +1h, release: [feed] }
`).filter(({ kind }) => kind === 'no-basis')
  expect(found.map(({ components, values }) => [components, values.count, values.services])).toEqual([
    [['app'], 1, 1],
    [['spare', 'other'], 2, 0],
  ])
})

test('Rival claims are one question, however many dispute each other', () => {
  const found = ask(`
components:
  app: { kind: service }
facts:
  one: { at: +1h, text: One, claimed-by: a, disputes: two }
  two: { at: +2h, text: Two, claimed-by: b }
  three: { at: +3h, text: Three, claimed-by: a, disputes: [two] }
`).filter(({ kind }) => kind === 'rival-claims')
  expect(found).toHaveLength(1)
  expect(found[0]).toMatchObject({
    facts: ['one', 'two', 'three'],
    fromMs: ms('1h'),
    toMs: ms('3h'),
    values: { claimantsKo: 'a, b', claimantsEn: 'a, b' },
  })
})

test('A model that agrees with a whole record is asked nothing', () => {
  const found = ask(`
components:
  feed: { kind: feed }
  app: { kind: service, needs: feed, recovery: { takes: 1h }, basis: { recovery.takes: assumed } }
events:
  off: { at: +0m, cut: [feed] }
  on: { at: +30m, release: [feed] }
facts:
  fell: { at: +0m, text: Fell, changes: { app: down } }
  back: { at: +1h30m, text: Back, changes: { app: up } }
`)
  expect(found).toEqual([])
})
