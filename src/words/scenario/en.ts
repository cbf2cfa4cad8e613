import type { ScenarioWords } from './scenarioWords.js'

const orOf = (names: readonly string[]) =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`

export const en: ScenarioWords = {
  inPlace: 'Conditions in place',
  otherwiseSame: returns =>
    returns === 0
      ? 'All else is as it was in the first scenario. No event that brings anything back was put in: whatever comes back does so by the rules of the model.'
      : `All else is as it was in the first scenario. ${returns} ${returns === 1 ? 'event brings' : 'events bring'} something back.`,
  columns: {
    service: 'Service',
    first: 'Record of the first scenario',
    record: 'Record of this one',
    inPlace: 'Model, with the conditions',
    without: 'Model, without them',
  },
  notDown: 'not down',
  notBack: 'not back within the horizon',
  returns: { 'by-itself': 'back by itself', 'by-hand': 'back only by hand', 'not-at-all': 'not back at all' },
  rangesHeading: 'Which ranges would have changed the answer',
  tried: (runs, untried) =>
    `Each value with a range was set to both of its ends, and all of them to one end together: ${runs} runs.${untried === 0 ? '' : ` ${untried} ${untried === 1 ? 'value was' : 'values were'} not tried.`}`,
  fact: ({ service, record, model, error, span }) =>
    `${service}: on record ${record}, in the model ${model === null ? 'no such change' : `${model}${error === '' ? '' : ` (${error})`}`}.${span === null ? '' : ` Over the ranges, ${span}.`}`,
  moves: quantities =>
    quantities.length === 0
      ? 'No range moves this time.'
      : `What moves this time is ${quantities.join(', ')}.`,
  sameVerdict: 'The verdict is the same at every end.',
  turns: (quantities, end, verdict) =>
    `with ${quantities} at the ${end === 'low' ? 'lower' : 'upper'} end: “${verdict}”`,
  all: 'all values',
  sameReturn: services =>
    `${services}: whether it goes down, and how it comes back, is the same at every end.`,
  returnRests: (services, quantities) =>
    `${services}: whether it goes down, or how it comes back, rests on ${quantities}.`,
  sharesHeading: 'One condition, or several',
  none: services => `${services}: the same with these conditions as without.`,
  one: (services, ifs) => `${services}: condition ${ifs} alone does all of it.`,
  several: services => `${services}: no one condition alone does this.`,
  leftOut: (ifs, downMs) =>
    ifs.length === 1
      ? `Without condition ${ifs.join('')}, all others in place, it is down for ${downMs}.`
      : `Without any one of conditions ${orOf(ifs)}, all others in place, it is down for ${downMs}.`,
  noneNeeded: 'Whichever one is left out, the others do it.',
  standingHeading: 'How far this comparison can be trusted',
  coarse: (agrees, outage) =>
    `But what counts as agreement, ${agrees}, is more than the ${outage} on record, so this score is that much looser.`,
  knowing: quantities =>
    quantities.length === 0
      ? 'How both records ended was known when the model was written. No value is marked as fitted to a fact of this scenario, or as assumed knowing one.'
      : `How both records ended was known when the model was written. ${quantities.length} ${quantities.length === 1 ? 'value was' : 'values were'} fitted to a fact of this scenario or assumed knowing one (${quantities.join(', ')}); those facts do not count as evidence.`,
}
