import type { Text } from '../model/case.js'

/** Words that tell what kind of thing a name means, the more particular first. A kind only chooses a place and a sign in pictures. */
const kinds: readonly (readonly [RegExp, string])[] = [
  [/\b(?:db|database|mysql|postgres\w*|oracle|mongo\w*)\b|데이터베이스|디비|DB/i, 'database'],
  [/\bcache|redis|memcached\b|캐시/i, 'cache'],
  [/\bqueue|kafka|rabbitmq|broker\b|큐|메시지 ?브로커/i, 'queue'],
  [/\b(?:store|storage|bucket|s3|disk|nas)\b|저장소|스토리지|디스크/i, 'store'],
  [/\b(?:login|auth\w*|identity|sso|account|key)s?\b|인증|로그인|계정|보안키/i, 'identity'],
  [
    /\b(?:network|router|switch|dns|line|backbone|vpn|cdn)\b|네트워크|통신|회선|망$|라우터|스위치/i,
    'network',
  ],
  [/\b(?:servers?|hosts?|machines?|vm|cluster|kubernetes|nodes?)\b|서버|클러스터|노드|장비/i, 'hosts'],
  [/\b(?:monitor\w*|alert\w*|dashboard|grafana)\b|감시|모니터링|관제|대시보드/i, 'monitor'],
  [/\b(?:cooling|chiller)\b|냉각|항온|공조/i, 'cooling'],
  [/\b(?:generator)\b|발전기/i, 'generator'],
  [/\b(?:deploy\w*|tool|console|script)\b|도구|콘솔|배포/i, 'tool'],
]

/** The kind of component that a name seems to mean; `component` where it tells nothing. */
export function kindOf(name: Text): string {
  const text = typeof name === 'string' ? name : `${name.ko ?? ''} ${name.en ?? ''}`
  return kinds.find(([pattern]) => pattern.test(text))?.[1] ?? 'component'
}
