import { attach } from '../particles.js'
import { HEADLINE_NAMES, type StatusWords } from './statusWords.js'

/** 「메일과 톡」, 「서비스 5개」 */
function together(names: readonly string[]): string {
  if (names.length > HEADLINE_NAMES) return `서비스 ${names.length}개`
  return names.reduce((joined, name) => `${attach(joined, '과/와')} ${name}`)
}

export const ko: StatusWords = {
  languageNames: { ko: '한국어', en: 'English' },
  languages: '언어',
  page: '서비스 상태',
  headline: (state, names) => {
    if (state === 'down') return `${attach(together(names), '이/가')} 멈춰 있습니다`
    if (state === 'impaired') return `${attach(together(names), '이/가')} 일부만 됩니다`
    return state === 'up' ? '멈추었던 서비스가 모두 돌아왔습니다' : '서비스 상태를 확인하고 있습니다'
  },
  states: { up: '정상', impaired: '일부만 됨', down: '멈춤', unknown: '알려진 장애 없음' },
  partly: share => `일부만 됨 (${share})`,
  services: '서비스',
  service: '서비스',
  state: '지금',
  since: '언제부터',
  noServices: '아직 상태가 알려진 서비스가 없습니다.',
  latest: '지금까지 아는 것',
  noUpdates: '아직 알린 것이 없습니다.',
  next: '다음 소식',
  nextAt: time => `${time}까지`,
  nextUnknown: '정해지지 않음',
  over: '더 없음',
  stale: time => `${time} 뒤에도 이 페이지가 그대로이면, 아직 새로 쓰지 못하고 있는 것입니다.`,
  history: '지나온 일',
  historyAbout: '새로운 것이 위에 있습니다.',
  change: (name, state, share) => {
    if (share !== null && state === 'impaired') return `${attach(name, '이/가')} 일부만 됩니다 (${share})`
    switch (state) {
      case 'down':
        return `${attach(name, '이/가')} 멈추었습니다`
      case 'impaired':
        return `${attach(name, '이/가')} 일부만 됩니다`
      case 'up':
        return `${attach(name, '이/가')} 돌아왔습니다`
      case 'unknown':
        return `${name}: 확인하고 있습니다`
    }
  },
  times: {
    about: time => `${time} 무렵`,
    by: time => `${time} 이전`,
    after: time => `${time} 이후`,
    range: (from, to) => `${from}–${to}`,
    zone: (name, offset) => `모든 시각은 ${name} 시간(${offset})입니다.`,
  },
  feed: 'Atom 피드',
  feedAbout: '피드로 받아 볼 수 있습니다',
  data: '데이터 (JSON)',
  written: time => `이 페이지는 ${time}에 쓰였습니다.`,
  contact: '문의',
  sign: { up: '●', impaired: '◐', down: '✕', unknown: '–' },
}
