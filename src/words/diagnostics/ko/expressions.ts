import { attach } from '../../particles.js'
import type { MessageOf } from '../message.js'

/** Expressions and durations. */
export const expressions = {
  'expression-empty': () => ({
    what: '식이 비어 있습니다.',
    todo: '식을 적거나 줄을 지우십시오.',
  }),
  'expression-long': v => ({
    what: `식이 ${v.limit}자보다 깁니다.`,
    todo: '이름을 가진 구성 요소로 나누어 적으십시오.',
  }),
  'expression-deep': v => ({
    what: `괄호나 full이 ${v.limit}겹보다 깊습니다.`,
    todo: '이름을 가진 구성 요소로 나누어 적으십시오.',
  }),
  'expression-unexpected': v => ({
    what:
      v.atEnd === 1
        ? '식이 도중에 끝났습니다.'
        : `식의 이 자리에 ${attach(`「${v.text}」`, '이/가')} 올 수 없습니다.`,
    todo: '쓸 수 있는 꼴: a and b, a or b, ( … ), 2 of (a, b, c), hosts >= 60%, sum(east, west) >= 40',
  }),
  'expression-unclosed': () => ({ what: '괄호가 닫히지 않았습니다.', todo: ')로 닫으십시오.' }),
  'expression-compare': () => ({
    what: '개수는 >=로만 견줍니다.',
    todo: '「hosts >= 60%」처럼 적으십시오. 모자람은 when과 unless에서 not (hosts >= 60%)로 적습니다.',
  }),
  'expression-amount': v => ({
    what: `>= 뒤에 개수나 퍼센트가 와야 하는데 ${attach(`「${v.text}」`, '이/가')} 있습니다.`,
    todo: '「hosts >= 400」 또는 「hosts >= 60%」처럼 적으십시오.',
  }),
  'expression-some': v => ({
    what:
      v.parts === undefined
        ? `${v.text} 뒤에는 of ( … )가 와야 합니다.`
        : `${v.parts}개 가운데 ${v.text}개를 바랄 수 없습니다.`,
    todo: '「2 of (a, b, c)」처럼, 1부터 괄호 안의 개수까지 적으십시오.',
  }),
  'percent-over-100': v => ({
    what: `${attach(String(v.text), '은/는')} 100 %를 넘습니다.`,
    todo: '100 % 이하로 적으십시오.',
  }),
  'bad-percent': v => ({
    what: `${attach(`「${v.text}」`, '은/는')} 퍼센트가 아닙니다.`,
    todo: '「90%」처럼 적으십시오.',
  }),
  'whole-units': v => ({
    what: `${attach(String(v.text), '은/는')} 정수가 아닙니다. 단위는 나눌 수 없습니다.`,
    todo: '정수나 퍼센트를 적으십시오.',
  }),
  'needs-not': v => ({
    what: `${v.field}에는 not을 쓸 수 없습니다. 무엇이 더 있어서 멈추는 일은 없기 때문입니다.`,
    todo: '「…이 없을 때에만」이라는 식은 사건의 unless나 되살아나는 길의 when에 적으십시오.',
  }),
  'how-many': v => ({
    what: `${attach(String(v.id), '은/는')} ${v.count}개인데 몇 개가 있어야 하는지 적혀 있지 않습니다.`,
    todo: `모두이면 「${v.id} >= 100%」, 일부이면 「${v.id} >= 60%」나 「${v.id} >= 개수」로 적으십시오.`,
  }),
  'full-cycle': v => ({
    what: `${attach(String(v.id), '이/가')} 돌고 돌아 자신을 가리킵니다.`,
    todo: 'full끼리 서로를 부르지 않게 하십시오.',
  }),
  'sum-twice': v => ({
    what: `sum에 ${attach(String(v.id), '이/가')} 두 번 있어서 두 번 더해집니다.`,
    todo: '하나를 지우십시오.',
  }),
  'never-enough': v => ({
    what: `모두 합쳐도 ${v.total}개이므로 ${v.asked}개가 될 수 없습니다.`,
    todo: '개수를 줄이거나 count를 늘리십시오.',
  }),
  'always-enough': () => ({
    what: '0개 이상이라는 식은 늘 참입니다.',
    todo: '1 이상을 적거나 지우십시오.',
  }),
  'mixed-and-or': () => ({
    what: 'and와 or가 괄호 없이 섞여 있습니다. and가 먼저 묶입니다.',
    todo: '뜻하는 대로 괄호를 두십시오.',
  }),
  'bad-duration': v => ({
    what: `${attach(`「${v.text}」`, '은/는')} 걸리는 시간이 아닙니다.`,
    todo: '90s, 10m, 4h30m, 2d처럼 적고, 확실하지 않으면 8m..14m처럼 열에 아홉이 드는 두 끝을 적으십시오.',
  }),
  'duration-without-unit': v => ({
    what: `${v.text}에 단위가 없습니다.`,
    todo: 's(초), m(분), h(시간), d(일) 가운데 하나를 붙이십시오.',
  }),
  'negative-duration': v => ({
    what: `${attach(String(v.text), '은/는')} 0보다 짧습니다.`,
    todo: '0m 이상의 시간을 적으십시오. 시작보다 이른 때는 사실의 at에만 적을 수 있습니다.',
  }),
  'range-from-zero': v => ({
    what: `범위 ${attach(String(v.text), '이/가')} 0에서 시작합니다. 로그 정규 분포에는 0이 없습니다.`,
    todo: '「1s..5m」처럼 0보다 긴 시간에서 시작하십시오.',
  }),
  'range-backwards': v => ({
    what: `앞의 ${attach(String(v.from), '이/가')} 뒤의 ${v.to}보다 나중이거나 깁니다.`,
    todo: '두 끝의 차례를 바꾸십시오.',
  }),
  'horizon-uncertain': v => ({
    what: `horizon은 범위나 0이 될 수 없습니다(「${v.text}」).`,
    todo: '「7d」처럼 하나로 적으십시오.',
  }),
} satisfies Readonly<Record<string, MessageOf>>
