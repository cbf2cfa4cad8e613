/** What authors who come from other tools write, and what it is called here. Offered only where the key is allowed. */
const meant: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    name: ['title'],
    label: ['title'],
    description: ['about', 'text', 'summary'],
    desc: ['about', 'text', 'summary'],
    note: ['about', 'text'],
    comment: ['about', 'text'],
    type: ['kind'],
    'depends-on': ['needs', 'requires'],
    depends: ['needs'],
    dependencies: ['needs'],
    requires: ['needs'],
    location: ['in'],
    place: ['in'],
    site: ['in'],
    parent: ['in'],
    within: ['in'],
    replicas: ['count'],
    instances: ['count'],
    size: ['count'],
    amount: ['count'],
    duration: ['takes', 'delay', 'value', 'holdup'],
    time: ['at', 'takes'],
    when: ['at'],
    date: ['at', 'due'],
    timestamp: ['at'],
    tz: ['timezone'],
    begin: ['start'],
    end: ['horizon'],
    link: ['url'],
    href: ['url'],
    confidence: ['basis'],
    source: ['sources'],
    deadline: ['due'],
    이름: ['title'],
    제목: ['title'],
    설명: ['about', 'text', 'summary'],
    종류: ['kind'],
    위치: ['in'],
    개수: ['count'],
    출처: ['sources'],
    시각: ['at'],
    시작: ['start'],
    시간대: ['timezone'],
  }),
)

/** The key that stands for another word where only `allowed` keys may stand; null where none does. */
export function synonymOf(key: string, allowed: readonly string[]): string | null {
  const wanted = meant.get(key.toLowerCase().replace(/[_ ]/g, '-'))
  return wanted?.find(one => allowed.includes(one)) ?? null
}
