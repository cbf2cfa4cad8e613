/** The words of the live log and the board, Korean. */
export const ko = {
  states: { up: '정상', impaired: '일부만 됨', down: '멈춤', unknown: '모름' },
  phases: {
    trigger: '시작',
    impact: '영향',
    detection: '알아차림',
    declaration: '선포',
    mitigation: '대응',
    recovery: '복구',
    communication: '알림',
    context: '배경',
  },
  columns: { service: '서비스', state: '지금', since: '언제부터', fact: '사실' },
  about: (time: string) => `${time} 무렵`,
  by: (time: string) => `${time} 이전`,
  after: (time: string) => `${time} 이후`,
  disputed: '주장이 엇갈림',
  boardAt: (time: string) => `${time}의 상황`,
  boardNow: '기록의 마지막 상황',
  noServices: (id: string) =>
    `${id}: 상태가 적힌 서비스가 아직 없습니다. manil log로 적거나 timeline.yaml에 적어 주십시오.`,
  logged: (time: string, id: string) => `${time} 적었습니다: ${id}`,
  change: (name: string, state: string) => `  ${name}: ${state}`,
  announced: '  공개: 상태 페이지에 실립니다',
  phase: (phase: string) => `  단계: ${phase}`,
  refusals: {
    empty: () => '적을 말이 없습니다. 무슨 일인지 한 줄 적어 주십시오.',
    'too-long': (values: Values) => `한 줄은 ${values.longest}자까지입니다. 나누어 적어 주십시오.`,
    'bad-time': (values: Values) =>
      `${values.text}: 시각으로 읽을 수 없습니다. 15:30, "오후 3시 30분", "5분 전"처럼 적어 주십시오.`,
    'unknown-id': (values: Values) => `${values.id}: 이 사례에 그런 구성 요소가 없습니다.`,
    'bad-state': (values: Values) =>
      `${values.id}: ${values.state}은(는) 상태가 아닙니다. up, impaired, down, 40%, 개수 가운데 하나로 적어 주십시오.`,
    'no-zone': (values: Values) =>
      `${values.timezone}: 모르는 시간대라 지금이 몇 시인지 적을 수 없습니다. case.yaml의 timezone을 고쳐 주십시오.`,
  },
  meant: (suggestion: string) => ` 혹시 ${suggestion}입니까?`,
  notWritten: '사례의 파일에 적을 수 없습니다. YAML의 잘못을 먼저 고쳐 주십시오(manil check).',
  badAddress: (address: string) =>
    `${address}: 쓸 수 없는 주소입니다. https로 시작하는 작업실의 주소를 적어 주십시오.`,
  insecure: (address: string) =>
    `${address}: 암호화되지 않은 주소로는 토큰을 보내지 않습니다. https 주소를 적어 주십시오.`,
  noToken: '토큰이 없습니다. 작업실에서 만든 토큰을 MANIL_TOKEN에 넣어 주십시오.',
  unreachable: (address: string, reason: string) => `${address}에 닿을 수 없습니다(${reason}).`,
  refusedByServer: (status: number, message: string) =>
    message === '' ? `작업실이 받지 않았습니다(${status}).` : `작업실이 받지 않았습니다: ${message}`,
  statusWorking: (id: string) => `${id}: 상태 페이지를 쓰는 중`,
  statusWritten: (count: number, out: string) => `${out}에 파일 ${count}개를 썼습니다.`,
  outIsFile: (out: string) => `${out}은(는) 폴더가 아닙니다.`,
  badNext: (text: string) =>
    `${text}: 다음 소식의 때로 읽을 수 없습니다. 16:00이나 30m처럼, 지금보다 뒤의 때를 적어 주십시오.`,
  badUrl: (text: string) =>
    `${text}: 주소로 읽을 수 없습니다. https://status.example.com/처럼 적어 주십시오.`,
}

type Values = Readonly<Record<string, string>>
