import { attach } from '../particles.js'
import type { SaidReason, WhyWords } from './whyWords.js'

export const ko: WhyWords = {
  line: said => {
    const subject = attach(said.component, '은/는')
    if (said.again) return `${subject} 위에 나온 그대로다.`
    if (said.level > 0) {
      if (said.reason === 'up' && said.level >= said.count) return `${subject} ${said.since}부터 켜져 있다.`
      return `${subject} ${said.since}부터 ${said.count} 가운데 ${said.level}만 켜져 있다.${rest(said)}`
    }
    return `${subject} ${said.since}부터 멈춰 있다.${rest(said)}`
  },
  because: '까닭',
}

function rest(said: SaidReason): string {
  const event = said.event === null ? null : `「${said.event}」`
  switch (said.reason) {
    case 'up':
      return ''
    case 'event':
      return event === null ? ' 사건이 직접 닿았다.' : ` 사건 ${attach(event, '이/가')} 직접 닿았다.`
    case 'initial':
      return ' 처음부터 그랬다.'
    case 'unhoused':
      return ' 들어 있는 곳이 멈췄다.'
    case 'needs':
      return ' 필요한 것이 없다.'
    case 'holdup-spent':
      return ' 필요한 것을 잃은 뒤 버티는 시간이 다했다.'
    case 'waiting-by-hand':
      return ' 손으로 되돌리기를 기다린다.'
    case 'broken': {
      const by = event === null ? '' : `${attach(event, '으로/로')} `
      return said.work === null ? ` ${by}부서졌고 아직 고쳐지지 않았다.` : ` ${by}부서졌다.${under(said)}`
    }
    case 'cut':
      return event === null ? ' 전원이나 길이 끊겨 있다.' : ` ${attach(event, '으로/로')} 끊겨 있다.`
    case 'waits-for-when':
      return ' 시작할 조건을 기다린다.'
    case 'recovering':
      return under(said)
  }
}

function under({ work, crew }: SaidReason): string {
  const what = work?.kind === 'repair' ? '수리' : '복구'
  if (crew !== null) {
    return ` ${what}가 ${crew.team}의 빈자리를 기다린다: ${crew.available}개가 있었고 ${crew.needed}개가 필요했다.`
  }
  if (work?.state === 'paused') return ` ${what}가 필요한 것을 잃어 멈춰 서 있다.`
  return work?.state === 'waiting' ? ` ${what}가 차례를 기다린다.` : ` ${what}하고 있다.`
}
