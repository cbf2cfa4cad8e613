import { duration } from '../durations.js'
import type { FidelityWords } from './fidelityWords.js'

export const ko: FidelityWords = {
  line: ({ tests, medianErrorMs }) => {
    if (tests.total === 0)
      return '이 모델을 시험하는 사실이 없다. 모델에 넣었거나 맞춘 사실, 또는 한쪽 끝만 아는 사실뿐이다.'
    const reproduced = `모델은 맞추지 않은 사실 ${tests.total}개 가운데 ${tests.agree}개를 재현한다.`
    const median = medianErrorMs === null ? '' : ` 중앙 오차 ${duration(medianErrorMs, 'ko')}.`
    const against = tests.contradicted === 0 ? '' : ` 사실 ${tests.contradicted}개와는 어긋난다.`
    return reproduced + median + against
  },
  short: ({ tests, medianErrorMs }) => {
    if (tests.total === 0) return '시험하는 사실 없음'
    const median = medianErrorMs === null ? '' : `, 중앙 오차 ${duration(medianErrorMs, 'ko')}`
    return `맞추지 않은 사실 ${tests.total}개 가운데 ${tests.agree}개${median}`
  },
  kinds: { input: '입력', fitted: '맞춤', bound: '한계', test: '시험', context: '배경' },
  kindMeanings: {
    input: '모델에 넣은 사건의 시각에서 곧바로 나오는 사실이다. 모델은 들은 것을 되풀이할 뿐이다.',
    fitted: '모델의 어떤 값을 이 사실에 맞추었거나, 답을 알고 가정했다. 증거로 세지 않는다.',
    bound: '그때까지 또는 그 뒤라는 것만 아는 사실이다.',
    test: '모델을 맞출 때 쓰지 않은 사실이다. 이것만 모델의 증거다.',
    context: '모델에 대어 보지 않는 사실이다.',
  },
  verdicts: { agrees: '맞음', off: '벗어남', contradicted: '어긋남', 'not-modelled': '모델 밖' },
  verdictMeanings: {
    agrees: '차이가 15분 또는 기록된 장애 시간의 5 % 이하이다.',
    off: '맞음과 어긋남 사이이다.',
    contradicted: '모델에 그런 변화가 없거나, 차이가 기록된 장애 시간의 25 %를 넘는다.',
    'not-modelled': '모델의 시간 밖에 있거나, 모델에 대어 볼 상태를 말하지 않는다.',
  },
  error: errorMs => {
    if (errorMs === null) return '모델에 그런 변화가 없음'
    if (errorMs === 0) return '차이 없음'
    return `모델이 ${duration(Math.abs(errorMs), 'ko')} ${errorMs > 0 ? '늦음' : '이름'}`
  },
}
