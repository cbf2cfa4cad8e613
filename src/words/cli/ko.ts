/** The words of the command line, Korean: 합쇼체 where it speaks to the user, noun phrases in tables. */
export const ko = {
  errorLabel: '오류:',
  systemError: (code: string, path: string) => {
    const where = path === '' ? '' : `: ${path}`
    const reasons: Readonly<Record<string, string>> = {
      EACCES: '권한이 없습니다',
      EPERM: '권한이 없습니다',
      ENOENT: '그런 파일이나 폴더가 없습니다',
      ENOSPC: '디스크에 자리가 없습니다',
      EROFS: '쓸 수 없는 디스크입니다',
      ENOTDIR: '폴더가 아닙니다',
      EBUSY: '다른 명령이 쓰고 있습니다. 다시 해 주십시오',
      EISDIR: '파일이 아니라 폴더입니다',
    }
    return `${reasons[code] ?? `운영 체제가 거절했습니다(${code})`}${where}`
  },
  bug: (message: string) =>
    `Manil의 결함입니다: ${message}\n` +
    '입력하신 명령과, 나눌 수 있다면 그 사례 폴더를 프로젝트의 이슈로 알려 주십시오. 사례 파일은 바뀌지 않았습니다.',
  notBuilt: '페이지의 스크립트가 아직 없습니다. npm run build로 만들어 주십시오.',
  usage: {
    didYouMean: (meant: string) => `혹시 ${meant}입니까?`,
    unknownOption: (name: string) => `${name}: 모르는 옵션입니다.`,
    unknownCommand: (name: string) => `${name}: 모르는 명령입니다.`,
    missingArgument: (name: string) => `<${name}>이(가) 빠졌습니다. --help에 예가 있습니다.`,
    missingValue: (name: string) => `${name}에 값이 빠졌습니다.`,
    missingOption: (name: string) => `${name}이(가) 있어야 합니다.`,
    excessArguments: '인자가 너무 많습니다. --help에 예가 있습니다.',
    invalidValue: (name: string) => `${name}의 값을 읽을 수 없습니다. --help에 예가 있습니다.`,
  },
  help: {
    program:
      '만일(manil): 스스로를 시험하는 장애 보고서.\n글 파일 폴더 하나가, "만일 이랬더라면"을 물어볼 수 있는 보고서가 됩니다.',
    usage: '<명령> [옵션]',
    version: '판 번호',
    help: '도움말',
    helpCommand: '명령의 도움말',
    command: '명령',
    lang: '말: ko 또는 en. 적지 않으면 LANG을 따름',
    json: '한 줄에 JSON 하나씩 내보냄',
    scenario: '사례의 다른 시나리오 (id)',
    titles: {
      'Usage:': '쓰는 법:',
      'Arguments:': '인자:',
      'Options:': '옵션:',
      'Commands:': '명령:',
    } as Readonly<Record<string, string>>,
    examples: (lines: readonly string[]) => `예:\n${lines.map(line => `  ${line}\n`).join('')}`,
    exampleNotes: { new: '배우기 위한 작은 사례', check: '모든 잘못을 한 번에', serve: '브라우저에서 보기' },
    commands: {
      new: {
        about: '배우기 위한 작은 사례를 폴더에 만듭니다.',
        examples: ['manil new my-case', 'manil new my-case --lang en'],
        options: {},
      },
      check: {
        about:
          '사례의 잘못을 모두 찾아 자리와 고칠 방법을 알려 줍니다.\n잘못이 있으면 1, 읽을 수 없으면 2로 끝납니다.',
        examples: ['manil check cases/kakao-2022', 'manil check cases/* --json'],
        options: { strict: '경고만 있어도 1로 끝냄' },
      },
      run: {
        about: '사례를 모델에서 재생하고 기록과 맞추어 봅니다.',
        examples: ['manil run cases/kakao-2022', 'manil run cases/* --json'],
        options: { changes: '모든 상태 변화를 순서대로 보임' },
      },
      if: {
        about: '조건을 바꾸어 다시 재생하고 무엇이 달라지는지 보여 줍니다.',
        examples: ['manil if cases/kakao-2022 tools-in-two-sites', 'manil if cases/kakao-2022 --all'],
        options: { all: '만일 하나씩 모두, 그리고 모두 함께' },
      },
      drill: {
        about: '하나를 잃으면 무엇이 멈추고, 저절로 돌아오는지 손으로만 돌아오는지 봅니다.',
        examples: ['manil drill cases/kakao-2022', 'manil drill cases/kakao-2022 --lose pangyo,promote-tool'],
        options: { lose: '함께 잃을 구성 요소, 쉼표로 나눔. 없으면 장소·방·전원·도구를 하나씩' },
      },
      replay: {
        about:
          '한 사례의 일이 다른 시스템에서 일어난다면. 배역에 맞는 짝을 모두 찾아 돌려 보고, 갖춘 조건과 없는 조건을 가릅니다.\n그 시스템의 목표가 깨지거나(목표가 없으면 서비스가 하나라도 멈추면) 1로 끝납니다.',
        examples: [
          'manil replay cases/kakao-2022 --on cases/nirs-2025',
          'manil replay cases/kakao-2022 --on ours --bind ups-beside=seoul.ups-2 --out replay.html',
        ],
        options: {
          on: '그 일을 맞을 시스템: 사례 폴더나 YAML 파일',
          bind: '배역을 직접 정함: 배역=id, 배역=id,id, 배역=none',
          match: '자세히 볼 짝의 번호. 없으면 가장 많이 멈추는 짝',
          out: '한 파일로 된 쪽(HTML)으로도 씀',
        },
      },
      why: {
        about: '그때 왜 멈추어 있었는지를 사건까지 따라 내려갑니다.',
        examples: [
          'manil why cases/kakao-2022 talk-text --at "2022-10-15 18:00"',
          'manil why cases/kakao-2022 talk-text --at +2h40m',
        ],
        options: { at: '시각: 사례의 시간대이거나 시작에서부터(+10m)' },
      },
      path: {
        about: '멈추어 있던 시간이 무엇에 쓰였는지 나누어 봅니다. 더하면 전체가 됩니다.',
        examples: ['manil path cases/kakao-2022 talk-text'],
        options: {},
      },
      draw: {
        about:
          '시스템을 SVG 그림으로 그립니다. 보고서의 재생과 같은 그림이고, --at이 없으면 첫 사건 전입니다.',
        examples: [
          'manil draw cases/kakao-2022 --at "2022-10-15 18:00" > 18.svg',
          'manil draw cases/kakao-2022 --at +3h --if tools-in-two-sites --out with.svg',
        ],
        options: {
          at: '시각: 사례의 시간대이거나 시작에서부터(+10m)',
          if: '갖춘 것으로 볼 만일, 여럿이면 이어서',
          dark: '어두운 바탕',
          out: '쓸 파일. 없으면 출력으로',
        },
      },
      completion: {
        about: '셸에서 탭으로 명령과 옵션, 사례와 만일의 id를 채우는 스크립트를 씁니다.',
        examples: [
          'source <(manil completion bash)',
          'manil completion zsh > ~/.zfunc/_manil',
          'manil completion fish > ~/.config/fish/completions/manil.fish',
        ],
        options: {},
      },
      publish: {
        about: '보고서를 만듭니다. 말마다 HTML 파일 하나이고 네트워크 없이 열립니다.',
        examples: ['manil publish cases/kakao-2022 --out site'],
        options: { out: '보고서를 놓을 폴더' },
      },
      import: {
        about:
          '대화, 경보, 호출, 상태 페이지, 표, 메모에서 사실의 초안을 만듭니다.\n초안은 사례 곁에서 기다리고, --accept로 사실이 됩니다.',
        examples: [
          'manil import my-case slack-export.zip --roles roles.yaml',
          'manil import my-case notes.md --zone Europe/Paris',
          'manil import my-case --accept all',
        ],
        options: {
          format: '파일의 형식. 적지 않으면 알아봄',
          zone: '시간대가 없는 시각의 시간대. 적지 않으면 사례의 것',
          roles: 'YAML이나 JSON: 이름이나 아이디와 그 대신 쓸 역할',
          accept: '사실로 삼을 초안: 표의 글자, 또는 all',
        },
      },
      log: {
        about:
          '지금 일어나는 일을 한 줄 적습니다. 그대로 타임라인의 사실이 됩니다.\n"메일 복구", "↓ talk-text", "mail 40%: 느려짐"처럼 적으면 상태로 알아듣습니다.',
        examples: [
          'manil log my-case "talk-text down: 전원이 끊김"',
          'manil log my-case "메일 복구" --at 15:30',
          'manil log my-case "16시에 다시 알려 드립니다" --public',
        ],
        options: {
          at: '때: 15:30, "5분 전". 없으면 지금',
          down: '멈춘 구성 요소, 쉼표로 나눔',
          up: '돌아온 구성 요소',
          impaired: '일부만 되는 구성 요소',
          public: '모두에게 알리는 말: 상태 페이지에 실림',
          to: '작업실의 주소(없으면 MANIL_URL). 토큰은 MANIL_TOKEN',
        },
      },
      board: {
        about: '타임라인만으로 서비스가 지금 어떤지, 언제부터인지 봅니다. 모델이 없어도 됩니다.',
        examples: ['manil board cases/kakao-2022', 'manil board my-case --at 15:30'],
        options: { at: '그때의 상황. 없으면 기록의 마지막' },
      },
      status: {
        about:
          '모두가 보는 상태 페이지와 Atom 피드를 파일로 씁니다. 어디에 두어도 열립니다.\n서비스의 상태와 알린 것만 싣고, 안의 기록은 싣지 않습니다.',
        examples: [
          'manil status my-case --out status',
          'manil status my-case --out status --next 30m --url https://status.example.com/',
        ],
        options: {
          out: '파일을 놓을 폴더',
          next: '다음 소식: 16:00이나 30m',
          url: '파일이 놓일 주소: 피드의 링크에 씀',
        },
      },
      serve: {
        about: '사례의 목록과 보고서를 브라우저에서 봅니다. 파일을 고치면 따라 바뀝니다.',
        examples: ['manil serve cases', 'manil serve my-case --port 4000'],
        options: { port: '포트. 쓰이고 있으면 다음 것', open: '브라우저를 염' },
      },
      workspace: {
        about:
          '작업실을 엽니다. 브라우저에서 함께 쓰고 검토합니다.\n자료는 DATABASE_URL(PostgreSQL)에, 없으면 자료 폴더에 남습니다.\n적은 폴더의 사례는 처음 한 번 가져오며, 폴더는 그대로 둡니다.',
        examples: [
          'manil workspace cases',
          'DATABASE_URL=postgres://db/manil manil workspace',
          'MANIL_URL=https://manil.example.com manil workspace --host 0.0.0.0',
        ],
        options: {
          port: '포트. 쓰이고 있으면 다음 빈 포트',
          host: '들을 주소. 적지 않으면 127.0.0.1(이 컴퓨터만)',
          data: '데이터베이스 폴더. 적지 않으면 .manil',
          open: '브라우저를 염',
          log: '로그를 한 줄에 JSON 하나씩 오류 출력으로 냄',
          statusOut: '공개 상황판을 쓸 폴더',
        },
      },
      backup: {
        about: '작업실의 모든 것을 파일 하나에 씁니다. 그동안 다른 사람이 써도 됩니다.',
        examples: ['manil backup --out manil.backup'],
        options: { out: '백업을 쓸 파일', data: '데이터베이스 폴더' },
      },
      restore: {
        about: '빈 작업실에 백업을 되살립니다.',
        examples: ['manil restore manil.backup --data .manil'],
        options: { data: '데이터베이스 폴더' },
      },
      doctor: {
        about:
          '작업실에서 사라지거나 바뀐 것이 없음을 해시와 사슬과 글로 확인합니다.\n찾은 것이 있으면 1로 끝납니다.',
        examples: ['manil doctor', 'DATABASE_URL=postgres://db/manil manil doctor'],
        options: { data: '데이터베이스 폴더' },
      },
    },
  },
  case: {
    reading: (id: string, done: number, total: number) => `${id}: 파일 ${done} / ${total} 읽는 중…`,
    checking: (id: string) => `${id}: 읽은 것을 맞추어 보고 돌리는 중…`,
    notFound: (path: string) => `그런 폴더가 없습니다: ${path}`,
    notACase: (path: string) => `사례의 폴더도 YAML 파일도 아닙니다: ${path}`,
    hasErrors: (id: string, count: number) => `${id}에 고쳐야 할 곳이 ${count}군데 있어 더 갈 수 없습니다.`,
    noModel: (id: string) =>
      `${id}에는 모델이 없습니다. 구성 요소와 사건(events)을 적으면 재생할 수 있습니다.`,
    unknownComponent: (id: string) => `${id}: 이 사례에 그런 구성 요소가 없습니다.`,
    unknownScenario: (id: string) => `${id}: 이 사례에 그런 시나리오가 없습니다.`,
    unknownIf: (id: string) => `${id}: 이 사례에 그런 만일이 없습니다.`,
    meant: (id: string) => `혹시 ${id}입니까?`,
    badTime: (text: string) =>
      `${text}: 시각으로 읽을 수 없습니다. "2022-10-15 16:00"이나 +40m처럼 적어 주십시오.`,
    outsideRun: (from: string, to: string) => `지켜보는 동안의 시각이어야 합니다: ${from}부터 ${to}까지.`,
  },
  none: '—',
  columns: {
    service: '서비스',
    down: '멈춘 시간',
    impaired: '일부만',
    from: '멈춘 때',
    back: '돌아온 때',
    fact: '사실',
    record: '기록',
    model: '모델',
    error: '오차',
    verdict: '판정',
    time: '때',
    component: '구성 요소',
    level: '상태',
    condition: '조건',
    was: '그때',
    becomes: '바꾸면',
    before: '그때',
    after: '바꾸면',
    difference: '차이',
    ifs: '만일',
    until: '까지',
    spentOn: '무엇에',
    draft: '초안',
    text: '내용',
    marks: '표시',
  },
  check: {
    fine: (id: string) => `${id}: 잘못이 없습니다.`,
    found: (id: string, errors: number, warnings: number) =>
      `${id}: ${[errors > 0 ? `오류 ${errors}개` : '', warnings > 0 ? `경고 ${warnings}개` : ''].filter(Boolean).join(', ')}`,
  },
  run: {
    watched: (from: string, to: string, zone: string) => `${from}부터 ${to}까지 (${zone})`,
    inPlace: (ids: string) => `이 시나리오에 들어 있는 조건: ${ids}`,
    noServices: '이 사례에는 서비스가 없습니다.',
    notBack: '기간 안에 돌아오지 않음',
    others: (fitted: string, bounds: string, inputs: number) =>
      `그 밖: 모델을 맞춘 사실 ${fitted}, 한계만 아는 사실 ${bounds}, 넣은 사실 ${inputs}`,
  },
  if: {
    none: '이 사례에는 만일(ifs)이 없습니다.',
    which: (ids: string) => `만일의 id를 하나 이상, 또는 --all을 적어 주십시오. 이 사례의 만일: ${ids}`,
    removed: '(지움)',
    missing: '(없음)',
    together: '모두 함께',
    cannotCombine: '함께 할 수 없음',
    judging: '범위를 양 끝으로 돌려 봅니다…',
    end: { low: '아래 끝', high: '위 끝' },
    working: (done: number, total: number) => `만일 ${done} / ${total}…`,
  },
  drill: {
    returns: { 'by-itself': '저절로', 'by-hand': '손으로만', 'not-at-all': '돌아오지 않음' },
    nothingFalls: '없음',
    impaired: '일부만 됨',
    working: (done: number, total: number) => `잃어 보기 ${done} / ${total}…`,
    sum: (falling: number, total: number) =>
      `하나만 잃어도 서비스가 멈추는 것은 ${total}개 가운데 ${falling}개이다.`,
  },
  replay: {
    working: '짝을 찾아 돌려 보는 중…',
    noEvents: (id: string) => `${id}에는 사건(events)이 없어 옮겨 볼 것이 없습니다.`,
    badBinding: (text: string) => `--bind ${text}: 배역=id 꼴로 쓰십시오.`,
    unknownRole: (id: string) => `배역 「${id}」이 없습니다.`,
    noSuchMatch: (number: number, count: number) => `짝 ${number}은 없습니다. 짝은 ${count}가지입니다.`,
    outIsFolder: (path: string) => `${path}은(는) 폴더입니다. --out에는 파일 이름을 쓰십시오.`,
    written: (path: string) => `쪽을 썼습니다: ${path}`,
  },
  why: {
    at: (time: string) => `${time}의 모델`,
    states: { up: '정상', impaired: '일부', down: '멈춤' },
  },
  path: {
    outage: (name: string, from: string, to: string, total: string) =>
      `${name}: ${from}부터 ${to}까지 ${total}`,
    sum: '합계',
  },
  draw: {
    working: (id: string) => `${id}의 시스템을 그립니다…`,
    nothing: (id: string) => `${id}에는 그릴 구성 요소가 없습니다.`,
    written: (path: string) => `${path}에 그림을 썼습니다.`,
    before: '첫 사건 전',
  },
  publish: {
    working: (id: string) => `${id}의 보고서를 만듭니다…`,
    written: (count: number, folder: string) => `${folder}에 파일 ${count}개를 썼습니다.`,
    outIsFile: (path: string) => `폴더가 아닙니다: ${path}`,
    warnings: (count: number) => `경고 ${count}개가 있습니다. manil check로 볼 수 있습니다.`,
  },
  import: {
    notFound: (path: string) => `그런 파일이나 폴더가 없습니다: ${path}`,
    notAFile: (path: string) => `파일도 폴더도 아닙니다: ${path}`,
    tooLarge: (path: string) => `파일이 너무 많거나 커서 ${path}에서 멈추었습니다. 나누어 넣어 주십시오.`,
    badZone: (zone: string) => `${zone}: 그런 시간대가 없습니다. Asia/Seoul처럼 적어 주십시오.`,
    badRoles: (file: string) => `${file}: "hana.kim: 당직 엔지니어"처럼 한 줄에 하나씩 적어 주십시오.`,
    unreadable: (path: string) => `${path}: YAML로 읽을 수 없습니다. 고치거나, 지우고 다시 시작해 주십시오.`,
    unknownDraft: (key: string) => `${key}: 그런 초안이 없습니다.`,
    ambiguousDraft: (key: string) => `${key}: 그렇게 시작하는 초안이 여럿입니다. 더 적어 주십시오.`,
    refused: (reason: string) => `사례를 고치지 않았습니다. ${reason}`,
    none: '기다리는 초안이 없습니다.',
    more: (count: number) => `… 파일에 ${count}개가 더 있습니다.`,
    found: (count: number, folded: number, before: number) => {
      const parts = [folded > 0 ? `접어 둔 것 ${folded}개` : '', before > 0 ? `이미 있던 것 ${before}개` : '']
      const besides = parts.filter(Boolean).join(', ')
      return `초안 ${count}개${besides === '' ? '' : ` (${besides})`}`
    },
    next: (path: string) => `${path}에서 고칠 수 있고, --accept로 사실이 됩니다.`,
    accepted: (count: number, left: number) =>
      `초안 ${count}개가 사례의 사실이 되었고, ${left}개가 기다립니다.`,
    lacking: (count: number) => `${count}개는 시각이나 내용이 없어 그대로 두었습니다.`,
    inboxHead:
      '# 사실의 초안, 시각 순서. 시각과 글을 고치고, 쓸모없는 것은 지우고, all로 받아들이지 않을 것에는 "skip: true"를\n' +
      '# 적은 다음 manil import에 --accept를 붙여 주십시오. 여기 있는 것은 아직 사례가 아닙니다.',
    importedHead: '# 어떤 사실이 어떤 초안에서 왔는지, 원문의 SHA-256과 함께.',
    peopleHead:
      '# 역할이나 가명 뒤의 이름: 안에서만 보고 저장소에는 넣지 마십시오. 가명 자리에 역할을 적으면 다음부터 그 역할을\n' +
      '# 씁니다.',
  },
  new: {
    notEmpty: (path: string) => `비어 있지 않은 폴더입니다: ${path}. 있는 것을 덮어쓰지 않습니다.`,
    written: (path: string) => `${path}에 배우기 위한 작은 사례를 만들었습니다. 꾸며 낸 사례입니다.`,
    next: (path: string) =>
      `다음에 해 볼 것:\n  manil check ${path}\n  manil run ${path}\n  manil if ${path} --all\n  manil serve ${path}\n`,
  },
  workspace: {
    address: (address: string) => `작업실   ${address}`,
    keyed: '이 주소를 열면 이 컴퓨터의 주인으로 들어갑니다. 다른 사람에게 보내지 마십시오.',
    takenIn: (id: string) => `${id}: 작업실로 가져왔습니다. 폴더는 그대로 있습니다.`,
    notTakenIn: (id: string, reason: string) => `${id}: 가져오지 못했습니다. ${reason}`,
    firstJoin: (address: string) => `처음 들어올 관리자에게 보낼 초대(7일, 한 번):\n  ${address}`,
    noCases: '아직 사례가 없습니다. 작업실에서 시작하거나, 사례 폴더를 뒤에 적어 다시 시작해 주십시오.',
    badVariable: (name: string) => `환경 변수 ${name}의 값을 읽을 수 없습니다.`,
    needsUrl: (host: string) =>
      `${host}에서 들으면 다른 컴퓨터에서도 닿습니다. 사람들이 여는 주소를 MANIL_URL로 알려 주십시오(예: MANIL_URL=https://manil.example.com).`,
    needsEncryption:
      '다른 컴퓨터에서 여는 작업실은 https여야 합니다. TLS를 맡는 프록시를 앞에 두고 MANIL_URL을 https://…로 적어 주십시오.',
    faults: {
      'in-use': (folder: string) =>
        `다른 만일이 이미 쓰고 있는 자료입니다: ${folder}. 그것을 끝내거나 --data로 다른 폴더를 골라 주십시오.`,
      unreachable: (reason: string) =>
        `데이터베이스에 닿지 못했습니다(${reason}). DATABASE_URL과 데이터베이스를 살펴봐 주십시오.`,
      'unusable-folder': (folder: string) => `쓸 수 없는 폴더입니다: ${folder}`,
      damaged: (folder: string) =>
        `데이터베이스가 상했습니다: ${folder}. 백업을 빈 폴더에 되살려 주십시오(manil restore).`,
      'not-utf8': (encoding: string) =>
        `데이터베이스의 인코딩이 ${encoding}입니다. UTF8로 만든 데이터베이스를 써 주십시오.`,
      'newer-schema': '더 새로운 만일이 만든 데이터입니다. 만일을 새 판으로 바꿔 주십시오.',
      'migration-failed': (reason: string) =>
        `데이터베이스를 새 판에 맞추지 못했습니다(${reason}). 바뀐 것은 없습니다.`,
    },
    doctorFine: (cases: number, revisions: number) => `사례 ${cases}개, 판 ${revisions}개: 모두 온전합니다.`,
    doctorFound: (count: number) => `온전하지 않은 것 ${count}개:`,
    backedUp: (path: string) => `${path}에 백업을 썼습니다.`,
    restored: (path: string, cases: number) => `${path}에서 사례 ${cases}개를 되살렸습니다.`,
    noBackup: (path: string) => `그런 파일이 없습니다: ${path}`,
    notEmpty: '비어 있지 않은 작업실입니다. 백업은 빈 곳에만 되살립니다. --data로 새 폴더를 골라 주십시오.',
    badBackup: (path: string) => `백업이 아니거나 상한 파일입니다: ${path}`,
  },
  serve: {
    library: (address: string) => `목록   ${address}`,
    case: (id: string, address: string) => `${id}   ${address}`,
    stop: '끝내려면 Ctrl+C를 누르십시오.',
    noCases: (path: string) => `사례가 없습니다: ${path}. manil new로 만들 수 있습니다.`,
    portTaken: (port: number, next: number) => `${port}번 포트가 쓰이고 있어 ${next}번을 씁니다.`,
    noPort: (first: number, last: number) =>
      `${first}번에서 ${last}번까지 빈 포트가 없습니다. --port로 골라 주십시오.`,
    badPort: (port: number) => `${port}: 포트는 0부터 65535까지입니다.`,
  },
}
