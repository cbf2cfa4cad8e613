import type { RefusalValues } from './refusalValues.js'

const megabytes = (bytes: string | number | undefined) => `${Math.floor(Number(bytes ?? 0) / 1_000_000)}MB`

/** 작업실 서버가 하는 말. 사용자에게 하는 말이므로 합쇼체로 쓴다. */
export const ko = {
  /** 부호마다 무엇이 안 되는지, 그리고 무엇을 하면 되는지. */
  refusals: {
    // 요청
    'bad-request': () => '요청을 알아볼 수 없습니다. API 문서(/api/openapi.json)에 모양이 있습니다.',
    'bad-json': () => '본문이 JSON이 아닙니다.',
    'too-deep': (values: RefusalValues) => `JSON 안의 겹침이 ${values.limit}겹을 넘습니다.`,
    'reserved-key': () => '__proto__라는 이름은 쓸 수 없습니다.',
    'too-large': (values: RefusalValues) => `너무 큽니다. 한 번에 ${megabytes(values.limit)}까지 받습니다.`,
    'upgrade-needed': () => '이 주소는 WebSocket으로만 답합니다.',
    'not-found': () => '그런 것이 없습니다.',
    'wrong-host': () => '이 주소로는 답하지 않습니다. 화면에 적힌 주소로 열어 주십시오.',
    'foreign-page': () => '다른 사이트의 페이지가 보낸 요청이어서 받지 않았습니다.',
    'csrf-missing': () => '이 페이지가 오래되었습니다. 새로 고친 뒤 다시 해 주십시오.',
    busy: () => '지금은 요청이 너무 많습니다. 잠시 뒤에 다시 해 주십시오.',
    'too-many-tries': (values: RefusalValues) =>
      `로그인에 여러 번 실패했습니다. ${values.minutes}분 뒤에 다시 해 주십시오.`,
    bug: () =>
      'Manil의 결함에 부딪쳤습니다. 쓴 것은 그대로 있습니다. 다시 해 보시고, 되풀이되면 알려 주십시오.',
    'not-ready': () => '데이터베이스가 답하지 않습니다. 잠시 뒤에 다시 해 주십시오.',
    // 누구인가
    'not-signed-in': () => '먼저 로그인해 주십시오.',
    'bad-token': () => '토큰이 없어졌거나 기한이 지났거나 잘못 적혔습니다.',
    'token-not-taken': () => '토큰으로는 할 수 없습니다. 브라우저에서 로그인해 주십시오.',
    'sign-in-failed': () => '이메일 주소와 암호가 맞지 않습니다.',
    'key-not-taken': () =>
      '이 열쇠로는 들어갈 수 없습니다. 작업실을 시작한 컴퓨터에서, 시작할 때 화면에 적힌 주소를 열어 주십시오.',
    'wrong-password': () => '지금 쓰는 암호가 맞지 않습니다.',
    'bad-invitation': () =>
      '이 초대는 쓸 수 없습니다. 이미 쓰였거나 기한이 지났습니다. 새 초대를 청해 주십시오.',
    'join-needed': () => '이름과 이메일 주소와 암호를 적거나, 먼저 로그인해 주십시오.',
    'openid-off': () => '이 작업실은 기관 로그인을 쓰지 않습니다.',
    'openid-failed': () => '기관 로그인을 마치지 못했습니다. 다시 해 주십시오.',
    'openid-unreachable': () => '기관 로그인 서버에 닿지 못했습니다. 잠시 뒤에 다시 해 주십시오.',
    'openid-not-invited': () => '아직 초대받지 않은 계정입니다. 사례의 주인에게 초대 주소를 청해 주십시오.',
    'openid-other-account': () =>
      '같은 이메일 주소를 쓰는 계정이 이미 있습니다. 그 계정의 암호로 로그인한 뒤 기관 로그인을 이어 주십시오.',
    'account-closed': () => '닫힌 계정입니다. 작업실 관리자에게 물어봐 주십시오.',
    // 무엇을 해도 되는가
    'not-allowed': (values: RefusalValues): string =>
      values.least === 'owner'
        ? '이 사례의 주인만 할 수 있습니다.'
        : values.least === 'editor'
          ? '이 사례의 편집자부터 할 수 있습니다.'
          : values.least === 'reviewer'
            ? '이 사례의 검토자부터 할 수 있습니다.'
            : '할 수 없는 일입니다.',
    'admin-only': () => '작업실 관리자만 할 수 있습니다.',
    'not-yours': () => '다른 사람이 쓴 것은 바꿀 수 없습니다.',
    'signs-not-as': (values: RefusalValues) =>
      `${values.role} 역할로 서명할 수 있는 사람이 아닙니다. 사례의 주인이 정합니다.`,
    // 사례와 파일
    'no-such-case': () => '그런 사례가 없거나, 볼 수 없는 사례입니다.',
    'case-exists': (values: RefusalValues) => `${values.case ?? values.id ?? ''}: 이미 있는 사례입니다.`,
    'bad-case-id': () => '사례 이름은 영문 소문자와 숫자, 줄표로 적어 주십시오.',
    'confirm-differs': () => '지우려면 사례의 이름을 그대로 적어 주십시오.',
    'no-such-file': (values: RefusalValues) => `${values.path ?? ''}: 그런 파일이 없습니다.`,
    'path-taken': (values: RefusalValues) => `${values.path ?? ''}: 이미 있는 파일입니다.`,
    'bad-path': (values: RefusalValues) =>
      `${values.path ?? ''}: 파일 이름으로 쓸 수 없습니다. 폴더는 /로 나누고, .이나 ..으로 시작하는 이름과 특수 문자는 쓰지 않습니다.`,
    'file-changed': (values: RefusalValues) =>
      `${values.path ?? ''}: 그사이에 바뀌었습니다. 다시 읽은 뒤 고쳐 주십시오.`,
    'not-a-text': (values: RefusalValues) => `${values.path ?? ''}: 글 파일이 아닙니다.`,
    'bad-update': () => '받을 수 없는 변경입니다. 페이지를 다시 열어 주십시오.',
    'file-too-large': (values: RefusalValues) =>
      `${values.path ?? '파일'}: 너무 큽니다. 파일 하나는 ${megabytes(values.limit)}까지입니다.`,
    'case-too-large': (values: RefusalValues) =>
      `사례의 글이 너무 큽니다. 모두 합해 ${megabytes(values.limit)}까지입니다.`,
    'attachments-too-large': (values: RefusalValues) =>
      `첨부가 너무 큽니다. 모두 합해 ${megabytes(values.limit)}까지입니다.`,
    'too-many-files': (values: RefusalValues) => `파일이 너무 많습니다. ${values.limit ?? ''}개까지입니다.`,
    'bad-archive': () => '열 수 없는 zip 파일입니다. 사례 폴더를 zip으로 묶어 올려 주십시오.',
    'archive-too-large': () => 'zip을 풀면 너무 크거나 파일이 너무 많습니다.',
    'empty-archive': () => 'zip 안에 사례의 파일이 없습니다. case.yaml이 있는 폴더를 묶어 주십시오.',
    'edit-refused': (values: RefusalValues) => `${values.reason ?? '그 자리를 고칠 수 없습니다.'}`,
    'case-has-errors': () => '사례의 파일에 고칠 곳이 있습니다. 고친 뒤 다시 해 주십시오.',
    'no-model': () => '모델이 없는 사례입니다. 구성 요소와 사건을 적으면 재생할 수 있습니다.',
    'bad-time': (values: RefusalValues) =>
      `${values.text ?? ''}: 시각으로 읽을 수 없습니다. 15:30, 오후 3시 30분, +12m처럼 적어 주십시오.`,
    'no-such-revision': () => '그런 판이 없습니다.',
    // 사람
    'no-such-user': () => '그런 사람이 없습니다.',
    'email-taken': () =>
      '이미 쓰이는 이메일 주소입니다. 그 계정으로 로그인한 뒤 초대 주소를 다시 열어 주십시오.',
    'identity-taken': () => '다른 계정에 이어진 기관 로그인입니다.',
    'no-such-member': () => '이 사례에 없는 사람입니다.',
    'last-owner': () => '사례에는 주인이 한 사람은 있어야 합니다. 먼저 다른 사람을 주인으로 정해 주십시오.',
    'last-admin': () =>
      '작업실에는 관리자가 한 사람은 있어야 합니다. 먼저 다른 사람을 관리자로 정해 주십시오.',
    'no-such-invitation': () => '그런 초대가 없습니다.',
    'invitation-used': () => '이미 쓰인 초대입니다.',
    'invitation-expired': () => '기한이 지난 초대입니다. 새 초대를 청해 주십시오.',
    'no-such-token': () => '그런 토큰이 없습니다.',
    'too-many-tokens': (values: RefusalValues) =>
      `토큰은 ${values.limit}개까지입니다. 쓰지 않는 것을 없애 주십시오.`,
    'no-such-session': () => '그런 로그인이 없습니다.',
    // 받은 것
    'no-such-draft': () => '받은 것 가운데 그런 것이 없습니다.',
    'draft-decided': () => '이미 정해진 것입니다.',
    'no-such-original': () => '원본이 없습니다.',
    'bad-roles': () => '이름과 역할의 짝을 읽을 수 없습니다. JSON으로 적어 주십시오.',
    'no-such-webhook': () => '그런 웹훅이 없습니다.',
    // 검토
    'no-such-comment': () => '그런 의견이 없습니다.',
    'no-such-round': () => '그런 검토 차례가 없습니다.',
    'round-closed': () => '이미 닫힌 검토 차례입니다.',
    'no-such-item': () => '그런 물음이 없습니다.',
    'too-many-answers': () => '이 차례에는 답이 너무 많습니다.',
    'no-such-sign-off': () => '그런 서명이 없습니다.',
    // 지금
    'log-refused': (values: RefusalValues) => `${values.reason ?? '적을 수 없습니다.'}`,
    'no-status-folder': () =>
      '공개 상황판을 쓸 폴더가 정해지지 않았습니다. manil workspace --status-out <폴더>로 시작해 주십시오.',
  },
  pages: {
    title: '만일 작업실',
    appMissing:
      '작업실 화면이 아직 빌드되지 않았습니다. npm run build로 만들어 주십시오. API는 답하고 있습니다.',
    keyTitle: '이 열쇠로는 들어갈 수 없습니다',
    reportBroken: '이 사례의 파일에 고칠 곳이 있어 보고서를 만들지 못했습니다.',
    toWorkspace: '작업실로',
  },
  /** 열쇠로 들어오는 첫 계정의 이름. */
  localOwner: '이 컴퓨터의 주인',
  revisions: {
    imported: '폴더에서 가져옴',
    begun: '사례를 시작함',
    restored: (number: number) => `${number}판으로 되돌림`,
  },
}
