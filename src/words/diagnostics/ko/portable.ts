import { attach } from '../../particles.js'
import type { MessageOf } from '../message.js'

/** Roles, and ifs in the terms of other systems. */
export const portable = {
  'role-cycle': v => ({
    what: `배역이 돌고 돌며 서로에게 기대고 있습니다: ${v.circle}.`,
    todo: '그 가운데 하나에서 in, outside, holds, needs, needed-by를 빼십시오.',
  }),
  'role-rests-on-all': v => ({
    what: `배역 ${attach(String(v.id), '은/는')} 하나가 맡는데, 맞는 것을 모두 고르는 ${v.other}에 기대고 있습니다.`,
    todo: `하나가 맡는 배역에 기대게 하거나, ${v.id}에도 take: all을 쓰십시오.`,
  }),
  'role-of-many': v => ({
    what: `배역 ${attach(String(v.id), '은/는')} 하나가 맡는데, 여기서는 여럿이 맡고 있습니다: ${v.players}.`,
    todo: 'take: all을 쓰거나, 배역을 나누십시오.',
  }),
  'plays-twice': v => ({
    what: `${attach(String(v.component), '이/가')} 두 배역을 맡고 있습니다.`,
    todo: '하나만 맡기십시오. 그대로 두면 사건이 두 번 일어나는 셈이 됩니다.',
  }),
  'bad-factor': v => ({
    what: `「${v.text}」에서 몇 개가 되는지 알 수 없습니다.`,
    todo: '있는 개수의 퍼센트로 쓰십시오(300%). 백 배까지 쓸 수 있습니다.',
  }),
  'player-unfit': v => ({
    what: `여기서 배역 ${attach(String(v.id), '을/를')} 맡은 ${attach(String(v.component), '이/가')} 그 배역의 설명에 맞지 않습니다: ${v.lacks}.`,
    todo: '맡은 것이 맞도록 배역을 고쳐 쓰십시오. 그러지 않으면 다른 시스템에서 찾은 것도 믿을 수 없습니다.',
  }),
} satisfies Readonly<Record<string, MessageOf>>
