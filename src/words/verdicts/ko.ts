import { difference, duration } from '../durations.js'
import { attach } from '../particles.js'
import type { SaidVerdict, VerdictWords } from './verdictWords.js'

const length = (ms: number) => duration(Math.abs(ms), 'ko')

export const ko: VerdictWords = {
  short: verdict => {
    const least = verdict.atLeast ? '적어도 ' : ''
    if (verdict.kind === 'prevented') return '멈추지 않음'
    if (verdict.kind === 'not-down') return '멈춘 적 없음'
    if (verdict.timed === null) return '어긋남'
    switch (verdict.kind) {
      case 'no-effect':
        return '변화 없음'
      case 'not-back':
        return '돌아오지 않음'
      case 'later':
        return verdict.laterMs > 0
          ? `${length(verdict.laterMs)} 늦게 시작`
          : `${length(verdict.laterMs)} 일찍 시작`
      default:
        return least + difference(verdict.deltaMs, 'ko')
    }
  },
  opening,
  sentence: (verdict, conditions, service) => `${opening(conditions)} ${predicate(verdict, service)}.`,
  structural: (verdict, rests) => {
    const { goesDown, comesBack, together, tried, untried } = verdict.structural
    const what = goesDown ? `멈춘다. ${ko.returns[comesBack]}` : '멈추지 않는다'
    if (tried <= 1) return `${what}.`
    const left = untried === 0 ? '' : ` 다른 값 ${untried}개의 범위는 돌려 보지 않았다.`
    if (rests.length === 0) return `${what}. 범위를 양 끝으로 돌린 ${tried}번 모두 그렇다.${left}`
    const names = rests.join(', ')
    return together
      ? `${what}. 다만 ${attach(names, '이/가')} 함께 범위의 끝에 있으면 그렇지 않다.${left}`
      : `${what}. 다만 ${attach(names, '이/가')} 범위의 끝에 있으면 그렇지 않다.${left}`
  },
  timed: (verdict, flips, contradictedBy) => {
    if (verdict.timed === null) {
      const facts = contradictedBy.length > 0 ? `(${contradictedBy.join(', ')})` : ''
      return `이곳에서 모델이 기록과 어긋난다${facts}. 시간은 밝히지 않는다.`
    }
    const { deltaMs, lowMs, highMs } = verdict.timed
    const least = verdict.atLeast ? '적어도 ' : ''
    const range =
      lowMs === highMs
        ? ''
        : ` (범위를 양 끝으로 돌리면 ${difference(lowMs, 'ko')}에서 ${difference(highMs, 'ko')})`
    const hours = deltaMs === 0 ? '멈춘 시간이 같다' : `멈춘 시간 ${least}${difference(deltaMs, 'ko')}`
    const turned = flips.length > 0 ? ` 결론을 뒤집는 가정: ${flips.join(', ')}.` : ''
    return `${hours}${range}.${turned}`
  },
  contradicted: '이곳에서 모델이 기록과 어긋난다',
  returns: {
    'by-itself': '저절로 돌아온다',
    'by-hand': '사람 손이 있어야 돌아온다',
    'not-at-all': '돌아오지 않는다',
  },
  layers: {
    facility: '시설',
    infrastructure: '기반',
    platform: '플랫폼',
    service: '서비스',
    organisation: '조직',
  },
  objective: ({ of, actualMs, allowedMs, held }) => {
    const state = held ? '지켜진다' : '지켜지지 않는다'
    if (of === 'downtime') return `${state}: 멈춤 ${length(actualMs ?? 0)}, 허용 ${length(allowedMs ?? 0)}`
    if (actualMs === null) return `${state}: 데이터 모두 잃음`
    const lost = actualMs === 0 ? '잃은 데이터 없음' : `${length(actualMs)} 분량의 데이터 잃음`
    return allowedMs === 0 || allowedMs === null
      ? `${state}: ${lost}`
      : `${state}: ${lost}, 허용 ${length(allowedMs)}`
  },
  changedConditions: '달라지는 조건',
  failed: '이 조건들은 함께 놓을 수 없다',
}

/** Titles of ifs are conditional clauses (`…더라면`) or nouns; several are said by their number. */
function opening(conditions: readonly string[]): string {
  const [only] = conditions
  if (only === undefined) return '이 모델에서,'
  if (conditions.length > 1) return `이 모델에서, 조건 ${conditions.length}개가 함께 있으면`
  const title = only.replace(/[.…\s]+$/u, '')
  return /(면|서|때)$/u.test(title) ? `이 모델에서, ${title}` : `이 모델에서, ${attach(title, '이라/라')}면`
}

function predicate(verdict: SaidVerdict, service: string): string {
  const subject = attach(service, '은/는')
  const least = verdict.atLeast ? '적어도 ' : ''
  if (verdict.timed === null && verdict.kind !== 'prevented' && verdict.kind !== 'not-down') {
    return `${attach(service, '이/가')} 얼마나 달라지는지는 밝히지 않는다: 이 서비스에서 모델이 기록과 어긋난다`
  }
  switch (verdict.kind) {
    case 'prevented':
      return `${subject} 멈추지 않는다`
    case 'not-down':
      return `${subject} 전과 같이 멈추지 않는다`
    case 'no-effect':
      return `${subject} 달라지지 않는다`
    case 'not-back':
      return `${subject} 모델의 시간 안에 돌아오지 않는다`
    case 'shortened':
      return `${subject} ${least}${length(verdict.deltaMs)} 덜 멈춘다`
    case 'worse':
      return `${subject} ${least}${length(verdict.deltaMs)} 더 멈춘다`
    case 'later':
      return verdict.laterMs > 0
        ? `${subject} ${length(verdict.laterMs)} 늦게 멈추고, 멈춘 시간은 같다`
        : `${subject} ${length(verdict.laterMs)} 일찍 멈추고, 멈춘 시간은 같다`
  }
}
