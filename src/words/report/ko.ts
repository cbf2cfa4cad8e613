import { attach } from '../particles.js'

/** The words of the report page, Korean: plain style, short nouns in labels. */
export const ko = {
  brand: '만일',
  kind: '장애 보고서',
  skip: '본문으로 건너뛰기',
  editions: '언어',
  languages: { ko: '한국어', en: 'English' },
  masthead: {
    start: (year: number, date: string, time: string) => `${year}년 ${date} ${time}`,
    /** Span of the outage as the record has it. */
    span: (from: string, to: string) => `${from} – ${to}`,
    about: (time: string) => `${time} 무렵`,
    by: (time: string) => `${time}까지`,
    since: (time: string) => `${time}부터`,
    longest: (service: string) => `기록된 가장 긴 장애: ${service}`,
    users: (service: string) => `${service} 이용자`,
    units: (place: string) => `${place}의 서버`,
    firstBack: (service: string) => `${attach(service, '이/가')} 돌아오기까지`,
    facts: '기록한 사실',
    sources: '출처',
    servers: '대',
    people: '명',
    thousands10: '만 ',
    items: '건',
    atMost: '최대',
    atLeast: '최소',
    roughly: '약',
    dots: (agree: number, total: number) => `${total}개 가운데 ${agree}개`,
    noModel: '모델이 없는 사례다. 사실과 서술만 싣는다.',
    edition: (id: string) => `사례 ${id}`,
    noneWithheld: '비공개로 둔 것 없음',
    withheld: (count: number) => `비공개 ${count}건`,
    black: '검은색',
    white: '흰색',
    was: '은 있었던 일',
    model: '파란색은 모델이 말하는 것',
    changed: '초록색은 조건을 바꾼 모델',
    says: '이 말하는 것이다.',
    noNarrative: '글로 쓴 서술이 없는 사례다. 아래는 모두 자료에서 계산한 것이다.',
    otherLanguage: (language: string) =>
      `이 언어의 서술이 없어 ${attach(language, '으로/로')} 쓴 것을 싣는다.`,
  },
  questions: {
    replay: '무엇이 언제, 왜 멈췄나',
    ifs: '조건이 달랐다면 어땠나',
    if: '조건이 달랐다면 어땠나',
    recovery: '언제 돌아왔나',
    'recovery-path': '그 시간은 무엇에 쓰였나',
    timeline: '무슨 일이 있었나',
    facts: '무엇을 근거로 말하나',
    shortcomings: '어떻게 지어져 있었나',
    questions: '아직 모르는 것',
    actions: '무엇을 바꾸기로 했나',
    disclosure: '무엇을 말하지 않나',
    sources: '어디에서 왔나',
    method: '어떻게 만들었나',
  },
  headings: {
    replay: (service: string, downMs: string) =>
      `이 모델에서, ${attach(service, '은/는')} ${downMs} 동안 멈춘다`,
    replayNothing: '이 모델에서, 멈추는 서비스가 없다',
    ifs: (count: number, prevented: number) =>
      prevented === 0
        ? `이 모델에서, 조건 ${count}개 가운데 혼자서 서비스를 멈추지 않게 하는 것은 없다`
        : `이 모델에서, 조건 ${count}개 가운데 ${prevented}개는 혼자서도 어떤 서비스를 멈추지 않게 한다`,
    recovery: (first: string, last: string) =>
      first === last
        ? `${attach(first, '이/가')} 돌아온 때를 기록과 모델로 나란히 놓았다`
        : `${attach(first, '이/가')} 먼저, ${attach(last, '이/가')} 마지막에 돌아왔다`,
    path: (service: string) => `이 모델에서, ${service}의 멈춘 시간은 이렇게 나뉜다`,
    timeline: (count: number) => `시각 순서로 놓은 사실 ${count}개`,
    facts: (count: number, primary: number, claims: number) =>
      `사실 ${count}개: ${primary}개는 1차 자료에 있${claims === 0 ? '다' : `고, ${claims}개는 주장이다`}`,
    shortcomings: (count: number) => `부족했던 것 ${count}가지`,
    questions: (count: number) =>
      count === 0 ? '프로그램이 물을 것이 없다' : `프로그램이 기록과 모델에 묻는 ${count}가지`,
    actions: (count: number, done: number) => `약속 ${count}건, 그 가운데 이행이 보고된 것은 ${done}건`,
    disclosure: '이 보고서가 말하지 않는 것',
    sources: (count: number) => `출처 ${count}건`,
    method: '모델은 이렇게 계산했고, 이런 것을 뺐다',
    methodNoModel: '이 보고서는 이렇게 만들었다',
  },
  facts: {
    time: '시각',
    fact: '사실',
    evidence: '근거',
    model: '모델',
    primary: '1차 자료',
    press: '언론',
    derived: '계산',
    claim: '주장',
    claimOf: (organisation: string) => `주장: ${organisation}`,
    unsourced: '출처 없음',
    withheld: '비공개',
    withheldUntil: (date: string) => `${date}까지`,
    withheldItem: {
      facts: '사실 1건',
      shortcomings: '부족했던 것 1건',
      actions: '할 일 1건',
    } as Readonly<Record<string, string>>,
    reasons: {
      'personal-data': '개인정보',
      security: '보안',
      legal: '법적 사유',
      'third-party': '제3자',
    } as Readonly<Record<string, string>>,
    disputedBy: '맞서는 주장:',
    link: '이 사실의 고정 주소',
    evidenceFile: '첨부',
    scenario: (title: string) => `다른 시나리오: ${title}`,
    agrees: '맞음',
    off: '벗어남',
    contradicted: '어긋남',
    contradictedNone: '모델에 그런 변화가 없음',
    fitted: '이 사실에 맞춤',
    input: '모델에 넣음',
    notModelled: '모델 밖',
    bound: '한쪽 끝만 앎',
    holds: '그때 그러함',
    rule: '✓ 차이가 15분 또는 기록된 장애 시간의 5 % 이하. ✕ 25 %를 넘거나 그런 변화가 없음. △ 그 사이. ↦ 모델에 넣은 시각에서 곧바로 나오는 사실, ◎ 모델을 맞추는 데 쓴 사실이어서 둘 다 증거로 세지 않는다.',
    undated: '시각을 읽을 수 없음',
    caption: '사실, 그 근거와 모델의 답',
    none: '기록된 사실이 없다.',
  },
  fact: {
    unknown: (id: string) => `알 수 없는 사실 ‘${id}’`,
    withheld: '비공개 사실',
  },
  inline: {
    unknownService: (id: string) => `알 수 없는 서비스 ‘${id}’`,
    unknownSource: (id: string) => `알 수 없는 출처 ‘${id}’`,
    unknownIf: (id: string) => `알 수 없는 조건 ‘${id}’`,
    unknownTerm: (id: string) => `알 수 없는 용어 ‘${id}’`,
    unknownDirective: (name: string) => `알 수 없는 지시 ‘${name}’`,
    noModel: '모델 없음',
    failed: '이 조건들은 함께 놓을 수 없음',
    beforeAfter: (before: string, after: string) => `${before} → ${after}`,
    zero: '0분',
  },
  rivals: {
    title: (from: string, to: string, gap: string) =>
      `맞서는 주장: ${attach(from, '과/와')} ${to}, ${gap}의 차이`,
    sameTime: (time: string) => `맞서는 주장: ${time}`,
    says: (organisation: string) => `${organisation}의 주장`,
    others: '다른 기록',
    figure: (count: number) => `서로 다투는 사실 ${count}개를 한 시간 축의 왼쪽과 오른쪽에 놓은 그림`,
    scale: '세로는 시간에 비례한다.',
    stake: (most: string) =>
      `어느 쪽이든, 이 모델에서 어느 서비스의 멈춘 시간도 ${most} 넘게 달라지지 않는다.`,
    noStake: '어느 쪽이든, 이 모델에서 멈춘 시간은 달라지지 않는다.',
    takes: (time: string) => `모델에는 ${attach(time, '을/를')} 넣었다.`,
    puts: (time: string) => `${attach(time, '으로/로')} 두면`,
    becomes: (service: string, before: string, after: string) =>
      `${attach(service, '은/는')} ${before}에서 ${attach(after, '이/가')} 된다.`,
    hatched: '빗금은 주장과 주장 사이의 시간이다.',
  },
  timeline: {
    figure: (from: string, to: string) => `${from}부터 ${to}까지의 사실`,
    none: '이 사이에 기록된 사실이 없다.',
    badSpan: '시간 범위를 읽을 수 없음',
  },
  shortcomings: {
    asBuilt: '지어진 대로',
    assumedThen: '그때의 가정',
    whyReasonable: '그럴듯했던 까닭',
    ideal: '되어야 할 모습',
    says: '모델이 말하는 것',
    actions: '할 일',
    none: '적힌 것이 없다.',
    noEffect: '어느 서비스도 달라지지 않는다.',
    more: (count: number) => `그 밖의 서비스 ${count}개는 조건의 표에 있다.`,
    noneLinked: '이어진 조건이 없다. 모델은 이것을 돌려 보지 않았다.',
    withheld: '비공개로 둔 항목',
  },
  open: {
    none: '물을 것이 없다.',
    all: (count: number) => `나머지 질문 ${count}가지`,
  },
  actions: {
    action: '할 일',
    ifs: '조건',
    stage: '약속 → 이행 보고 → 재현으로 확인',
    sources: '출처',
    owner: '맡은 곳',
    open: '약속',
    done: '이행 보고',
    dropped: '그만둠',
    due: (date: string) => `${date}까지`,
    none: '적힌 할 일이 없다.',
    caption:
      '재현으로 확인된 것은 아직 0건이다. 확인이란, 바뀐 시스템을 적은 모델에서 같은 시나리오를 다시 돌려 목표가 지켜지는 것이다.',
    withheld: '비공개로 둔 할 일',
  },
  disclosure: {
    withheld: (count: number) => `비공개 ${count}건`,
    noWithheld: '비공개 0건',
    withheldText: (parts: string) => `${parts}. 모델은 이것들을 쓰지 않는다.`,
    noWithheldText: '이 사례의 글쓴이가 비공개로 표시한 것은 없다.',
    unsourced: (count: number) => `출처 없음 ${count}건`,
    unsourcedText: (count: number) =>
      count === 0 ? '모든 사실에 출처가 있다.' : `사실 ${count}건에 출처가 적혀 있지 않다.`,
    unlinked: (count: number) => `출처 ${count}건`,
    unlinkedText: '공개 주소가 없어 링크하지 않았다.',
    outside: '모델 밖',
    outsideText: (count: number) =>
      count === 0
        ? '장애와 복구에 관한 모든 사실을 모델에 대어 보았다.'
        : `장애와 복구에 관한 사실 ${count}건은 모델에 대어 보지 않았다.`,
    assumed: '가정',
    assumedText: (assumed: number, total: number, none: number) =>
      `모델의 값 ${total}개 가운데 ${assumed}개는 가정이${none === 0 ? '다' : `고, ${none}개는 근거가 적혀 있지 않다`}.`,
    contact: '이의',
    contactText: '사실에 이의가 있으면 여기로 알린다:',
    noContact: '이의를 받을 주소가 적혀 있지 않다.',
  },
  sources: {
    file: '첨부',
    none: '적힌 출처가 없다.',
    used: (count: number) => `사실 ${count}개`,
  },
  method: {
    intro:
      '모델은 무엇이 무엇에 기대는지를 적은 목록이다. 사건이 무언가를 멈추면 거기에 기대는 것이 따라 멈추고, 되살리는 일은 걸리는 시간과 필요한 것과 손의 수에 따라 이어진다. 난수는 쓰지 않는다. 같은 자료는 어디서나 같은 결과를 낸다.',
    size: (components: number, events: number, quantities: number) =>
      `이 모델에는 구성 요소 ${components}개, 사건 ${events}개, 시간을 나타내는 값 ${quantities}개가 있다.`,
    leavesOut: '빼고 계산한 것',
    leavesOutItems: [
      '범위가 있는 값은 가운데 값으로 돌린다. 판정에는 범위의 양 끝으로 돌린 결과를 함께 적는다.',
      '켜짐, 일부, 멈춤만 안다. 느려짐, 오류의 비율, 데이터의 일부를 잃는 일은 다루지 않는다.',
      '버팀 시간은 전원이 잠깐이라도 돌아오면 처음으로 되돌아간다. 실제 배터리는 다시 채우는 데 시간이 걸린다.',
      '일의 빠르기는 사람 수에 따라 달라지지 않는다. 필요한 손이 모자라면 기다릴 뿐이다.',
      '모델을 적은 이는 결과를 알고 있었다. 그래서 답을 알고 정한 값은 증거로 세지 않는다.',
    ],
    factKinds: '사실을 증거로 세는 법',
    factKindsText:
      '사실의 종류는 글쓴이가 정하지 않는다. 모델 안에서 그 변화를 낳은 원인의 사슬을 거슬러 올라가 계산한다. 모델의 점수는 아래 가운데 ‘시험’만으로 센다.',
    basis: '값이 온 곳',
    basisKinds: {
      sources: '출처',
      fitted: '맞춤',
      derived: '계산',
      assumed: '가정',
      knowing: '답을 알고 가정',
      none: '근거 없음',
    },
    glossary: '말뜻',
    noModel:
      '이 사례에는 모델이 없다. 시스템의 구성 요소를 적지 않았으므로 다시 돌려 보거나 조건을 바꾸어 볼 수 없고, 사실과 그 출처만 싣는다.',
    counterfactual:
      '조건을 바꾼 판정은 두 실행의 차이다. 바꾸는 것은 조건이지 사람의 행동이 아니다. 모델이 기록과 어긋나는 서비스에는 시간을 밝히지 않는다.',
  },
  footer: {
    case: '사례',
    checksum: '자료 SHA-256',
    engine: '엔진',
    data: '공개 자료',
    dataText: '출판하면 case.json과 checksums.txt가 페이지 곁에 놓인다.',
    engineText: (version: string, start: string, horizon: string) =>
      `manil ${version} · ${start}부터 ${horizon}`,
  },
  days: (count: number) => `${count}일`,
  weekdays: ['일요일', '월요일', '화요일', '수요일', '목요일', '금요일', '토요일'],
  /** Day heading of a table: month where it is not that of the day before. */
  dayHeading: (month: number | null, day: number, weekday: string, year: number | null) =>
    `${year === null ? '' : `${year}년 `}${month === null ? '' : `${month}월 `}${day}일 ${weekday}`,
  /** A date beside times: without the month and the year where they are known from before. */
  shortDate: (day: number, month: number, sameMonth: boolean, year: number | null) =>
    `${year === null ? '' : `${year}년 `}${sameMonth ? '' : `${month}월 `}${day}일`,
  /** Heading of several days with few facts each. */
  days2: (first: string, last: string) => `${first} – ${last}`,
  times: {
    about: (time: string) => `≈${time}`,
    by: (time: string) => `≤${time}`,
    byDay: (day: string) => `${day}까지`,
    after: (time: string) => `≥${time}`,
    before: (time: string) => `${time} 전`,
    allDay: '이날',
    unknown: '?',
  },
}
