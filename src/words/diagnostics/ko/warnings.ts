import { attach } from '../../particles.js'
import type { MessageOf } from '../message.js'

/** What is allowed and probably not meant. */
export const warnings = {
  'never-repaired': v => ({
    what: `${attach(String(v.id), '은/는')} 사건 ${attach(String(v.event), '으로/로')} 부서진 뒤 끝까지 고쳐지지 않습니다.`,
    todo: 'repair(수리 작업이나 사건)를 적으십시오. 정말 돌아오지 않은 것이면 그대로 두어도 됩니다.',
  }),
  'crew-larger-than-team': v => ({
    what: `작업에 팀 ${v.team}의 ${v.units}명이 드는데 팀은 ${v.count}명입니다. 이 작업은 시작될 수 없습니다.`,
    todo: 'crew를 줄이거나 팀의 count를 늘리십시오.',
  }),
  'slower-way-first': v => ({
    what: `더 느린 길(${v.first})이 더 빠른 길(${v.second})보다 앞에 있습니다. 앞의 길이 먼저 쓰입니다.`,
    todo: '빠른 길을 앞에 두십시오. 앞의 길이 낫다고 본 까닭이 있으면 그대로 두어도 됩니다.',
  }),
  'standby-takes-no-time': v => ({
    what: `대기 ${attach(String(v.id), '이/가')} 시간이 들지 않고 켜집니다.`,
    todo: '켜지는 데 걸리는 시간을 recovery의 takes에 적으십시오.',
  }),
  'event-without-act': v => ({
    what: `사건 ${attach(String(v.id), '이/가')} 하는 일이 없습니다. destroy, fail, cut, release, repair 가운데 어느 것도 없습니다.`,
    todo: '무엇을 하는지 적으십시오. 보기만 한 일이면 facts에 적으십시오.',
  }),
  'if-replaces-list': v => ({
    what:
      v.fewer === undefined
        ? `이 조건은 목록을 통째로 바꿉니다. 여기서 빠진 것: ${v.lost}.`
        : `이 조건은 목록을 통째로 바꾸고, 항목이 ${v.fewer}개 줄어듭니다.`,
    todo: '빼려던 것이 아니면 목록에 다시 적으십시오.',
  }),
  'impossible-fact': v => ({
    what: `${attach(String(v.id), '은/는')} impaired가 될 수 없습니다. 하나뿐이고 full이 없어서 켜짐과 꺼짐만 있습니다.`,
    todo: '구성 요소에 full이나 count를 적거나, 사실을 up이나 down으로 적으십시오.',
  }),
  'fact-after-horizon': v => ({
    what: `이 사실은 지켜보는 기간(horizon)이 끝난 뒤여서 어떤 실행도 어긋나거나 맞을 수 없습니다.`,
    todo: `horizon을 늘리거나, 실행과 견줄 것이 아니면 ${attach(String(v.field), '을/를')} 지우십시오.`,
  }),
  'fact-of-untouched': v => ({
    what: `${attach(String(v.id), '은/는')} 어떤 사건도 건드리지 않고 기대는 것도 없어서 늘 처음 그대로입니다. 이 사실과 어긋날 실행이 없습니다.`,
    todo: '무엇이 이것을 멈추게 할 수 있는지 needs, in이나 사건으로 적으십시오.',
  }),
  'down-at-start': v => ({
    what: `${attach(String(v.id), '이/가')} 처음부터 꺼져 있습니다. 까닭: ${v.cause === 'in' ? `그것이 있는 ${attach(String(v.missing), '이/가')} 꺼져 있습니다` : `needs가 갖추어지지 않았습니다(${v.missing})`}.`,
    todo: '정말 꺼져 있었으면 initial로 적고, 아니면 필요한 것을 처음부터 켜 두십시오.',
  }),
  'ifs-unchecked': v => ({
    what: `조건(ifs)이 ${v.all}가지인데 ${v.checked}가지만 하나씩 켜 보았습니다.`,
    todo: '사례를 나누거나 조건을 줄이십시오. 나머지는 켤 때 검사합니다.',
  }),
  'unused-quantity': v => ({
    what: `이름 붙인 양 ${attach(String(v.id), '을/를')} 쓰는 곳이 없습니다.`,
    todo: '쓰거나 지우십시오.',
  }),
} satisfies Readonly<Record<string, MessageOf>>
