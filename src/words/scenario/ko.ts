import { attach } from '../particles.js'
import type { ScenarioWords } from './scenarioWords.js'

export const ko: ScenarioWords = {
  inPlace: '들어 있는 조건',
  otherwiseSame: returns =>
    returns === 0
      ? '나머지는 모두 첫 시나리오 그대로다. 무엇이 돌아오게 하는 사건은 넣지 않았다. 돌아온 것은 모두 모델의 규칙에서 나온다.'
      : `나머지는 모두 첫 시나리오 그대로다. 무엇이 돌아오게 하는 사건은 ${returns}개다.`,
  columns: {
    service: '서비스',
    first: '첫 시나리오의 기록',
    record: '이번 기록',
    inPlace: '모델, 조건이 있을 때',
    without: '모델, 조건이 없을 때',
  },
  notDown: '멈추지 않음',
  notBack: '기간 안에 돌아오지 않음',
  returns: {
    'by-itself': '사람 손 없이 돌아옴',
    'by-hand': '사람 손으로 돌아옴',
    'not-at-all': '돌아오지 않음',
  },
  rangesHeading: '어느 범위가 답을 바꾸는가',
  tried: (runs, untried) =>
    `범위가 있는 값을 하나씩 양 끝에, 그리고 모두 함께 한쪽 끝에 두어 모두 ${runs}번 돌렸다.${untried === 0 ? '' : ` 값 ${untried}개는 돌려 보지 않았다.`}`,
  fact: ({ service, record, model, error, span }) =>
    `${service}: 기록 ${record}, 모델 ${model === null ? '그런 변화 없음' : `${model}${error === '' ? '' : ` (${error})`}`}.${span === null ? '' : ` 범위를 바꾸면 ${span} 사이다.`}`,
  moves: quantities =>
    quantities.length === 0
      ? '이 시각을 옮기는 범위는 없다.'
      : `이 시각을 옮기는 것은 ${attach(quantities.join(', '), '이다/다')}.`,
  sameVerdict: '어느 끝에 두어도 판정은 같다.',
  turns: (quantities, end, verdict) =>
    `${attach(quantities, '이/가')} ${end === 'low' ? '아래' : '위'} 끝에 있으면 「${verdict}」`,
  all: '모든 값',
  sameReturn: services => `${services}: 멈추는지, 어떻게 돌아오는지는 어느 끝에 두어도 같다.`,
  returnRests: (services, quantities) =>
    `${services}: 멈추는지, 어떻게 돌아오는지가 ${quantities}에 달려 있다.`,
  sharesHeading: '조건 하나로 되는가, 여럿이어야 하는가',
  none: services => `${services}: 이 조건들이 있으나 없으나 같다.`,
  one: (services, ifs) => `${services}: 조건 ${ifs} 하나로 이렇게 된다.`,
  several: services => `${services}: 조건 하나만으로는 이렇게 되지 않는다.`,
  leftOut: (ifs, downMs) =>
    ifs.length === 1
      ? `다른 조건이 다 있어도 조건 ${attach(ifs.join(''), '이/가')} 빠지면 ${downMs} 멈춘다.`
      : `조건 ${ifs.join(', ')} 가운데 하나만 빠져도, 나머지가 다 있어도 ${downMs} 멈춘다.`,
  noneNeeded: '어느 하나가 빠져도 나머지로 이렇게 된다.',
  standingHeading: '이 비교를 얼마나 믿을 수 있는가',
  coarse: (agrees, outage) =>
    `다만 일치로 세는 폭 ${attach(agrees, '이/가')} 기록된 ${outage}보다 넓어서, 이 점수는 그만큼 느슨하다.`,
  knowing: quantities =>
    quantities.length === 0
      ? '모델을 쓸 때 두 기록의 끝은 이미 알려져 있었다. 이 시나리오의 사실에 맞추었거나 알고 정했다고 적힌 값은 없다.'
      : `모델을 쓸 때 두 기록의 끝은 이미 알려져 있었다. 이 시나리오의 사실에 맞추었거나 알고 정한 값은 ${quantities.length}개이고(${quantities.join(', ')}), 그 사실은 근거로 세지 않는다.`,
}
