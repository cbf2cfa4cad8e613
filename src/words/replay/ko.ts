import { difference } from '../durations.js'
import { attach } from '../particles.js'
import type { ReplayWords } from './replayWords.js'

export const ko: ReplayWords = {
  title: (caseTitle, systemTitle) => `「${caseTitle}」의 일이 「${systemTitle}」의 시스템에서 일어난다면`,
  frame:
    '사건과 그 시각은 앞의 사례에서, 시스템은 뒤의 사례에서 왔다. 두 모델 안에서의 답이며 예측이 아니다.',
  home: '사례 자신의 시스템이다.',
  columns: {
    match: '짝',
    role: '배역',
    players: '맡은 것',
    falls: '멈추는 서비스',
    longest: '가장 긴 멈춤',
    first: '언제',
    down: '멈춤',
    comesBack: '돌아오나',
    condition: '조건',
    has: '갖춤',
    would: '갖추면 이 시스템에서',
  },
  matchesFound: count =>
    count === 1
      ? '배역에 맞는 짝은 하나이고, 그것을 돌려 보았다.'
      : `배역에 맞는 짝 ${count}가지를 모두 돌려 보았다.`,
  match: (number, of) => (of === 1 ? '그 짝' : `짝 ${number} / ${of}`),
  homeMatch: '제자리: 그때 있었던 그대로',
  falling: (falling, of) => `${of}개 가운데 ${falling}개`,
  answer: (falling, of) =>
    falling === 0
      ? `이 모델에서는 서비스 ${of}개 가운데 멈추는 것이 없다.`
      : `이 모델에서는 서비스 ${of}개 가운데 ${falling}개가 멈춘다.`,
  standing: '멈추지 않는 것:',
  after: length => `${length} 뒤.`,
  hasHeading: (has, partly, lacks, of) => {
    const rest = of - has - partly - lacks
    const some = partly === 0 ? '' : `, 일부만 갖춘 것 ${partly}개`
    const unknown = rest === 0 ? '' : `, 모델로 알 수 없는 것 ${rest}개`
    return `조건 ${of}개 가운데 갖춘 것 ${has}개${some}, 없는 것 ${lacks}개${unknown}`
  },
  playedHeading: (played, of) => `배역 ${of}개 가운데 ${played}개를 맡을 것이 있다`,
  failed: '이 짝에서는 모델이 한 상태로 가라앉지 않는다.',
  nobody: '없음',
  notThere: '아직 없음',
  has: { has: '있음', partly: '일부', lacks: '없음', nobody: '해당 없음', untold: '모름' },
  lacking: names => `없는 곳: ${names.join(', ')}`,
  notCarried: {
    'own-terms': '옮길 수 없음: 그 사례에만 있는 것을 바꾼다',
    nobody: '바꿀 것이 이 시스템에 없다',
    'holds-others': '옮길 수 없음: 다른 것을 담고 있는 것이다',
    conflict: '함께 놓을 수 없다',
  },
  effect: ({ prevented, shorter, later, worse, withheld, deltaMs }) => {
    const parts = [
      ...(prevented > 0 ? [`${prevented}개 멈추지 않음`] : []),
      ...(shorter > 0 ? [`${shorter}개 짧아짐`] : []),
      ...(later > 0 ? [`${later}개 때만 달라짐`] : []),
      ...(worse > 0 ? [`${worse}개 길어짐`] : []),
      ...(withheld > 0 ? [`${withheld}개는 말하지 않음`] : []),
    ]
    if (parts.length === 0) return '변화 없음'
    const sum = deltaMs === null || deltaMs === 0 ? '' : ` (모두 더해 ${difference(deltaMs, 'ko')})`
    return parts.join(', ') + sum
  },
  unmatched: '짝을 찾지 못했다. 다음 배역을 맡을 것이 이 시스템에 없다.',
  lookedFor: role => {
    if (role.homeOnly) return '다른 것과 가를 traits가 없어 찾지 않았다'
    const parts = [`종류 ${role.kinds.join('·')}`]
    if (role.in !== null) parts.push(`${role.in} 안`)
    if (role.outside !== null) parts.push(`${role.outside} 밖`)
    if (role.holds !== null) parts.push(`${attach(role.holds, '을/를')} 담은 것`)
    if (role.needs !== null) parts.push(`${attach(role.needs, '이/가')} 있어야 하는 것`)
    if (role.neededBy !== null) parts.push(`${role.neededBy}에 필요한 것`)
    if (role.forRecovery) parts.push('되살리는 데 쓰이는 것')
    if (role.countAtLeast > 1) parts.push(`${role.countAtLeast}개 이상`)
    if (role.traits.length > 0) parts.push(`traits ${role.traits.join(', ')}`)
    return parts.join(', ')
  },
  nearest: (component, lacks) => `가장 가까운 것은 ${attach(component, '이다/다')}. 모자란 것: ${lacks}`,
  lacks: {
    kind: '종류',
    in: '있는 곳(in)',
    outside: '밖에 있을 것(outside)',
    holds: '담은 것(holds)',
    needs: '필요로 하는 것(needs)',
    'needed-by': '필요로 하는 이(needed-by)',
    'for-recovery': '되살리는 데 쓰임(for-recovery)',
    'count-at-least': '개수(count-at-least)',
    traits: 'traits',
  },
  limit: {
    matches: bound => `짝이 더 있다. ${bound}가지까지만 돌려 보았다.`,
    steps: bound => `견주어 본 것이 ${bound}번을 넘어 찾기를 멈추었다. 짝이 더 있을 수 있다.`,
  },
  leftAtHome: names => `옮기지 않은 것: ${names.join(', ')}`,
  withheld: names =>
    `?: ${names.join(', ')}에서는 시스템의 모델이 자기 기록과 어긋나므로 시간을 말하지 않는다.`,
  caseModel: '앞의 사례:',
  systemModel: '이 시스템:',
  page: {
    kind: '우리라면?',
    question: '우리라면?',
    services: '서비스는 어떻게 되나',
    roles: '누가 어떤 배역을 맡았나',
    ifs: '그 사례의 조건 가운데 이미 갖춘 것과 없는 것',
    matches: '돌려 본 모든 짝',
    silent: count => `이 시스템에 물을 수 없는 조건 ${count}개`,
    empty: count => `맡을 것이 없는 배역 ${count}개와 찾아본 것`,
    trust: '이 답을 얼마나 믿을 수 있나',
    trustHeading: '답은 두 모델이 각자의 기록을 재현하는 만큼만 믿을 수 있다',
    made: version => `만일 ${version}로 만들었다.`,
  },
}
