import { questionWords } from '../questions/questionWords.js'
import type { AgendaWords } from './agendaWords.js'

export const en: AgendaWords = {
  kinds: {
    surprise: 'Surprises',
    'rival-claims': 'Rival claims',
    shortcoming: 'How it was built',
    question: 'What else there is to know',
  },
  why: {
    surprise:
      'Here model and record part. It may mean that something about the system is not written down yet.',
    'rival-claims':
      'Different claims stand side by side. None is deleted; the question is what could tell them apart.',
    shortcoming: 'How things were built, in the organisation’s own words. Is it so, and what is missing?',
    question: 'Here the record is silent, or a quantity has no basis.',
  },
  ask: (item, naming) =>
    item.kind === 'shortcoming'
      ? `“${item.asBuilt}” Was it built so? What is missing here?`
      : questionWords('en').ask(item.question, naming),
  empty: 'There is nothing to ask. Facts, a model, or shortcomings bring questions.',
}
