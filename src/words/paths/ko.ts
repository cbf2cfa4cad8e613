import { duration } from '../durations.js'
import { attach } from '../particles.js'
import type { PathWords } from './pathWords.js'

export const ko: PathWords = {
  kinds: {
    cut: '바깥의 일을 기다림',
    event: '바깥의 일',
    repair: '수리',
    recovery: '복구',
    crew: '빈자리를 기다림',
    pause: '복구가 멈춤',
    hold: '버팀',
    open: '돌아오지 않음',
  },
  step: ({ kind, component, event, team, units }) => {
    switch (kind) {
      case 'cut':
      case 'event':
        return event === null ? `${attach(component, '을/를')} 되살릴 일을 기다림` : `「${event}」까지 기다림`
      case 'repair':
        return `${component} 수리`
      case 'recovery':
        return `${component} 복구`
      case 'crew':
        return team === null
          ? `${component} 복구가 빈자리를 기다림`
          : `${component} 복구가 ${team}의 빈자리 ${units}개를 기다림`
      case 'pause':
        return `${component} 복구에 필요한 것을 기다림`
      case 'hold':
        return `${attach(component, '이/가')} 버팀`
      case 'open':
        return `${attach(component, '이/가')} 모델의 시간 안에 돌아오지 않음`
    }
  },
  heading: (service, lengthMs) => `이 모델에서 ${attach(service, '이/가')} 멈춘 ${duration(lengthMs, 'ko')}`,
  neverDown: service => `이 모델에서 ${attach(service, '은/는')} 멈추지 않는다.`,
}
