import { duration } from '../durations.js'
import type { FidelityWords } from './fidelityWords.js'

export const en: FidelityWords = {
  line: ({ tests, medianErrorMs }) => {
    if (tests.total === 0) return 'No fact tests this model: all were put in, fitted, or give only a bound.'
    const facts = tests.total === 1 ? 'fact' : 'facts'
    const reproduced = `The model reproduces ${tests.agree} of ${tests.total} ${facts} it was not fitted to.`
    const median = medianErrorMs === null ? '' : ` Median error ${duration(medianErrorMs, 'en')}.`
    const against =
      tests.contradicted === 0
        ? ''
        : tests.contradicted === 1
          ? ' One fact contradicts it.'
          : ` ${tests.contradicted} facts contradict it.`
    return reproduced + median + against
  },
  short: ({ tests, medianErrorMs }) => {
    if (tests.total === 0) return 'no fact tests it'
    const median = medianErrorMs === null ? '' : `; median error ${duration(medianErrorMs, 'en')}`
    return `${tests.agree} of ${tests.total} ${tests.total === 1 ? 'fact' : 'facts'} it was not fitted to${median}`
  },
  kinds: { input: 'input', fitted: 'fitted', bound: 'bound', test: 'test', context: 'context' },
  kindMeanings: {
    input: 'It follows at once from the stated time of an event; the model only repeats what it was told.',
    fitted: 'A quantity of the model was fitted to it, or assumed knowing it: it is no evidence.',
    bound: 'It says only that something was so by, or after, a time.',
    test: 'The model was not fitted to it. Only such facts are evidence for the model.',
    context: 'It is not held against the model.',
  },
  verdicts: { agrees: 'agrees', off: 'off', contradicted: 'contradicted', 'not-modelled': 'not modelled' },
  verdictMeanings: {
    agrees: 'At most 15 min apart, or 5 % of the recorded outage.',
    off: 'Between agreeing and contradicted.',
    contradicted: 'The model has no such transition, or one more than 25 % of the recorded outage away.',
    'not-modelled': 'Outside of the model’s time, or without a state to hold against the model.',
  },
  error: errorMs => {
    if (errorMs === null) return 'no such transition in the model'
    if (errorMs === 0) return 'no difference'
    return `model ${duration(Math.abs(errorMs), 'en')} ${errorMs > 0 ? 'later' : 'earlier'}`
  },
}
