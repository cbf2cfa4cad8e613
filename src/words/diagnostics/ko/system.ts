import { attach } from '../../particles.js'
import type { MessageOf } from '../message.js'

/** Components, events, runs. */
export const system = {
  'in-cycle': v => ({
    what: `in이 돌고 돕니다: ${v.circle}.`,
    todo: '무엇이 무엇 안에 있는지 한쪽으로만 적으십시오. 서로에게 필요한 것은 needs에 적습니다.',
  }),
  'recovery-empty': v => ({
    what: `${v.id}의 recovery에 길이 하나도 없습니다.`,
    todo: '길을 적거나, 바로 돌아오면 recovery를 지우고, 저절로 돌아오지 않으면 recovery: none으로 적으십시오.',
  }),
  'batch-zero': v => ({
    what: `batch가 ${v.value}이면 아무것도 돌아오지 않습니다.`,
    todo: '1 이상이나 퍼센트를 적으십시오. 한꺼번에 돌아오면 batch를 지우십시오.',
  }),
  'at-once-zero': v => ({
    what: `at-once가 ${v.value}이면 아무 작업도 시작되지 않습니다.`,
    todo: '1 이상을 적으십시오.',
  }),
  'crew-zero': v => ({
    what: `팀 ${v.team}에서 ${v.units}명을 쓴다고 적혀 있습니다.`,
    todo: '1 이상을 적거나 crew에서 빼십시오.',
  }),
  'standby-up': v => ({
    what: `${attach(String(v.id), '은/는')} 대기(standby-for)인데 처음부터 켜져 있습니다(initial: up).`,
    todo: 'initial을 지우십시오. 대기는 꺼진 채로 시작합니다. 늘 켜져 있는 둘째 것이면 standby-for를 지우십시오.',
  }),
  'standby-for-itself': v => ({
    what: `${attach(String(v.id), '이/가')} 자신의 대기입니다.`,
    todo: '대신할 구성 요소의 id를 적으십시오.',
  }),
  'down-for-ever': v => ({
    what: `${attach(String(v.id), '은/는')} 꺼진 채로 시작하는데(initial: down) 켜질 길(recovery)이 없습니다.`,
    todo: 'recovery를 적으십시오. 사건이 켜는 것이면 initial: cut과 release를, 없는 것이면 initial: absent를 쓰십시오.',
  }),
  'event-without-time': v => ({
    what: `사건 ${v.id}에 때가 없습니다.`,
    todo: 'at: 때를, 또는 after: 앞선 사건과 delay: 걸린 시간을 적으십시오.',
  }),
  'event-two-times': v => ({
    what: `사건 ${v.id}에 at과 after가 함께 있습니다.`,
    todo: '일어난 때를 알면 at만, 다른 사건에서 이어지면 after만 남기십시오.',
  }),
  'delay-without-after': v => ({
    what: `사건 ${v.id}에 delay가 있지만 무엇의 뒤인지(after)가 없습니다.`,
    todo: 'after를 적거나 delay를 지우십시오.',
  }),
  'event-before-start': v => ({
    what: `사건 ${attach(String(v.id), '이/가')} 시작(start)보다 이릅니다.`,
    todo: 'start를 앞당기거나, 시작 전의 일이면 처음 상태(initial)로 적으십시오. 기록이면 사실(facts)에 적습니다.',
  }),
  'event-after-horizon': v => ({
    what: `사건 ${attach(String(v.id), '은/는')} 지켜보는 기간(horizon)이 끝난 뒤여서 아무 일도 하지 않습니다.`,
    todo: 'horizon을 늘리거나 사건을 지우십시오.',
  }),
  'after-cycle': v => ({
    what: `사건이 돌고 돌아 자신의 뒤에 옵니다: ${v.circle}.`,
    todo: '그 가운데 하나에 일어난 때(at)를 적으십시오.',
  }),
  'bad-units': v => ({
    what: `${attach(`「${v.text}」`, '은/는')} 멈추는 개수가 아닙니다.`,
    todo: 'all, 400, 30% 가운데 하나의 꼴로 적으십시오.',
  }),
  'more-than-count': v => ({
    what: `${attach(String(v.id), '은/는')} ${v.count}개뿐인데 ${attach(String(v.units), '이라/라')}고 적혀 있습니다.`,
    todo: 'count 이하로 적거나 count를 고치십시오.',
  }),
  loop: v => ({
    what: `한순간에 끝없이 켜지고 꺼집니다: ${v.components}.`,
    todo: '이 가운데 하나가 돌아오는 데 시간이 들게(takes) 하거나, 서로를 켜고 끄는 조건을 끊으십시오.',
  }),
  'too-many-changes': v => ({
    what: `모형이 ${v.limit}번 넘게 바뀌어서 멈췄습니다. 가장 많이 바뀐 것: ${v.components}.`,
    todo: 'horizon을 줄이거나 batch를 키우십시오.',
  }),
  'too-many-works': v => ({
    what: `복구 작업이 ${v.limit}개를 넘어서 멈췄습니다. 가장 많은 것: ${v.components}.`,
    todo: 'batch를 키우십시오.',
  }),
} satisfies Readonly<Record<string, MessageOf>>
