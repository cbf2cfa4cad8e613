import { attach } from '../../particles.js'
import { type MessageOf, megabytes } from '../message.js'

/** Files and YAML. */
export const files = {
  'empty-folder': () => ({
    what: '이 폴더에는 사례 파일(*.yaml)이 없습니다.',
    todo: '`manil new 폴더`로 작은 사례를 만들어 시작하거나, case.yaml에 case:의 title, timezone, start를 적으십시오.',
  }),
  'empty-case': () => ({
    what: '사례 파일이 비어 있습니다.',
    todo: 'case:의 title, timezone, start부터 적으십시오.',
  }),
  'file-too-large': v => ({
    what: `파일이 너무 커서 읽지 않았습니다. 한도는 ${megabytes(v.limit)}입니다.`,
    todo: '글은 여러 파일로 나누고, 큰 자료는 다른 곳에 두고 출처에 주소를 적으십시오.',
  }),
  'case-too-large': v => ({
    what: `사례의 글 파일을 모두 더하면 한도 ${megabytes(v.limit)}를 넘습니다. 이 파일부터는 읽지 않았습니다.`,
    todo: '사례를 둘로 나누거나 쓰지 않는 파일을 폴더에서 빼십시오.',
  }),
  'attachments-too-large': v => ({
    what: `첨부를 모두 더하면 한도 ${megabytes(v.limit)}를 넘습니다. 이 파일부터는 읽지 않았습니다.`,
    todo: '큰 자료는 다른 곳에 두고 출처에 주소를 적으십시오.',
  }),
  'too-many-files': v => ({
    what: `폴더에 파일이 ${v.limit}개보다 많습니다. 나머지는 읽지 않았습니다.`,
    todo: '사례의 폴더에는 그 사례의 파일만 두십시오.',
  }),
  'folders-too-deep': v => ({
    what: `폴더가 ${v.limit}겹보다 깊습니다. 그 아래는 읽지 않았습니다.`,
    todo: '폴더를 덜 깊게 두십시오.',
  }),
  'link-out-of-folder': () => ({
    what: '이 링크는 사례의 폴더 밖을 가리킵니다. 따라가지 않았습니다.',
    todo: '필요한 파일이면 폴더 안으로 복사하십시오. 사례는 폴더 하나로 옮길 수 있어야 합니다.',
  }),
  'link-to-folder': () => ({
    what: '이 링크는 폴더를 가리킵니다. 따라가지 않았습니다.',
    todo: '폴더를 그 자리에 두거나 링크를 지우십시오.',
  }),
  'not-a-file': () => ({
    what: '보통의 파일이 아니어서 읽지 않았습니다.',
    todo: '파일로 바꾸거나 폴더에서 빼십시오.',
  }),
  'unreadable-file': v => ({
    what: `파일을 읽지 못했습니다(${v.reason}).`,
    todo: '파일이 있는지(가리키는 것이 없는 링크일 수 있습니다), 읽을 권한이 있는지 살펴보십시오.',
  }),
  'binary-file': () => ({
    what: '글 파일(UTF-8)이 아닙니다.',
    todo: '글이면 UTF-8로 다시 저장하고, 그림이나 문서이면 evidence/ 아래에 두십시오.',
  }),
  'yml-file': () => ({
    what: '이름이 .yml로 끝나서 사례로 읽지 않았습니다.',
    todo: '사례의 파일이면 이름을 .yaml로 바꾸십시오.',
  }),
  'missing-file': v => ({
    what: `${attach(String(v.file), '이/가')} 폴더에 없습니다.`,
    todo: '첨부는 evidence/ 아래에 두고 evidence/로 시작하는 경로를 적으십시오.',
  }),
  'missing-narrative': v => ({
    what: `languages에 ${v.language}가 있지만 ${attach(String(v.file), '이/가')} 없습니다.`,
    todo: `${attach(String(v.file), '을/를')} 쓰거나 languages에서 빼십시오. 없으면 그 언어의 보고서에는 본문이 비어 있습니다.`,
  }),
  'too-many-problems': v => ({
    what: `${v.shown}건만 보였고 ${v.left}건이 더 있습니다.`,
    todo: '앞의 것부터 고치고 다시 검사하십시오.',
  }),
  'too-deep': v => ({
    what: `묶음 안의 묶음이 ${v.limit}겹보다 깊어서 읽지 않았습니다.`,
    todo: '겹을 줄이십시오. 앵커(&)가 자신을 품고 있지 않은지도 살펴보십시오.',
  }),
  'too-many-values': v => ({
    what: `별칭(*)을 따라가면 값이 ${v.limit}개를 넘어서 이 파일을 읽지 않았습니다.`,
    todo: '별칭이 별칭을 거듭 부르지 않게 하십시오.',
  }),
  'too-many-entries': v => ({
    what: `항목이 ${v.limit}개보다 많습니다.`,
    todo: '비슷한 것은 count를 가진 하나로 묶으십시오.',
  }),
  tabs: () => ({
    what: '줄 앞에 탭이 있습니다. YAML의 들여쓰기는 빈칸만 씁니다.',
    todo: '탭을 빈칸 두 개로 바꾸십시오.',
  }),
  'not-yaml': v => ({
    what: `YAML로 읽을 수 없습니다${v.text === '' ? '' : `: 「${v.text}」`}.`,
    todo: '따옴표와 괄호의 짝, 콜론 뒤의 빈칸, 들여쓰기를 살펴보십시오.',
  }),
  'bad-indent': () => ({
    what: '들여쓰기가 맞지 않습니다.',
    todo: '같은 묶음의 항목은 같은 칸에서 시작하게 하십시오.',
  }),
  'unquoted-colon': () => ({
    what: '값 안에 콜론과 빈칸(「: 」)이 있어서 새 항목으로 읽힙니다.',
    todo: '값을 따옴표로 묶으십시오: "…: …".',
  }),
  'unclosed-bracket': () => ({
    what: '괄호({ 또는 [)가 닫히지 않았습니다.',
    todo: '} 또는 ]로 닫으십시오.',
  }),
  'unclosed-quote': () => ({
    what: '따옴표가 닫히지 않았습니다.',
    todo: '같은 따옴표로 닫으십시오.',
  }),
  'missing-colon': () => ({
    what: '항목의 이름 뒤에 콜론과 값이 없습니다.',
    todo: '「이름: 값」으로 쓰고, 콜론 뒤에 빈칸을 두십시오.',
  }),
  'needs-quotes': v => ({
    what: `따옴표 없이 ${attach(`「${String(v.text).slice(0, 1)}」`, '으로/로')} 시작하는 값은 읽을 수 없습니다.`,
    todo: '값을 따옴표로 묶으십시오.',
  }),
  'several-documents': () => ({
    what: '한 파일에 문서가 둘 이상 있습니다(---).',
    todo: '--- 줄을 지우거나 파일을 나누십시오.',
  }),
  'yaml-tag': () => ({
    what: 'YAML의 꼬리표(!…)는 쓰지 않습니다.',
    todo: '느낌표로 시작하는 말을 지우거나 값을 따옴표로 묶으십시오.',
  }),
  'not-a-map': () => ({
    what: '사례 파일은 「이름: 값」의 묶음이어야 합니다.',
    todo: 'case:, components:, events: 같은 이름으로 시작하십시오.',
  }),
  'unknown-alias': v => ({
    what: `별칭 *${v.text}이 가리키는 앵커 &${v.text}가 이 파일의 앞쪽에 없습니다.`,
    todo: '앵커는 같은 파일에서 먼저 두어야 합니다. 글자 그대로의 별표면 따옴표로 묶으십시오.',
  }),
  'duplicate-id': v => ({
    what: `id ${attach(String(v.id), '이/가')} 두 번 나옵니다.`,
    todo: '둘을 하나로 합치거나 한쪽의 이름을 바꾸십시오.',
  }),
  'duplicate-key': v => ({
    what: `같은 묶음에 ${attach(String(v.id), '이/가')} 두 번 나옵니다.`,
    todo: '하나만 남기십시오.',
  }),
  'bad-key': () => ({
    what: '항목의 이름은 글이어야 합니다.',
    todo: '목록이나 묶음을 이름으로 쓰지 마십시오.',
  }),
  'unquoted-comma': v => ({
    what: `{ } 안에서는 쉼표가 항목을 나눕니다. 그래서 「${v.rest}」부터 값에서 떨어져 나갔습니다.`,
    todo: '값을 따옴표로 묶으십시오.',
  }),
} satisfies Readonly<Record<string, MessageOf>>
