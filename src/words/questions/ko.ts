import { duration } from '../durations.js'
import { attach } from '../particles.js'
import { quantityName } from '../quantities.js'
import { listed, type Naming, type QuestionWords, type SaidQuestion } from './questionWords.js'

export const ko: QuestionWords = {
  kinds: {
    contradicted: '모델과 기록이 어긋남',
    off: '모델이 기록에서 벗어남',
    silence: '기록이 빈 시간',
    'no-basis': '근거가 없는 값',
    'rival-claims': '엇갈리는 주장',
    'never-back': '모델에서 돌아오지 않음',
    'not-modelled': '모델에 대어 보지 않은 사실',
  },
  ask: (question, naming) => {
    const names = namesOf(question, naming)
    const span = spanOf(question, naming)
    const { values } = question
    switch (question.kind) {
      case 'contradicted':
      case 'off':
        return `${span}: ${disagreement(question, names)} ${asked(String(values.asks))}`
      case 'silence': {
        const hours = duration(Number(values.lengthMs), 'ko')
        if (question.components.length === 0)
          return `${span}: ${hours} 동안 사실이 하나도 없다. 그 사이에 무엇이 있었나?`
        return `${span}: ${hours} 동안 사실이 하나도 없다. 모델에서는 그때 ${attach(names, '이/가')} 멈춰 있다. 그 사이에 무엇을 기다렸나?`
      }
      case 'no-basis':
        return missingBasis(question, naming)
      case 'rival-claims': {
        const facts = question.facts.map(naming.fact).join(', ')
        const who = values.claimantsKo === '' ? '' : ` (${values.claimantsKo})`
        return `${span}: 사실 ${facts}의 주장이 서로 다르다${who}. 어느 기록이나 계측값으로 가릴 수 있나?`
      }
      case 'never-back': {
        const subject = `${attach(names, '은/는')} 모델의 시간이 끝날 때까지 돌아오지 않는다.`
        return `${subject} ${waiting(String(values.waits), String(values.reason), naming)} 무엇이 그것을 돌아오게 했나?`
      }
      case 'not-modelled':
        return `${listed(question.facts.map(naming.fact), ', ', more => ` 밖 ${more}개`)}: 영향이나 복구를 말하는 사실 ${values.count}개를 모델에 대어 보지 않았다. 어느 구성 요소의 어떤 상태를 뜻하나?`
    }
  },
}

function disagreement(question: SaidQuestion, names: string): string {
  const { record, model, never } = question.values
  const tail = never === 1 ? ' 모델에는 그런 변화가 끝까지 없다.' : ''
  return `기록에서 ${attach(names, '은/는')} ${state(String(record))}, 모델에서는 ${state(String(model))}.${tail}`
}

function asked(asks: string): string {
  switch (asks) {
    case 'other-need':
      return '그 밖에 무엇이 있어야 하나?'
    case 'carried-by':
      return '그때까지 무엇이 버티게 했나?'
    case 'waited-for':
      return '돌아오기 전에 그 밖에 무엇을 기다렸나?'
    default:
      return '어떤 다른 길로 돌아왔나?'
  }
}

function state(name: string): string {
  if (name === 'up') return '정상'
  if (name === 'down') return '멈춤'
  if (name === 'impaired') return '일부 동작'
  return name.startsWith('at least ') ? `${name.slice('at least '.length)}개 이상` : `${name}개`
}

function missingBasis(question: SaidQuestion, naming: Naming): string {
  const { values, paths, components } = question
  const of = (component: string) => naming.component(component)
  if (Number(values.count) > 1) {
    const names = listed(components.map(of), ', ', more => ` 밖 ${more}곳`)
    const where = names === '' ? '' : ` (${names})`
    return `모델의 값 ${values.count}개에 근거가 적혀 있지 않다${where}. 어디에서 온 값인가?`
  }
  const what = quantityName(paths[0] ?? [], naming, 'ko')
  const value = range(Number(values.lowMs), Number(values.highMs))
  const rests = Number(values.services) > 0 ? ` 서비스 ${values.services}개의 결과가 여기에 걸려 있다.` : ''
  return `${what}(${value})에 근거가 적혀 있지 않다.${rests} 재거나 적어 둔 곳이 있나?`
}

function range(lowMs: number, highMs: number): string {
  return lowMs === highMs ? duration(lowMs, 'ko') : `${duration(lowMs, 'ko')}에서 ${duration(highMs, 'ko')}`
}

function waiting(component: string, reason: string, naming: Naming): string {
  const name = naming.component(component)
  switch (reason) {
    case 'broken':
      return `모델에서 ${attach(name, '은/는')} 부서진 채 고쳐지지 않는다.`
    case 'cut':
      return `모델에서 ${attach(name, '은/는')} 끊긴 채 이어지지 않는다.`
    case 'waiting-by-hand':
      return `모델에서 ${attach(name, '은/는')} 손으로 되돌리기를 기다린다.`
    default:
      return `모델에서는 ${attach(name, '을/를')} 기다린다.`
  }
}

function namesOf(question: SaidQuestion, naming: Naming): string {
  return listed(question.components.map(naming.component), ', ', more => ` 밖 ${more}개`)
}

function spanOf(question: SaidQuestion, naming: Naming): string {
  if (question.fromMs === null || question.toMs === null) return ''
  return naming.span(question.fromMs, question.toMs, question.scenario)
}
