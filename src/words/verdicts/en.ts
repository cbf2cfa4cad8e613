import { difference, duration } from '../durations.js'
import type { SaidVerdict, VerdictWords } from './verdictWords.js'

const length = (ms: number) => duration(Math.abs(ms), 'en')

export const en: VerdictWords = {
  short: verdict => {
    const least = verdict.atLeast ? 'at least ' : ''
    if (verdict.kind === 'prevented') return 'not down'
    if (verdict.kind === 'not-down') return 'never down'
    if (verdict.timed === null) return 'contradicted'
    switch (verdict.kind) {
      case 'no-effect':
        return 'no effect'
      case 'not-back':
        return 'not back'
      case 'later':
        return `begins ${length(verdict.laterMs)} ${verdict.laterMs > 0 ? 'later' : 'earlier'}`
      default:
        return least + difference(verdict.deltaMs, 'en')
    }
  },
  opening,
  sentence: (verdict, conditions, service) => `${opening(conditions)} ${predicate(verdict, service)}.`,
  structural: (verdict, rests) => {
    const { goesDown, comesBack, together, tried, untried } = verdict.structural
    const what = goesDown ? `It goes down; it ${en.returns[comesBack]}` : 'It does not go down'
    if (tried <= 1) return `${what}.`
    const left = untried === 0 ? '' : ` The ranges of ${untried} more quantities were not run.`
    if (rests.length === 0) return `${what}. So in all ${tried} runs with the ranges at their ends.${left}`
    const names = rests.join(', ')
    return together
      ? `${what}. Not so with ${names} at the ends of their ranges together.${left}`
      : `${what}. Not so with ${names} at an end of its range.${left}`
  },
  timed: (verdict, flips, contradictedBy) => {
    if (verdict.timed === null) {
      const facts = contradictedBy.length > 0 ? ` (${contradictedBy.join(', ')})` : ''
      return `The model contradicts the record here${facts}; hours are withheld.`
    }
    const { deltaMs, lowMs, highMs } = verdict.timed
    const least = verdict.atLeast ? 'at least ' : ''
    const range =
      lowMs === highMs
        ? ''
        : ` (${difference(lowMs, 'en')} to ${difference(highMs, 'en')} with the ranges at their ends)`
    const hours = deltaMs === 0 ? 'As long down as before' : `Down ${least}${difference(deltaMs, 'en')}`
    const turned = flips.length > 0 ? ` Assumptions that would flip this: ${flips.join(', ')}.` : ''
    return `${hours}${range}.${turned}`
  },
  contradicted: 'the model contradicts the record here',
  returns: {
    'by-itself': 'comes back by itself',
    'by-hand': 'comes back only by hand',
    'not-at-all': 'does not come back',
  },
  layers: {
    facility: 'Facility',
    infrastructure: 'Infrastructure',
    platform: 'Platform',
    service: 'Service',
    organisation: 'Organisation',
  },
  objective: ({ of, actualMs, allowedMs, held }) => {
    const state = held ? 'holds' : 'does not hold'
    if (of === 'downtime') return `${state}: down ${length(actualMs ?? 0)}, allowed ${length(allowedMs ?? 0)}`
    if (actualMs === null) return `${state}: all data lost`
    const lost = actualMs === 0 ? 'no data lost' : `${length(actualMs)} of data lost`
    return allowedMs === 0 || allowedMs === null
      ? `${state}: ${lost}`
      : `${state}: ${lost}, allowed ${length(allowedMs)}`
  },
  changedConditions: 'Conditions that differ',
  failed: 'These conditions cannot hold together',
}

/** Titles of ifs are clauses ("Had the tools stood …") or nouns; several are said by their number. */
function opening(conditions: readonly string[]): string {
  const [only] = conditions
  if (only === undefined) return 'In this model,'
  if (conditions.length > 1) return `In this model, with these ${conditions.length} conditions together,`
  const title = only.replace(/[.…\s]+$/u, '')
  const clause = /^(Had|Were|If|With|Without|Should) /.test(title)
  return clause
    ? `In this model, ${title.charAt(0).toLowerCase()}${title.slice(1)},`
    : `In this model, with “${title}”,`
}

/** Of outages rather than services: titles may be singular or plural. */
function predicate(verdict: SaidVerdict, service: string): string {
  const least = verdict.atLeast ? 'at least ' : ''
  if (verdict.timed === null && verdict.kind !== 'prevented' && verdict.kind !== 'not-down') {
    return `no hours are given for ${service}: here the model contradicts the record`
  }
  switch (verdict.kind) {
    case 'prevented':
      return `there is no outage of ${service}`
    case 'not-down':
      return `there is no outage of ${service}, as before`
    case 'no-effect':
      return `nothing changes for ${service}`
    case 'not-back':
      return `the outage of ${service} does not end within the model’s time`
    case 'shortened':
      return `the outage of ${service} is ${least}${length(verdict.deltaMs)} shorter`
    case 'worse':
      return `the outage of ${service} is ${least}${length(verdict.deltaMs)} longer`
    case 'later': {
      const when = verdict.laterMs > 0 ? 'later' : 'earlier'
      return `the outage of ${service} begins ${length(verdict.laterMs)} ${when} and lasts as long as before`
    }
  }
}
