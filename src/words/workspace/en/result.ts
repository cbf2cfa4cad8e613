import type { ResultWords } from '../result.js'

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`

/** What stands beside the page while a case is written, English. */
export const en: ResultWords = {
  first: 'Working it out for the first time.',
  standing: (errors, warnings) =>
    errors + warnings === 0
      ? 'Nothing is wrong'
      : [errors > 0 ? counted(errors, 'error') : '', warnings > 0 ? counted(warnings, 'warning') : '']
          .filter(Boolean)
          .join(', '),
  lastWhole: 'Below is the result of the case as it last was whole.',
  severity: { error: 'Error', warning: 'Warning' },
  meant: suggestion => `Did you mean ${suggestion}?`,
  folder: 'The case as a whole',
  more: count => `Show ${count} more`,
  noModel:
    'There is no model yet. Draw the system, or answer the questions of a first model; the result appears here.',
  fidelity: 'How far the model holds',
  outages: 'The outage as the model has it',
  noOutage: 'In this model no service goes down.',
  down: length => `down ${length}`,
  impaired: length => `impaired ${length}`,
  notBack: 'not back',
  questions: count => (count === 0 ? 'Nothing to ask' : `${counted(count, 'question')} of the program`),
}
