import { attach } from '../particles.js'

type Values = Readonly<Record<string, string | number>>

/** What is said of a typed time that cannot be read, and of what had to be assumed, Korean. */
export const ko = {
  problems: {
    empty: () => '시각을 적어 주십시오.',
    'too-long': ({ longest }: Values) => `시각은 ${longest}자까지 적을 수 있습니다.`,
    'bad-time': ({ text }: Values) =>
      `「${text}」에서 시각을 읽지 못했습니다. 15:30, 오후 3시 30분쯤, 15:30~15:42처럼 적어 주십시오.`,
    'several-times': () => '시각이 여럿입니다. 하나만 남기거나 15:30~15:42처럼 구간으로 적어 주십시오.',
    'date-without-time': () => '날짜만 있습니다. 시각도 적어 주십시오.',
    'no-date': () => '어느 날인지 알 수 없습니다. 날짜도 적어 주십시오.',
    'no-start': () => '사례의 시작 시각이 없어 셀 수 없습니다. 시각을 그대로 적어 주십시오.',
    'no-such-date': () => '달력에 없는 날짜입니다.',
    'no-such-time': ({ clock }: Values) => `하루에 ${attach(String(clock), '이라/라')}는 시각은 없습니다.`,
    'year-or-time': ({ text, clock }: Values) =>
      `${text}만으로는 연도인지 시각인지 알 수 없습니다. 시각이면 ${attach(String(clock), '으로/로')} 적어 주십시오.`,
    'weekday-disagrees': ({ date }: Values) => `${date}의 요일이 적힌 요일과 다릅니다.`,
    'unknown-zone': ({ zone }: Values) =>
      `${attach(`「${zone}」`, '은/는')} 모르는 시간대입니다. UTC+9처럼 적어 주십시오.`,
    'skipped-time': ({ shown }: Values) =>
      `시계를 앞당긴 때라 그런 시각이 없었습니다. 그 순간의 시계는 ${attach(String(shown), '을/를')} 가리켰습니다.`,
    'range-backwards': ({ from, to }: Values) => `끝(${to})이 처음(${from})보다 앞섭니다.`,
  },
  assumed: {
    date: '날짜를 앞뒤로 미루어 읽음',
    year: '연도를 미루어 읽음',
    zone: '시간대를 미루어 읽음',
    meridiem: '오전·오후를 미루어 읽음',
  },
  ambiguous: (secondAt: string) =>
    `시계를 되돌린 때라 두 번 있었던 시각입니다. 앞의 것으로 읽었습니다. 뒤의 것은 ${secondAt}입니다.`,
}
