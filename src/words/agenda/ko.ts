import { questionWords } from '../questions/questionWords.js'
import type { AgendaWords } from './agendaWords.js'

export const ko: AgendaWords = {
  kinds: {
    surprise: '뜻밖의 것',
    'rival-claims': '엇갈리는 주장',
    shortcoming: '어떻게 지어져 있었나',
    question: '더 알아야 할 것',
  },
  why: {
    surprise: '모델과 기록이 갈라지는 곳입니다. 시스템에 관해 아직 적지 않은 것이 있다는 뜻일 수 있습니다.',
    'rival-claims':
      '서로 다른 주장이 나란히 있습니다. 어느 쪽도 지우지 않고, 무엇으로 가릴 수 있는지 묻습니다.',
    shortcoming: '어떻게 되어 있었는지를 조직 스스로 적은 것입니다. 맞는지, 빠진 것이 있는지 묻습니다.',
    question: '기록이 비어 있거나 값에 근거가 없는 곳입니다.',
  },
  ask: (item, naming) =>
    item.kind === 'shortcoming'
      ? `“${item.asBuilt}” 그렇게 되어 있었나? 여기에 빠진 것은 무엇인가?`
      : questionWords('ko').ask(item.question, naming),
  empty: '물을 것이 없다. 사실이나 모델, 어떻게 지어져 있었는지를 적으면 여기에 나타난다.',
}
