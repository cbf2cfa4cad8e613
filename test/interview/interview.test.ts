// A first model is asked out: whatever is answered, in either language and in any order, gives a case that loads and
// runs without errors, whose first service goes down as the trigger says, and on which an if can be answered.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fidelity } from '../../src/assess/fidelity.js'
import { outcomeIn } from '../../src/assess/outcome.js'
import { judge } from '../../src/assess/verdict.js'
import { draftSystem } from '../../src/interview/draftSystem.js'
import {
  type Answer,
  answer,
  beginInterview,
  resumeInterview,
  withdraw,
} from '../../src/interview/interview.js'
import { nextQuestion, questionBefore, questionIds, questionsOf } from '../../src/interview/questionPlan.js'
import { sayQuestion } from '../../src/interview/sayQuestion.js'
import {
  choice,
  documentOf,
  drafted,
  duration,
  interviewed,
  names,
  notKnown,
  people,
  place,
  smallCase,
  time,
} from './notation.js'

const MINUTE_MS = 60_000

describe('a power loss in one building, in Korean', () => {
  const files = smallCase([
    'out: { at: 2025-03-08 09:12, text: 본관의 전기가 끊겼다, phase: trigger }',
    'down: { at: 2025-03-08 09:35 ± 5m, text: 예약이 되지 않는다, changes: { 예약: down } }',
    'search-down: { at: by 2025-03-08 09:40, text: 검색이 되지 않는다, changes: { 검색: down } }',
    'back: { at: 2025-03-08 12:20, text: 예약이 돌아왔다, changes: { 예약: up } }',
    'search-back: { at: 2025-03-08 12:45, text: 검색이 돌아왔다, changes: { 검색: up } }',
  ])
  const answers = {
    services: names('예약', '검색'),
    trigger: choice('power'),
    'trigger-at': time('오전 9시 12분'),
    needs: names('웹 서버', '회원 데이터베이스'),
    place: place('본관'),
    beside: names('검색', '관제'),
    tools: names('전환 도구'),
    'tools-place': place('본관'),
    people: people('전산 운영', 2),
    takes: duration('40분'),
    second: place('별관'),
    'supply-back': time('11:40'),
  }
  const state = interviewed(files, answers)
  const { draft, written, errors, warnings, session } = drafted(files, state, 'ko')

  it('gives a case without errors, of about ten components, and says what is open', () => {
    expect(errors).toEqual([])
    expect(warnings.map(({ code }) => code)).toEqual([])
    expect(Object.keys(draft.components).length).toBeGreaterThanOrEqual(8)
    expect(Object.keys(draft.components).length).toBeLessThanOrEqual(14)
    expect(written.created).toEqual(['ifs.yaml', 'scenario.yaml', 'system.yaml'])
    expect(String(written.files.find(({ path }) => path === 'system.yaml')?.text)).toMatch(
      /^# 몇 가지 질문[\s\S]*\n# - 검색은 무엇이 있어야 돌아가나\?/,
    )
  })

  it('carries the service over the loss as long as the record says, and holds that fact as fitted', () => {
    const outcome = outcomeIn(session!.with([]), '예약')!
    expect(outcome.down[0]?.fromMs).toBe(23 * MINUTE_MS)
    expect(draft.components['본관.power']?.basis).toEqual({ holdup: { assumed: true, knowing: ['down'] } })
  })

  it('holds what was known in asking as fitted, and leaves the rest as tests', () => {
    const kinds = fidelity(session!).byFact.map(({ id, kind }) => `${id} ${kind}`)
    expect(kinds).toEqual(['down fitted', 'search-down bound', 'back fitted', 'search-back test'])
  })

  it('offers what was named before', () => {
    const offered = (id: string) => questionsOf(state).find(question => question.id === id)?.options
    expect(offered('tools-place')?.map(({ value }) => value)).toEqual(['본관'])
    expect(offered('beside')?.map(({ value }) => value)).toEqual(['검색'])
    expect(offered('second')).toEqual([])
  })

  it('answers the if: a tool that stands elsewhere brings the second one up before power is back', () => {
    const [verdict] = judge(session!, ['tools-elsewhere']).verdicts
    expect(verdict?.component).toBe('예약')
    expect(verdict?.kind).toBe('shortened')
    const before = outcomeIn(session!.with([]), '예약')!
    expect(before.down[0]!.toMs).toBeGreaterThan((2 * 60 + 28) * MINUTE_MS)
    const after = outcomeIn(session!.with(['tools-elsewhere']), '예약')!
    expect(after.down[0]!.toMs).toBeLessThan((2 * 60 + 28) * MINUTE_MS)
    expect(judge(session!, ['own-power']).verdicts[0]?.kind).toBe('prevented')
  })
})

describe('a release that stops a database, in English', () => {
  const files = smallCase([
    'alarm: { at: 2025-03-08 09:20, text: Checkout is failing for everyone, phase: detection }',
  ])
  const state = interviewed(files, {
    services: names('Checkout'),
    trigger: choice('change'),
    'trigger-at': time('9:15 am'),
    needs: names('Web servers', 'Orders database'),
    part: choice('Orders database'),
    place: place('eu-west'),
    tools: names('Deploy tool', 'Backups'),
    'tools-place': place('eu-west'),
    people: people('Platform', 3),
    takes: duration('30 to 90 min'),
    second: place(null),
    'supply-back': time('+50m'),
  })
  const { draft, errors, session } = drafted(files, state)

  it('begins at the release, and the service is back after the change was taken back', () => {
    expect(errors).toEqual([])
    const outcome = outcomeIn(session!.with([]), draft.service)!
    expect(outcome.down[0]?.fromMs).toBe(3 * MINUTE_MS)
    expect(outcome.down[0]?.toMs).toBe(Math.round((50 + Math.sqrt(30 * 90)) * MINUTE_MS))
    expect(outcome.backWithinHorizon).toBe(true)
    expect(draft.events.trigger?.cut).toEqual(['orders-database'])
  })

  it('answers the ifs: tried on one part first it does not happen, a second one shortens it', () => {
    const kinds = (id: string) => judge(session!, [id]).verdicts.map(({ kind }) => kind)
    expect(kinds('tried-on-one-part')).toEqual(['prevented'])
    expect(kinds('second-elsewhere')).toEqual(['shortened'])
  })

  it('finds the service in the text of a fact and offers it', () => {
    const [first] = questionsOf(beginInterview(documentOf(files)))
    expect(sayQuestion(first!, 'en').options).toEqual([{ value: 'Checkout', label: 'Checkout' }])
  })
})

describe('nothing is known', () => {
  it('gives a case that runs, whose service goes down at the start, and asks everything', () => {
    const files = smallCase([])
    let state = beginInterview(documentOf(files))
    let asked = 0
    for (let question = nextQuestion(state); question !== null; question = nextQuestion(state)) {
      const next = answer(state, question.id, notKnown)
      if ('refused' in next) throw new Error(next.refused)
      state = next
      asked++
    }
    expect(asked).toBeLessThanOrEqual(12)
    const { draft, errors, session } = drafted(files, state)
    expect(errors).toEqual([])
    expect(outcomeIn(session!.with([]), draft.service)?.down[0]?.fromMs).toBe(0)
    const open = draft.open.map(({ code }) => code)
    expect(open).toEqual(questionIds.filter(id => id !== 'part' && id !== 'tools-place'))
    for (const { text } of draft.open) expect(text.en).toMatch(/\?/)
  })
})

describe('what the case has already', () => {
  it('keeps components and entries as they are, and adds to one that was only named', () => {
    const files = smallCase(
      ['down: { at: +5m, text: Mail is down, changes: { mail: down } }'],
      'components:\n  mail: { kind: service, title: Mail, users: 900 }   # as of March\n  store: { kind: store, holdup: 2m }\n',
    )
    const state = interviewed(files, {
      services: names('Mail'),
      needs: names('store'),
      trigger: choice('other'),
    })
    const { draft, written, errors, session } = drafted(files, state)
    expect(errors).toEqual([])
    const text = String(written.files.find(({ path }) => path === 'case.yaml')?.text)
    expect(text).toContain('# as of March')
    expect(text).toContain('store: { kind: store, holdup: 2m }')
    expect(session!.document.components?.mail).toEqual({
      kind: 'service',
      title: 'Mail',
      users: 900,
      needs: 'mail@place',
    })
    expect(draft.open.map(({ code }) => code)).toContain('kept')
  })

  it('gives a name in a fact that no component can have an id, and changes it in the fact', () => {
    const files = smallCase(['down: { at: +5m, text: Down, changes: { "the booking page": down } }'])
    const { errors, session, draft } = drafted(files, beginInterview(documentOf(files)))
    expect(errors).toEqual([])
    expect(session!.document.facts?.down?.changes).toEqual({ 'the-booking-page': 'down' })
    expect(draft.service).toBe('the-booking-page')
  })
})

describe('answers', () => {
  const state = beginInterview(documentOf(smallCase([])))

  it.each([
    ['services', names(' ', ''), 'empty'],
    ['services', names(...'abcdefghi'), 'too-many'],
    ['services', names('x'.repeat(81)), 'too-long'],
    ['trigger', choice('sabotage'), 'unknown-choice'],
    ['trigger', names('power'), 'wrong-kind'],
    ['trigger-at', time('25:00'), 'bad-time'],
    ['takes', duration('a while'), 'bad-duration'],
    ['people', people('Operations', 0), 'bad-count'],
    ['place', place(null), 'empty'],
    ['part', choice('x'), 'not-asked'],
  ] as const)('%s is refused with a reason', (question, value, refused) => {
    expect(answer(state, question, value as Answer)).toEqual({ refused })
  })

  it('can be taken back, and going back leads to the question before', () => {
    const said = interviewed(smallCase([]), { services: names('A'), trigger: choice('change') })
    expect(nextQuestion(said)?.id).toBe('trigger-at')
    expect(questionBefore(said, 'trigger-at')?.id).toBe('trigger')
    expect(nextQuestion(withdraw(said, 'services'))?.id).toBe('services')
  })

  it('survive being written down and read again', () => {
    const said = interviewed(smallCase([]), { services: names('A', 'B'), second: place('East') })
    const read = JSON.parse(JSON.stringify(said))
    expect(read).toEqual(said)
    expect(draftSystem(read)).toEqual(draftSystem(said))
  })

  it('are taken up again over the case as it is now; what is no answer is left out', () => {
    const said = interviewed(smallCase([]), {
      services: names('A'),
      trigger: choice('change'),
      second: place(null),
    })
    const now = documentOf(smallCase(['d: { at: +9m, text: Down, changes: { A: down } }']))
    const again = resumeInterview(now, JSON.parse(JSON.stringify(said.answers)))
    expect(again.answers).toEqual(said.answers)
    expect(again.ground.falls.length).toBe(1)
    const odd = {
      services: { kind: 'names', names: [3] },
      trigger: { kind: 'choice', choice: 'sabotage' },
      place: 'West',
      people: { kind: 'people', team: 'Ops', count: 1.5 },
      takes: { kind: 'duration', text: '1h', more: 1 },
      other: { kind: 'skipped' },
    }
    expect(resumeInterview(now, odd).answers).toEqual({ takes: { kind: 'duration', text: '1h' } })
    for (const nothing of [null, undefined, 'x', []]) {
      expect(resumeInterview(now, nothing)).toEqual(beginInterview(now))
    }
  })

  it.each(['40m', '40 min', '40분', '약 40분', '40분쯤'])('reads %s as forty minutes', text => {
    const { draft } = drafted(smallCase([]), interviewed(smallCase([]), { takes: duration(text) }))
    expect(draft.quantities.restart?.value).toBe('40m')
  })

  it.each([
    ['2시간 30분', '2h30m'],
    ['2시간 반', '2h30m'],
    ['2~4시간', '2h..4h'],
    ['2 to 4 hours', '2h..4h'],
    ['90 min', '1h30m'],
    ['1d', '1d'],
  ])('reads %s as %s', (text, written) => {
    const { draft } = drafted(smallCase([]), interviewed(smallCase([]), { takes: duration(text) }))
    expect(draft.quantities.restart?.value).toBe(written)
  })

  it.each([
    ['09:30', 18],
    ['오전 9시 30분', 18],
    ['9시 반', 18],
    ['3월 8일 오후 3시', 348],
    ['밤 11시', 828],
    ['3:00 pm', 348],
    ['+18m', 18],
    ['2025-03-08 09:30 +09:00', 18],
  ])('reads the time %s', (text, minutes) => {
    const said = interviewed(smallCase([]), { services: names('A'), 'trigger-at': time(text) })
    const { session, draft } = drafted(smallCase([]), said)
    expect(outcomeIn(session!.with([]), draft.service)?.down[0]?.fromMs).toBe(minutes * MINUTE_MS)
  })
})

describe('any answers in any order', () => {
  const word = fc.constantFrom(
    ...[
      '예약',
      'Mail',
      'db',
      'and',
      '회원 데이터베이스',
      '본관',
      'place',
      'power',
      'operators',
      '5G망',
      'x.full',
    ],
    ...['trigger', 'not', '…', 'service', 'a@b', 'mail@place', '__proto__', "it's: [odd]", 'web', 'grid'],
  )
  const given: fc.Arbitrary<Answer> = fc.oneof(
    fc.record({ kind: fc.constant('names' as const), names: fc.array(word, { maxLength: 5 }) }),
    fc.record({
      kind: fc.constant('choice' as const),
      choice: fc.oneof(fc.constantFrom('power', 'place', 'network', 'change', 'part', 'load', 'other'), word),
    }),
    fc.record({
      kind: fc.constant('time' as const),
      text: fc.constantFrom('09:00', '09:30', '11:40', '+2d', '-1h'),
    }),
    fc.record({ kind: fc.constant('duration' as const), text: fc.constantFrom('40분', '1~2 h', '3d', '1s') }),
    fc.record({ kind: fc.constant('place' as const), name: fc.option(word) }),
    fc.record({
      kind: fc.constant('people' as const),
      team: word,
      count: fc.option(fc.integer({ min: 1, max: 9 })),
    }),
    fc.constant(notKnown),
  )
  const grounds = [
    smallCase([]),
    smallCase([
      'a: { at: 09:0, text: x }'.replace('09:0', '+0m'),
      'b: { at: +20m, text: 예약 장애, changes: { 예약: down, web: 40%, "the page": down } }',
      'c: { at: +3h, text: back, changes: { 예약: up, web: at least 300 } }',
    ]),
    smallCase(
      ['b: { at: +20m, text: Mail is down, changes: { mail: down } }'],
      [
        'quantities: { restart: { value: 5m, basis: assumed } }',
        'components:',
        '  mail: { kind: service, title: Mail }',
        '  web: { kind: hosts, count: 40, in: 본관, needs: grid }',
        '  본관: { kind: site, in: campus }',
        '  campus: { kind: site, needs: web >= 1, recovery: { takes: restart } }',
        '  grid: { kind: utility }',
        '  db: { kind: database, in: 본관, initial: absent }',
        '  operators: { kind: team, count: 3 }',
        'events: { trigger: { at: +1m, cut: [grid] } }',
        'ifs: { own-power: { title: x, components: { db: { initial: up } } } }',
        '',
      ].join('\n'),
    ),
  ]
  it('give a case without errors', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...grounds),
        fc.array(fc.tuple(fc.constantFrom(...questionIds), given), { maxLength: 24 }),
        (files, answers) => {
          let state = beginInterview(documentOf(files))
          for (const [question, value] of answers) {
            const next = answer(state, question, value)
            if (!('refused' in next)) state = next
          }
          expect(questionsOf(state).length).toBeLessThanOrEqual(12)
          const { errors, session, draft } = drafted(files, state)
          expect(errors).toEqual([])
          if (files !== grounds[2]) {
            const { run, scenario } = session!.with([])
            const begun = scenario.scenario.events.find((_, place) => scenario.eventIds[place] === 'trigger')
            const held = Object.values(draft.components).flatMap(({ holdup }) => holdup ?? [])
            const outcome = outcomeIn(session!.with([]), draft.service)
            const carriedMs = (outcome?.down[0]?.fromMs ?? Number.NaN) - (begun?.timeMs ?? 0)
            expect(run.changes.length).toBeGreaterThan(0)
            if (held.length === 0) expect(carriedMs).toBe(0)
            else expect(carriedMs).toBeGreaterThan(0)
          }
          for (const id of Object.keys(draft.ifs)) {
            expect(session!.with([id]).failed, id).toBe(false)
          }
        },
      ),
      { numRuns: 200 },
    )
  })
})
