import { attach } from '../../particles.js'

type Values = Readonly<Record<string, string | number>>

/** 보관 파일과 도구의 자료를 읽으며 하는 말. */
export const ko = {
  'archive-too-large': ({ limit }: Values) => `압축 파일이 ${limit}바이트를 넘어 열지 않았습니다.`,
  'archive-unreadable': () => '압축 파일(zip)로 읽을 수 없습니다. 다시 내려받아 보십시오.',
  'archive-too-many-entries': ({ limit }: Values) =>
    `압축 파일에 든 것이 ${limit}개를 넘어 열지 않았습니다. 필요한 채널과 날짜만 남겨 주십시오.`,
  'archive-bomb': ({ entry, limit }: Values) =>
    `${attach(String(entry), '을/를')} 풀면 한도(${limit}바이트)를 넘어 압축 파일 전체를 읽지 않았습니다.`,
  'archive-unsafe-name': ({ entry }: Values) => `${entry}: 압축 파일 밖을 가리키는 이름이어서 뺐습니다.`,
  'archive-link': ({ entry }: Values) => `${entry}: 링크여서 뺐습니다.`,
  'archive-encrypted': ({ entry }: Values) =>
    `${entry}: 암호가 걸려 있어 읽을 수 없습니다. 암호를 풀고 다시 넣어 주십시오.`,
  'archive-method': ({ entry }: Values) => `${entry}: 알지 못하는 방법으로 압축되어 있어 뺐습니다.`,
  'archive-duplicate': ({ entry }: Values) => `${entry}: 같은 이름이 두 번 있어 앞의 것만 읽었습니다.`,
  'archive-damaged': ({ entry }: Values) => `${entry}: 손상되어 읽을 수 없습니다.`,
  'archive-nested': ({ entry }: Values) =>
    `${entry}: 압축 파일 안의 압축 파일은 열지 않습니다. 풀어서 따로 넣어 주십시오.`,
  'archive-empty': () => '압축 파일에 든 것이 없습니다.',
  'json-too-large': ({ limit }: Values) =>
    `파일이 ${limit}바이트를 넘어 읽지 않았습니다. 나누어 넣어 주십시오.`,
  'json-too-deep': ({ limit }: Values) => `값이 ${limit}겹을 넘게 들어 있어 읽지 않았습니다.`,
  'not-utf8': () => 'UTF-8 글이 아니어서 읽지 않았습니다.',
  'not-json': () => 'JSON이 아닙니다. 도구에서 다시 내려받아 보십시오.',
  'too-many-drafts': ({ limit, left }: Values) =>
    `초안은 한 번에 ${limit}개까지입니다. 나머지 ${left}개는 빠졌으니 기간을 나누어 넣어 주십시오.`,
  'drafts-without-time': ({ count }: Values) => `시각을 읽을 수 없는 초안이 ${count}개 있습니다.`,
  'slack-nothing': () =>
    'Slack 대화가 없습니다. 내보내기의 폴더나 zip을, 채널 폴더의 날짜 파일과 함께 넣어 주십시오.',
  'slack-no-messages': () => '대화가 들어 있지 않은 파일이어서 뺐습니다.',
  'slack-no-users': () =>
    'users.json이 없어 글 속의 이름을 알아볼 수 없습니다. 초안에 이름이 남았는지 살펴보십시오.',
  'slack-direct-messages': ({ count }: Values) =>
    `개인 대화가 ${count}개 들어 있습니다. 당사자가 알고 있는지 확인해 주십시오.`,
  'alertmanager-nothing': () => 'Alertmanager가 보낸 경보가 없습니다.',
  'alertmanager-no-alerts': () => '경보가 하나도 없는 알림입니다.',
  'alertmanager-unknown': ({ place }: Values) =>
    `${place}: Alertmanager의 알림이 아닙니다. labels와 startsAt이 있는 alerts가 있어야 합니다.`,
  'alertmanager-card': ({ place }: Values) =>
    `${place}: 메신저에 보이려고 만든 카드여서 시각이 없습니다. Alertmanager가 보낸 원래 알림을 넣어 주십시오.`,
  'alertmanager-says-nothing': ({ place }: Values) => `${place}: 이름도 설명도 없는 경보여서 뺐습니다.`,
  'alertmanager-no-start': ({ place }: Values) => `${place}: 시작한 때(startsAt)가 없는 경보입니다.`,
  'pagerduty-nothing': () => 'PagerDuty의 장애나 기록이 없습니다.',
  'pagerduty-unknown': ({ place }: Values) =>
    `${place}: PagerDuty의 자료가 아닙니다. incidents나 log_entries, 웹훅의 event가 있어야 합니다.`,
  'statuspage-nothing': () => '상태 페이지의 장애가 없습니다.',
  'statuspage-state-only': () =>
    '지금 상태만 있고 장애 기록이 없는 파일입니다. incidents.json을 넣어 주십시오.',
  'statuspage-unknown': () => '상태 페이지의 장애로 읽을 수 없습니다. incidents.json을 넣어 주십시오.',
  'google-cloud-nothing': () => 'Google Cloud의 장애가 없습니다.',
  'google-cloud-unknown': ({ place }: Values) =>
    `${place}: Google Cloud의 장애가 아닙니다. begin과 updates가 있어야 합니다.`,
}
