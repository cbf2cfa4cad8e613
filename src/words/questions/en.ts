import { duration } from '../durations.js'
import { quantityName } from '../quantities.js'
import { listed, type Naming, type QuestionWords, type SaidQuestion } from './questionWords.js'

export const en: QuestionWords = {
  kinds: {
    contradicted: 'Model contradicts record',
    off: 'Model is off the record',
    silence: 'Record is silent',
    'no-basis': 'Quantity without basis',
    'rival-claims': 'Rival claims',
    'never-back': 'Not back in the model',
    'not-modelled': 'Facts not held against the model',
  },
  ask: (question, naming) => {
    const names = namesOf(question, naming)
    const span = spanOf(question, naming)
    const { values } = question
    switch (question.kind) {
      case 'contradicted':
      case 'off':
        return `${span}: ${disagreement(question, names)} ${asked(String(values.asks), question.components.length)}`
      case 'silence': {
        const hours = duration(Number(values.lengthMs), 'en')
        if (question.components.length === 0)
          return `${span}: ${hours} without a fact. What happened in between?`
        return `${span}: ${hours} without a fact. The model has ${names} down then. What was being waited for?`
      }
      case 'no-basis':
        return missingBasis(question, naming)
      case 'rival-claims': {
        const facts = question.facts.map(naming.fact).join(', ')
        const who = values.claimantsEn === '' ? '' : ` (${values.claimantsEn})`
        return `${span}: facts ${facts} are rival claims${who}. Which log or meter could tell them apart?`
      }
      case 'never-back': {
        const one = question.components.length === 1
        const subject = `${names} ${one ? 'is' : 'are'} not back when the model’s time ends.`
        return `${subject} ${waiting(String(values.waits), String(values.reason), naming)} What brought ${one ? 'it' : 'them'} back?`
      }
      case 'not-modelled': {
        const facts = listed(question.facts.map(naming.fact), ', ', more => ` and ${more} more`)
        return Number(values.count) === 1
          ? `${facts}: a fact about impact or recovery is not held against the model. Which state of which component does it mean?`
          : `${facts}: ${values.count} facts about impact or recovery are not held against the model. Which states of which components do they mean?`
      }
    }
  },
}

function disagreement(question: SaidQuestion, names: string): string {
  const { record, model, never } = question.values
  const tail = never === 1 ? ' The model never has it so.' : ''
  return `the record has ${names} ${state(String(record))}, the model ${state(String(model))}.${tail}`
}

function asked(asks: string, components: number): string {
  const many = components > 1
  switch (asks) {
    case 'other-need':
      return many ? 'What else do they need?' : 'What else does it need?'
    case 'carried-by':
      return many ? 'What kept them up until then?' : 'What kept it up until then?'
    case 'waited-for':
      return many
        ? 'What else was waited for before they came back?'
        : 'What else was waited for before it came back?'
    default:
      return many ? 'By what other way did they come back?' : 'By what other way did it come back?'
  }
}

function state(name: string): string {
  return name === 'up' || name === 'down' || name === 'impaired' ? name : `with ${name} units up`
}

function missingBasis(question: SaidQuestion, naming: Naming): string {
  const { values, paths, components } = question
  if (Number(values.count) > 1) {
    const names = listed(components.map(naming.component), ', ', more => ` and ${more} more`)
    const where = names === '' ? '' : ` (${names})`
    return `${values.count} quantities of the model say nothing of where they come from${where}. Where do they come from?`
  }
  const what = capitalised(quantityName(paths[0] ?? [], naming, 'en'))
  const value = range(Number(values.lowMs), Number(values.highMs))
  const services = Number(values.services)
  const rests =
    services === 0
      ? ''
      : services === 1
        ? ' One service’s outcome rests on it.'
        : ` The outcomes of ${services} services rest on it.`
  return `${what} (${value}) has no basis.${rests} Was it measured or written down somewhere?`
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function range(lowMs: number, highMs: number): string {
  return lowMs === highMs ? duration(lowMs, 'en') : `${duration(lowMs, 'en')} to ${duration(highMs, 'en')}`
}

function waiting(component: string, reason: string, naming: Naming): string {
  const name = naming.component(component)
  switch (reason) {
    case 'broken':
      return `In the model, ${name} is broken and not mended.`
    case 'cut':
      return `In the model, ${name} stays cut off.`
    case 'waiting-by-hand':
      return `In the model, ${name} waits to be reset by hand.`
    default:
      return `In the model it waits for ${name}.`
  }
}

function namesOf(question: SaidQuestion, naming: Naming): string {
  return listed(question.components.map(naming.component), ', ', more => ` and ${more} more`)
}

function spanOf(question: SaidQuestion, naming: Naming): string {
  if (question.fromMs === null || question.toMs === null) return ''
  return naming.span(question.fromMs, question.toMs, question.scenario)
}
