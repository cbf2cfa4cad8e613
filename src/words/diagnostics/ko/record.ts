import { attach } from '../../particles.js'
import type { MessageOf } from '../message.js'

/** Times, facts, objectives, ifs. */
export const record = {
  'bad-time': v => ({
    what: `${attach(`「${v.text}」`, '은/는')} 때가 아닙니다.`,
    todo: '「2022-10-15 15:19」처럼 적고, 다른 시간대이면 +09:00을 붙이십시오. 사실에는 T ± 5m, A .. B, by T, after T도 쓸 수 있습니다.',
  }),
  'date-without-time': v => ({
    what: `「${v.text}」에는 시각이 없습니다.`,
    todo: `시각까지 적으십시오. 시각을 모르는 사실은 「${v.text} 00:00 .. 23:59」로 적으십시오.`,
  }),
  'no-such-date': v => ({
    what: `${attach(`「${v.text}」`, '은/는')} 없는 날짜나 시각입니다.`,
    todo: '달력과 시계를 살펴보십시오. 하루는 00:00부터 23:59까지입니다.',
  }),
  'unknown-timezone': v => ({
    what: `${attach(`「${v.timezone}」`, '이라/라')}는 시간대를 알지 못합니다.`,
    todo: 'Asia/Seoul, Europe/Berlin, UTC처럼 IANA 목록의 이름을 적으십시오.',
  }),
  'skipped-time': v => ({
    what: `${v.timezone}에는 ${attach(String(v.text), '이/가')} 없었습니다. 서머타임으로 시계가 그 시각을 건너뛰었습니다.`,
    todo: `기록한 시계를 살펴보십시오. 앞선 시계 그대로라면 ${v.shown}입니다. 오프셋을 붙여도 됩니다.`,
  }),
  'ambiguous-time': v => ({
    what: `${v.timezone}에서는 ${attach(`「${v.text}」`, '이/가')} 두 번 있었습니다. 서머타임이 끝나며 시계가 되돌아갔습니다. 앞의 것으로 읽었습니다.`,
    todo: '오프셋을 붙여 하나로 정하십시오.',
  }),
  'bad-precision': v => ({
    what: `「± ${v.text}」의 폭을 읽을 수 없습니다.`,
    todo: '「± 5m」처럼 적으십시오.',
  }),
  'bad-date': v => ({
    what: `${attach(`「${v.text}」`, '은/는')} 날짜가 아닙니다.`,
    todo: '「2022-12-06」처럼 적으십시오.',
  }),
  'bad-state': v => ({
    what: `${attach(`「${v.text}」`, '은/는')} 상태가 아닙니다.`,
    todo: 'up, impaired, down, 12000, 40%, at least 12000 가운데 하나의 꼴로 적으십시오.',
  }),
  'disputes-itself': v => ({
    what: `사실 ${attach(String(v.id), '이/가')} 자신과 다툽니다.`,
    todo: '맞서는 다른 사실의 id를 적으십시오.',
  }),
  'objective-empty': v => ({
    what: `목표 ${v.id}에 무엇이 지켜져야 하는지가 없습니다.`,
    todo: 'down-at-most: 1h, data-lost: never, data-lost-at-most: 1h 가운데 하나를 적으십시오.',
  }),
  'language-twice': () => ({
    what: '같은 언어가 두 번 있습니다.',
    todo: '하나를 지우십시오.',
  }),
  'bad-cost': v => ({
    what: `${attach(`「${v.text}」`, '은/는')} 비용이 아닙니다.`,
    todo: '30이나 20..40처럼 수로 적고, 단위는 case의 cost-unit에 적으십시오.',
  }),
  'if-itself': v => ({
    what: `조건 ${attach(String(v.id), '이/가')} 자신을 ${v.field}에 적었습니다.`,
    todo: '지우십시오.',
  }),
  'if-requires': v => ({
    what: `조건 ${attach(String(v.id), '은/는')} ${attach(String(v.other), '이/가')} 함께 있어야 합니다.`,
    todo: `${attach(String(v.other), '을/를')} 함께 켜십시오.`,
  }),
  'if-excludes': v => ({
    what: `조건 ${attach(String(v.id), '과/와')} ${attach(String(v.other), '은/는')} 함께 있을 수 없습니다.`,
    todo: '둘 가운데 하나만 켜십시오.',
  }),
  'if-conflict': v => ({
    what: `조건 ${attach(String(v.first), '과/와')} ${attach(String(v.second), '이/가')} ${attach(String(v.field), '을/를')} 서로 다르게 바꿉니다.`,
    todo: '둘을 함께 쓰려면 같은 값으로 맞추거나, 둘을 아우르는 조건을 하나 더 쓰고 excludes로 나누십시오.',
  }),
} satisfies Readonly<Record<string, MessageOf>>
