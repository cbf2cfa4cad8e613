import { difference } from '../durations.js'
import type { OurselvesWords } from './ourselvesWords.js'

export const ko: OurselvesWords = {
  question: '우리라면?',
  heading: conditions => `조건 ${conditions}개 가운데 우리에게 있는 것을 고르면, 먼저 볼 것이 나온다`,
  whose: caseTitle =>
    `답하는 것은 「${caseTitle}」의 모델이다. 읽는 이의 조직을 나타낸 모델이 아니며, 예측도 아니다.`,
  pick: '우리 조직에 있는 것',
  addressees: {
    facility: '건물과 전력을 맡은 쪽',
    'fire-service': '소방',
    operator: '서비스를 운영하는 쪽',
    regulator: '규제 기관',
    anyone: '누구든',
  },
  none: '모두 풀기',
  all: '모두 고르기',
  picked: (count, of) => `${of}개 가운데 ${count}개`,
  answer: ({ picked, falls, of, before }) => {
    if (picked === 0)
      return `아무 조건도 없으면, 이 사례의 모델에서는 서비스 ${of}개 가운데 ${before}개가 멈춘다.`
    if (falls === 0) return `고른 조건 ${picked}개가 있었다면, 이 사례의 모델에서는 멈추는 서비스가 없다.`
    if (falls === before)
      return `고른 조건 ${picked}개가 있었더라도, 이 사례의 모델에서는 서비스 ${falls}개가 멈춘다.`
    return `고른 조건 ${picked}개가 있었다면, 이 사례의 모델에서 멈추는 서비스는 ${before}개에서 ${falls}개로 준다.`
  },
  longest: (service, length) => `가장 오래 멈추는 것은 ${service}, ${length}.`,
  was: '그때',
  with: '고른 조건이면',
  notDown: '멈추지 않음',
  atLeast: length => `적어도 ${length}`,
  withheld: '기록과 어긋나 시간을 말하지 않음',
  lookFirst: '먼저 볼 것',
  lookFirstAbout: '고르지 않은 조건을, 하나를 더했을 때 이 사례의 모델에서 달라지는 것이 큰 순서로 적었다.',
  nothingLeft: '남은 조건이 없다.',
  gain: ({ prevented, shorter, worse, deltaMs }) => {
    const parts = [
      ...(prevented > 0 ? [`${prevented}개 멈추지 않음`] : []),
      ...(shorter > 0 ? [`${shorter}개 짧아짐`] : []),
      ...(worse > 0 ? [`${worse}개 길어짐`] : []),
    ]
    if (parts.length === 0) return '달라지는 것 없음'
    return deltaMs === 0 ? parts.join(', ') : `${parts.join(', ')} (모두 더해 ${difference(deltaMs, 'ko')})`
  },
  more: count => `그다음 ${count}개`,
  without: count => `이 모델에서 더해도 달라지지 않는 조건 ${count}개`,
  cannotStand: '고른 조건과 함께 놓을 수 없음',
  share: '이 답의 주소',
  copy: '주소 복사',
  copied: '복사했습니다.',
  shareAbout:
    '이 주소를 열면 같은 조건이 골라진 채로 열린다. 고른 것은 주소에만 있고 어디에도 보내지 않는다.',
  shareEmpty: '조건을 고르면 주소가 생긴다.',
  own: caseId =>
    `시스템을 적어 둔 조직은 manil replay ${caseId} --on 우리-시스템 으로 자기 모델에 물을 수 있다.`,
  moreServices: count => `다른 서비스 ${count}개는 여기에 그리지 않았다.`,
}
