import type { Language } from '../durations.js'

/** A term of the field and what it means in plain words. */
export interface Term {
  readonly name: string
  readonly meaning: string
}

/** Terms that a narrative can explain with `:term[…]`. */
export type TermId = keyof typeof terms

const terms = {
  component: {
    ko: {
      name: '구성 요소',
      meaning:
        '켜져 있거나 멈출 수 있는 것. 건물, 방, 전원, 서버, 저장소, 서비스, 도구, 팀이 모두 구성 요소다.',
    },
    en: {
      name: 'component',
      meaning:
        'Anything that can be up or down: a site, a room, a feed, servers, a store, a service, a tool, a team.',
    },
  },
  needs: {
    ko: { name: '필요', meaning: '구성 요소가 켜져 있으려면 있어야 하는 것.' },
    en: { name: 'needs', meaning: 'What a component must have to stay up.' },
  },
  'hold-up': {
    ko: { name: '버팀 시간', meaning: '필요한 것을 잃고도 버티는 시간. 배터리나 완충 저장소가 이것을 준다.' },
    en: {
      name: 'hold-up',
      meaning: 'How long something stays up after losing what it needs, thanks to a battery or a buffer.',
    },
  },
  recovery: {
    ko: { name: '복구', meaning: '멈춘 것이 돌아오는 길. 걸리는 시간과 필요한 것, 맡을 팀으로 적는다.' },
    en: {
      name: 'recovery',
      meaning: 'How something comes back: the time it takes, what it needs for that, and which team.',
    },
  },
  standby: {
    ko: { name: '대기 시스템', meaning: '다른 것이 멈추었을 때 켜지는 예비 시스템.' },
    en: { name: 'standby', meaning: 'A system that is started when another one is down.' },
  },
  barrier: {
    ko: {
      name: '방벽',
      meaning: '해가 번지는 것을 막는 것. 방화벽, 구역별 차단, 도구 안의 안전장치가 그렇다.',
    },
    en: {
      name: 'barrier',
      meaning: 'Something that stops harm from spreading: a fire wall, a cut-off by zone, a guard in a tool.',
    },
  },
  scenario: {
    ko: { name: '시나리오', meaning: '시스템에 밖에서 작용한 사건들과 그 시각.' },
    en: { name: 'scenario', meaning: 'The events that act on the system from outside, with their times.' },
  },
  event: {
    ko: {
      name: '사건',
      meaning: '시스템에 밖에서 작용한 한 가지 일. 부서짐, 고장, 차단, 해제, 수리가 있다.',
    },
    en: {
      name: 'event',
      meaning: 'One act on the system from outside: destroy, fail, cut, release or repair.',
    },
  },
  run: {
    ko: { name: '실행', meaning: '시스템과 시나리오에서 계산해 낸 경과.' },
    en: { name: 'run', meaning: 'The history that is computed for a system and a scenario.' },
  },
  fact: {
    ko: { name: '사실', meaning: '관찰되었거나 주장된 것. 시각과 그 정밀도, 출처를 함께 적는다.' },
    en: {
      name: 'fact',
      meaning: 'Something observed or claimed, with its time, its precision and its sources.',
    },
  },
  fidelity: {
    ko: { name: '재현도', meaning: '모델이 맞추지 않은 사실을 얼마나 맞히는지.' },
    en: { name: 'fidelity', meaning: 'How well a run agrees with the facts it was not fitted to.' },
  },
  if: {
    ko: {
      name: '조건',
      meaning: '시스템이 달리 지어져 있었을 경우. 판정은 그 조건이 있는 실행과 없는 실행의 차이다.',
    },
    en: {
      name: 'if',
      meaning:
        'A change of conditions. Its verdict is the difference between the run with it and the run without it.',
    },
  },
  objective: {
    ko: { name: '목표', meaning: '지켜져야 하는 것. 이를테면 어떤 서비스가 한 시간 넘게 멈추지 않는 것.' },
    en: { name: 'objective', meaning: 'What must hold: a service down at most so long, data never lost.' },
  },
  'remedy-set': {
    ko: { name: '처방 묶음', meaning: '함께 있으면 모든 목표가 지켜지는 조건들.' },
    en: { name: 'remedy set', meaning: 'A set of ifs under which all objectives hold.' },
  },
  'cut-set': {
    ko: { name: '절단 집합', meaning: '함께 잃으면 어떤 서비스가 멈추는 구성 요소들.' },
    en: { name: 'cut set', meaning: 'A set of components whose loss takes a service down.' },
  },
  'recovery-path': {
    ko: {
      name: '복구 경로',
      meaning: '돌아온 순간에서 거꾸로, 마지막까지 기다린 것을 따라간 길. 장애의 시간이 그 길 위에서 나뉜다.',
    },
    en: {
      name: 'recovery path',
      meaning:
        'The way back from the moment of return along what was waited for last; it divides the hours of an outage.',
    },
  },
  structural: {
    ko: {
      name: '구조에 관한 판정',
      meaning: '멈추기는 하는지, 저절로 돌아올 수 있는지. 시간의 길이와 상관없이 성립한다.',
    },
    en: {
      name: 'structural',
      meaning:
        'Whether something goes down at all and could come back by itself; it holds whatever the durations are.',
    },
  },
  timed: {
    ko: { name: '시간에 관한 판정', meaning: '몇 시간이 달라지는지. 모델의 값이 맞을 때에만 성립한다.' },
    en: {
      name: 'timed',
      meaning: 'How many hours change; it holds only as far as the values of the model do.',
    },
  },
  median: {
    ko: { name: '중앙 오차', meaning: '오차를 크기 순서로 놓았을 때 한가운데 것.' },
    en: { name: 'median error', meaning: 'The error in the middle when all are put in order of size.' },
  },
  action: {
    ko: { name: '할 일', meaning: '약속된 변화. 이루려는 조건과 이어져 있다.' },
    en: { name: 'action', meaning: 'A promised change, tied to the ifs it should bring about.' },
  },
} as const satisfies Record<string, Readonly<Record<Language, Term>>>

/** Ids of all terms, in the order of the glossary. */
export const termIds = Object.keys(terms) as readonly TermId[]

/** A term in a language; null where there is none of that id. */
export function termOf(id: string, language: Language): Term | null {
  return Object.hasOwn(terms, id) ? terms[id as TermId][language] : null
}
