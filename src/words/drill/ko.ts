import { attach } from '../particles.js'
import type { DrillWords } from './drillWords.js'

export const ko: DrillWords = {
  sentence: ({ lost, byItself, byHand, notAtAll, impaired, untouched }) => {
    const opening = `이 모델에서 ${attach(lost.join(', '), '을/를')} 잃으면`
    const falls = byItself + byHand + notAtAll
    if (falls === 0 && impaired === 0) return `${opening} 멈추는 서비스가 없다.`
    const parts: string[] = []
    if (byItself > 0) parts.push(`저절로 돌아오는 것 ${byItself}개`)
    if (byHand > 0) parts.push(`손이 있어야 돌아오는 것 ${byHand}개`)
    if (notAtAll > 0) parts.push(`돌아오지 않는 것 ${notAtAll}개`)
    const fallen = falls === 0 ? '' : ` 서비스 ${falls}개가 멈춘다: ${parts.join(', ')}.`
    const weak = impaired === 0 ? '' : ` 서비스 ${impaired}개는 일부만 동작한다.`
    const whole = untouched === 0 ? '' : ` ${untouched}개는 그대로다.`
    return opening + (fallen + weak + whole)
  },
  nothingToLose:
    '이 사례에는 데이터센터, 방, 전원, 도구로 적힌 구성 요소가 없다. --lose 로 잃을 것을 적는다.',
  columns: { lost: '잃는 것', falls: '멈추는 것', after: '언제', comesBack: '돌아오나' },
  atOnce: '곧바로',
  inside: '그 안에 있음',
  failed: '이 경우에는 모델이 한 상태로 가라앉지 않는다.',
}
