import { difference } from '../durations.js'
import type { OurselvesWords } from './ourselvesWords.js'

export const en: OurselvesWords = {
  question: 'And we?',
  heading: conditions => `Tick which of ${conditions} conditions you have, and see what to look at first`,
  whose: caseTitle =>
    `What answers is the model of “${caseTitle}”. It is not a model of your organisation, and no forecast.`,
  pick: 'What your organisation has',
  addressees: {
    facility: 'Those who run building and power',
    'fire-service': 'Fire service',
    operator: 'Those who run the services',
    regulator: 'Regulators',
    anyone: 'Anyone',
  },
  none: 'Clear all',
  all: 'Tick all',
  picked: (count, of) => `${count} of ${of}`,
  answer: ({ picked, falls, of, before }) => {
    const these = picked === 1 ? 'the condition ticked' : `the ${picked} conditions ticked`
    if (picked === 0) return `With none of them, ${before} of ${of} services go down in this case’s model.`
    if (falls === 0) return `With ${these}, no service goes down in this case’s model.`
    if (falls === before) return `Even with ${these}, ${falls} services go down in this case’s model.`
    return `With ${these}, ${falls} instead of ${before} services go down in this case’s model.`
  },
  longest: (service, length) => `Longest: ${service}, ${length}.`,
  was: 'As it was',
  with: 'With these',
  notDown: 'not down',
  atLeast: length => `at least ${length}`,
  withheld: 'contradicts the record; hours withheld',
  lookFirst: 'What to look at first',
  lookFirstAbout:
    'Conditions that are not ticked, by how much each would change in this case’s model if it were added.',
  nothingLeft: 'None is left.',
  gain: ({ prevented, shorter, worse, deltaMs }) => {
    const parts = [
      ...(prevented > 0 ? [`${prevented} not down`] : []),
      ...(shorter > 0 ? [`${shorter} shorter`] : []),
      ...(worse > 0 ? [`${worse} longer`] : []),
    ]
    if (parts.length === 0) return 'no change'
    return deltaMs === 0 ? parts.join(', ') : `${parts.join(', ')} (${difference(deltaMs, 'en')} in all)`
  },
  more: count => `${count} more after these`,
  without: count =>
    `${count} ${count === 1 ? 'condition' : 'conditions'} that would change nothing more in this model`,
  cannotStand: 'cannot stand beside those ticked',
  share: 'Address of this answer',
  copy: 'Copy address',
  copied: 'Copied.',
  shareAbout:
    'Opened, this address has the same conditions ticked. What you tick is in the address alone and is sent nowhere.',
  shareEmpty: 'Tick a condition to get an address.',
  own: caseId =>
    `If you have written down your own system, manil replay ${caseId} --on your-system asks your own model.`,
  moreServices: count => `${count} other ${count === 1 ? 'service is' : 'services are'} not drawn here.`,
}
