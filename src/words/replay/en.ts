import { difference } from '../durations.js'
import type { ReplayWords } from './replayWords.js'

export const en: ReplayWords = {
  title: (caseTitle, systemTitle) => `Had “${caseTitle}” happened to the system of “${systemTitle}”`,
  frame:
    'The events and their times come from the first case, the system from the second. This is an answer within two models, no forecast.',
  home: 'This is the case’s own system.',
  columns: {
    match: 'Match',
    role: 'Role',
    players: 'Played by',
    falls: 'Services that fall',
    longest: 'Longest',
    first: 'When',
    down: 'Down',
    comesBack: 'Comes back',
    condition: 'Condition',
    has: 'Has it',
    would: 'With it, in this system',
  },
  matchesFound: count =>
    count === 1 ? 'One match for the roles; it was run.' : `${count} matches for the roles; each was run.`,
  match: (number, of) => (of === 1 ? 'The match' : `Match ${number} of ${of}`),
  homeMatch: 'in its own place: as it was',
  falling: (falling, of) => `${falling} of ${of}`,
  answer: (falling, of) =>
    falling === 0
      ? `In this model none of ${of} services falls.`
      : `In this model ${falling} of ${of} services ${falling === 1 ? 'falls' : 'fall'}.`,
  standing: 'Not down:',
  after: length => `After ${length}.`,
  hasHeading: (has, partly, lacks, of) => {
    const rest = of - has - partly - lacks
    const some = partly === 0 ? '' : `, ${partly} in part`
    const unknown = rest === 0 ? '' : `; ${rest} cannot be told from the model`
    return `Of ${of} conditions ${has} ${has === 1 ? 'is' : 'are'} here${some}, ${lacks} ${lacks === 1 ? 'is' : 'are'} not${unknown}`
  },
  playedHeading: (played, of) => `${played} of ${of} roles can be played`,
  failed: 'In this match the model does not settle.',
  nobody: 'nobody',
  notThere: 'not there',
  has: { has: 'yes', partly: 'partly', lacks: 'no', nobody: 'n/a', untold: 'unknown' },
  lacking: names => `not: ${names.join(', ')}`,
  notCarried: {
    'own-terms': 'cannot be carried over: it changes what only that case has',
    nobody: 'nothing in this system that it would change',
    'holds-others': 'cannot be carried over: it is about what holds other things',
    conflict: 'cannot be combined',
  },
  effect: ({ prevented, shorter, later, worse, withheld, deltaMs }) => {
    const parts = [
      ...(prevented > 0 ? [`${prevented} not down`] : []),
      ...(shorter > 0 ? [`${shorter} shorter`] : []),
      ...(later > 0 ? [`${later} at another time`] : []),
      ...(worse > 0 ? [`${worse} longer`] : []),
      ...(withheld > 0 ? [`${withheld} not said`] : []),
    ]
    if (parts.length === 0) return 'no effect'
    const sum = deltaMs === null || deltaMs === 0 ? '' : ` (${difference(deltaMs, 'en')} in all)`
    return parts.join(', ') + sum
  },
  unmatched: 'No match. Nothing in this system can play these roles:',
  lookedFor: role => {
    if (role.homeOnly) return 'not looked for: no trait tells it from others of its kind'
    const parts = [`kind ${role.kinds.join(' or ')}`]
    if (role.in !== null) parts.push(`in ${role.in}`)
    if (role.outside !== null) parts.push(`outside ${role.outside}`)
    if (role.holds !== null) parts.push(`holds ${role.holds}`)
    if (role.needs !== null) parts.push(`needs ${role.needs}`)
    if (role.neededBy !== null) parts.push(`needed by ${role.neededBy}`)
    if (role.forRecovery) parts.push('needed to recover')
    if (role.countAtLeast > 1) parts.push(`${role.countAtLeast} units or more`)
    if (role.traits.length > 0) parts.push(`traits ${role.traits.join(', ')}`)
    return parts.join(', ')
  },
  nearest: (component, lacks) => `nearest: ${component}, which lacks ${lacks}`,
  lacks: {
    kind: 'the kind',
    in: 'the place (in)',
    outside: 'the place (outside)',
    holds: 'what it holds (holds)',
    needs: 'what it needs (needs)',
    'needed-by': 'who needs it (needed-by)',
    'for-recovery': 'being needed to recover (for-recovery)',
    'count-at-least': 'units (count-at-least)',
    traits: 'traits',
  },
  limit: {
    matches: bound => `There are more matches; only the first ${bound} were run.`,
    steps: bound => `The search stopped after ${bound} comparisons; there may be more matches.`,
  },
  leftAtHome: names => `Not carried over: ${names.join(', ')}`,
  withheld: names =>
    `?: the hours of ${names.join(', ')} are withheld, because there the system’s own record contradicts its model.`,
  caseModel: 'First case:',
  systemModel: 'This system:',
  page: {
    kind: 'And we?',
    question: 'And we?',
    services: 'What becomes of the services',
    roles: 'Who plays which role',
    ifs: 'Which of the case’s conditions are here already, and which are not',
    matches: 'Every match that was run',
    silent: count =>
      `${count} ${count === 1 ? 'condition' : 'conditions'} that cannot be asked of this system`,
    empty: count => `${count} ${count === 1 ? 'role' : 'roles'} that nothing plays, and what was looked for`,
    trust: 'How far this answer can be trusted',
    trustHeading: 'As far as the two models reproduce their own records',
    made: version => `Made by Manil ${version}.`,
  },
}
