import { expect, test } from 'vitest'
import { type SaidVerdict, verdictWords } from '../../src/words/verdicts/verdictWords.js'

const HOUR = 3_600_000

const verdict = (kind: SaidVerdict['kind'], more: Partial<SaidVerdict> = {}): SaidVerdict => {
  const deltaMs = more.deltaMs ?? -9.5 * HOUR
  return {
    kind,
    deltaMs,
    laterMs: 0,
    impairedDeltaMs: 0,
    atLeast: false,
    structural: {
      goesDown: true,
      comesBack: 'by-hand',
      unchanged: true,
      together: false,
      tried: 0,
      untried: 0,
    },
    timed: { deltaMs, lowMs: deltaMs, highMs: deltaMs },
    ...more,
  }
}

const TITLES = {
  ko: ['운영·관리 도구가 두 데이터센터에 있었더라면', '글 메시지'],
  en: ['Had the operation tools stood in two data centres', 'Text'],
} as const

// Each verdict as a cell and as a sentence, in both languages; the subject is a condition or a component.
test.each<[SaidVerdict, string, string, string, string]>([
  [
    verdict('prevented'),
    '멈추지 않음',
    '이 모델에서, 운영·관리 도구가 두 데이터센터에 있었더라면 글 메시지는 멈추지 않는다.',
    'not down',
    'In this model, had the operation tools stood in two data centres, there is no outage of Text.',
  ],
  [
    verdict('shortened', { atLeast: true }),
    '적어도 −9시간 30분',
    '이 모델에서, 운영·관리 도구가 두 데이터센터에 있었더라면 글 메시지는 적어도 9시간 30분 덜 멈춘다.',
    'at least −9 h 30 min',
    'In this model, had the operation tools stood in two data centres, the outage of Text is at least 9 h 30 min shorter.',
  ],
  [
    verdict('worse', { deltaMs: HOUR }),
    '+1시간',
    '이 모델에서, 운영·관리 도구가 두 데이터센터에 있었더라면 글 메시지는 1시간 더 멈춘다.',
    '+1 h',
    'In this model, had the operation tools stood in two data centres, the outage of Text is 1 h longer.',
  ],
  [
    verdict('later', { deltaMs: 0, laterMs: HOUR }),
    '1시간 늦게 시작',
    '이 모델에서, 운영·관리 도구가 두 데이터센터에 있었더라면 글 메시지는 1시간 늦게 멈추고, 멈춘 시간은 같다.',
    'begins 1 h later',
    'In this model, had the operation tools stood in two data centres, the outage of Text begins 1 h later and lasts as long as before.',
  ],
  [
    verdict('no-effect', { deltaMs: 0 }),
    '변화 없음',
    '이 모델에서, 운영·관리 도구가 두 데이터센터에 있었더라면 글 메시지는 달라지지 않는다.',
    'no effect',
    'In this model, had the operation tools stood in two data centres, nothing changes for Text.',
  ],
  [
    verdict('not-back', { atLeast: true }),
    '돌아오지 않음',
    '이 모델에서, 운영·관리 도구가 두 데이터센터에 있었더라면 글 메시지는 모델의 시간 안에 돌아오지 않는다.',
    'not back',
    'In this model, had the operation tools stood in two data centres, the outage of Text does not end within the model’s time.',
  ],
  [
    verdict('shortened', { timed: null }),
    '어긋남',
    '이 모델에서, 운영·관리 도구가 두 데이터센터에 있었더라면 글 메시지가 얼마나 달라지는지는 밝히지 않는다: 이 서비스에서 모델이 기록과 어긋난다.',
    'contradicted',
    'In this model, had the operation tools stood in two data centres, no hours are given for Text: here the model contradicts the record.',
  ],
])('%o', (said, shortKo, sentenceKo, shortEn, sentenceEn) => {
  const ko = verdictWords('ko')
  const en = verdictWords('en')
  expect([ko.short(said), ko.sentence(said, [TITLES.ko[0]], TITLES.ko[1])]).toEqual([shortKo, sentenceKo])
  expect([en.short(said), en.sentence(said, [TITLES.en[0]], TITLES.en[1])]).toEqual([shortEn, sentenceEn])
})

test('A title that is a noun, and several conditions, open a sentence too', () => {
  expect(verdictWords('ko').opening(['구역별 차단기'])).toBe('이 모델에서, 구역별 차단기라면')
  expect(verdictWords('en').opening(['Zoned cut-off'])).toBe('In this model, with “Zoned cut-off”,')
  expect(verdictWords('ko').opening(['가', '나'])).toBe('이 모델에서, 조건 2개가 함께 있으면')
  expect(verdictWords('en').opening(['A', 'B'])).toBe('In this model, with these 2 conditions together,')
})

test('That it does not go down is said also where hours are withheld', () => {
  const said = verdict('prevented', { timed: null })
  expect(verdictWords('en').short(said)).toBe('not down')
  expect(verdictWords('en').sentence(said, [], 'Text')).toBe('In this model, there is no outage of Text.')
})

test('Structure says how far it holds, and what would break it', () => {
  const tried = (more: object) =>
    verdict('shortened', { structural: { ...verdict('shortened').structural, ...more } })
  const en = verdictWords('en')
  expect(en.structural(tried({}), [])).toBe('It goes down; it comes back only by hand.')
  expect(en.structural(tried({ tried: 7 }), [])).toBe(
    'It goes down; it comes back only by hand. So in all 7 runs with the ranges at their ends.',
  )
  expect(en.structural(tried({ tried: 7 }), ['hold-up of ups'])).toContain('Not so with hold-up of ups')
  expect(en.structural(tried({ tried: 7, untried: 2 }), [])).toMatch(
    / The ranges of 2 more quantities were not run\.$/,
  )
  const ko = verdictWords('ko')
  expect(ko.structural(tried({ tried: 7 }), ['ups의 버티는 시간'])).toBe(
    '멈춘다. 사람 손이 있어야 돌아온다. 다만 ups의 버티는 시간이 범위의 끝에 있으면 그렇지 않다.',
  )
})

test('Nothing that the words say claims what would have been, or speaks of anybody', () => {
  const kinds = ['prevented', 'shortened', 'later', 'no-effect', 'worse', 'not-back', 'not-down'] as const
  for (const language of ['ko', 'en'] as const) {
    const words = verdictWords(language)
    for (const kind of kinds) {
      for (const timed of [null, verdict(kind).timed]) {
        const said = verdict(kind, { timed })
        const text = [
          words.sentence(said, [TITLES[language][0]], TITLES[language][1]),
          words.structural(said, []),
          words.timed(said, ['x'], ['y']),
        ].join(' ')
        expect(text).not.toMatch(
          /would have|should have|could have|failed to|prevent|했어야|막을 수 있었|잘못|실수/,
        )
        expect(words.sentence(said, [TITLES[language][0]], 'x')).toMatch(/^(In this model,|이 모델에서,)/)
      }
    }
  }
})
