import type { ReportWords } from './reportWords.js'

const plural = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`

/** The words of the report page, English. */
const shortMonths = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

function ordinal(day: number): string {
  const teen = day % 100 > 10 && day % 100 < 14
  return `${day}${teen ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th')}`
}

export const en: ReportWords = {
  brand: 'Manil',
  kind: 'Incident report',
  skip: 'Skip to the report',
  editions: 'Language',
  languages: { ko: '한국어', en: 'English' },
  masthead: {
    start: (year, date, time) => `${date} ${year}, ${time}`,
    span: (from, to) => `${from} – ${to}`,
    about: time => `about ${time}`,
    by: time => `by ${time}`,
    since: time => `since ${time}`,
    longest: service => `longest recorded outage: ${service}`,
    users: service => `users of ${service}`,
    units: place => `servers in ${place}`,
    firstBack: service => `until ${service} was back`,
    facts: 'facts on record',
    sources: 'sources',
    servers: '',
    people: '',
    thousands10: '',
    items: '',
    atMost: 'at most',
    atLeast: 'at least',
    roughly: 'about',
    dots: (agree, total) => `${agree} of ${total}`,
    noModel: 'This case has no model: facts and narrative alone.',
    edition: id => `Case ${id}`,
    noneWithheld: 'Nothing is withheld',
    withheld: count => `${count} withheld`,
    black: 'Black',
    white: 'White',
    was: ' is what was',
    model: 'blue is what the model says',
    changed: 'green is what it says with a condition changed',
    says: '.',
    noNarrative: 'This case has no narrative: everything below is computed from its data.',
    otherLanguage: language => `There is no narrative in English; this is the one in ${language}.`,
  },
  questions: {
    replay: 'What stopped, when and why',
    ifs: 'What if conditions had been different',
    if: 'What if conditions had been different',
    recovery: 'When it was back',
    'recovery-path': 'What the hours went into',
    timeline: 'What happened',
    facts: 'On what evidence',
    shortcomings: 'How it was built',
    questions: 'What is not known',
    actions: 'What is to change',
    disclosure: 'What is left out',
    sources: 'Where it comes from',
    method: 'How it was made',
  },
  headings: {
    replay: (service, downMs) => `In this model, ${service} is down for ${downMs}`,
    replayNothing: 'In this model, no service goes down',
    ifs: (count, prevented) =>
      prevented === 0
        ? `In this model, none of ${plural(count, 'condition')} alone keeps a service up`
        : `In this model, ${prevented} of ${plural(count, 'condition')} alone ${prevented === 1 ? 'keeps' : 'keep'} some service up`,
    recovery: (first, last) =>
      first === last
        ? `When ${first} was back: the record beside the model`
        : `${first} was back first, ${last} last`,
    path: service => `In this model, the time that ${service} is down divides like this`,
    timeline: count => `${plural(count, 'fact')} in order of time`,
    facts: (count, primary, claims) =>
      `${plural(count, 'fact')}: ${primary} in primary sources${claims === 0 ? '' : `, and ${claims} ${claims === 1 ? 'is a claim' : 'are claims'}`}`,
    shortcomings: count => plural(count, 'thing that fell short', 'things that fell short'),
    questions: count =>
      count === 0
        ? 'The program has nothing to ask'
        : `${plural(count, 'question')} that the program asks of the record and the model`,
    actions: (count, done) =>
      `${plural(count, 'promise')}, of which ${done} ${done === 1 ? 'is' : 'are'} reported done`,
    disclosure: 'What this report leaves out',
    sources: count => plural(count, 'source'),
    method: 'How the model was computed, and what it leaves out',
    methodNoModel: 'How this report was made',
  },
  facts: {
    time: 'Time',
    fact: 'Fact',
    evidence: 'Evidence',
    model: 'Model',
    primary: 'primary',
    press: 'press',
    derived: 'derived',
    claim: 'claim',
    claimOf: organisation => `claim: ${organisation}`,
    unsourced: 'no source',
    withheld: 'withheld',
    withheldUntil: date => `until ${date}`,
    withheldItem: { facts: '1 fact', shortcomings: '1 shortcoming', actions: '1 action' },
    reasons: {
      'personal-data': 'personal data',
      security: 'security',
      legal: 'legal reasons',
      'third-party': 'third party',
    },
    disputedBy: 'Rival:',
    link: 'Permanent link to this fact',
    evidenceFile: 'attachment',
    scenario: title => `Another scenario: ${title}`,
    agrees: 'agrees',
    off: 'off',
    contradicted: 'contradicted',
    contradictedNone: 'no such change in the model',
    fitted: 'fitted to this',
    input: 'put in',
    notModelled: 'not modelled',
    bound: 'only a bound',
    holds: 'holds then',
    rule: '✓ at most 15 min apart, or 5 % of the recorded outage. ✕ more than 25 %, or no such change. △ in between. ↦ follows at once from a time that was put in, ◎ used to fit the model: neither counts as evidence.',
    undated: 'the time cannot be read',
    caption: 'Facts, their evidence, and what the model says',
    none: 'No fact is on record.',
  },
  fact: {
    unknown: id => `unknown fact “${id}”`,
    withheld: 'a fact that is withheld',
  },
  inline: {
    unknownService: id => `unknown service “${id}”`,
    unknownIf: id => `unknown condition “${id}”`,
    unknownTerm: id => `unknown term “${id}”`,
    unknownDirective: name => `unknown directive “${name}”`,
    noModel: 'no model',
    failed: 'these conditions cannot stand together',
    beforeAfter: (before, after) => `${before} → ${after}`,
    zero: '0 min',
  },
  rivals: {
    heading: 'Rival claims',
    title: (from, to, gap) => `Rival claims: ${from} or ${to}, ${gap} apart`,
    sameTime: time => `Rival claims: ${time}`,
    says: organisation => `${organisation} says`,
    others: 'Other records',
    figure: count => `${count} facts that dispute each other, left and right of one time axis`,
    scale: 'Downwards is time, to scale.',
    stake: most =>
      `Whichever holds, no service is down for more than ${most} longer or shorter in this model.`,
    noStake: 'Whichever holds, in this model no service is down for longer or shorter.',
    takes: time => `The model takes ${time}.`,
    puts: time => `With ${time}`,
    becomes: (service, before, after) => `${service}, ${before} becomes ${after}.`,
    hatched: 'Hatched: the time between the claims.',
  },
  timeline: {
    figure: (from, to) => `Facts from ${from} to ${to}`,
    none: 'No fact is on record in this time.',
    badSpan: 'the span of time cannot be read',
  },
  shortcomings: {
    asBuilt: 'As built',
    assumedThen: 'Assumed then',
    whyReasonable: 'Why that seemed reasonable',
    ideal: 'As it should be',
    says: 'What the model says',
    actions: 'Actions',
    none: 'None is written down.',
    noEffect: 'No service fares differently.',
    more: count => `${plural(count, 'more service')} in the table of conditions.`,
    noneLinked: 'No condition is tied to it; the model has not run it.',
    withheld: 'An entry that is withheld',
  },
  questionKinds: {
    contradicted: 'record and model disagree',
    off: 'record and model differ',
    silence: 'no record',
    'no-basis': 'a value without a basis',
    'rival-claims': 'rival claims',
    'never-back': 'not back',
    'not-modelled': 'not modelled',
  },
  open: {
    none: 'Nothing to ask.',
    around: time => `about ${time}`,
    all: count => `The other ${plural(count, 'question')}`,
  },
  actions: {
    action: 'Action',
    ifs: 'If',
    stage: 'promised → reported done → confirmed by replay',
    sources: 'Sources',
    owner: 'Owner',
    open: 'promised',
    done: 'reported done',
    dropped: 'dropped',
    due: date => `due ${date}`,
    none: 'No action is written down.',
    caption:
      'Confirmed by replay so far: none. Confirmed means: the changed system, written down and run on the same scenario, keeps the objectives.',
    withheld: 'An action that is withheld',
  },
  disclosure: {
    withheld: count => `${count} withheld`,
    noWithheld: '0 withheld',
    withheldText: parts => `${parts}. The model does not use them.`,
    noWithheldText: 'The authors of this case marked nothing as withheld.',
    unsourced: count => `${count} unsourced`,
    unsourcedText: count =>
      count === 0 ? 'Every fact has a source.' : `${plural(count, 'fact')} without a source.`,
    unlinked: count => plural(count, 'source'),
    unlinkedText: 'Not linked: no public address.',
    outside: 'Not modelled',
    outsideText: count =>
      count === 0
        ? 'Every fact about impact and recovery was held against the model.'
        : `${plural(count, 'fact')} about impact and recovery ${count === 1 ? 'is' : 'are'} not held against the model.`,
    assumed: 'Assumed',
    assumedText: (assumed, total, none) =>
      `Of ${plural(total, 'value')} in the model ${assumed} ${assumed === 1 ? 'is' : 'are'} assumed${none === 0 ? '' : `, and ${none} ${none === 1 ? 'has' : 'have'} no basis`}.`,
    authors: 'Written by',
    contact: 'Disputes',
    contactText: 'Whoever disputes a fact can write to',
    noContact: 'No address for disputes is given.',
  },
  sources: {
    all: 'Sources',
    file: 'attachment',
    none: 'No source is written down.',
    used: count => plural(count, 'fact'),
  },
  method: {
    intro:
      'The model is a list of what rests on what. When an event stops something, whatever rests on it stops too; recovery takes the time, the tools and the hands that it needs. Nothing is drawn at random: the same data give the same result everywhere.',
    size: (components, events, quantities) =>
      `This model has ${plural(components, 'component')}, ${plural(events, 'event')} and ${plural(quantities, 'duration')}.`,
    leavesOut: 'What it leaves out',
    leavesOutItems: [
      'A value with a range is run at its median. Verdicts also say what both ends of the range give.',
      'It knows up, impaired and down. Slowness, shares of errors and the loss of part of the data are left out.',
      'A hold-up is whole again as soon as power returns, however briefly. A real battery takes time to charge.',
      'Work is not faster with more people; where hands are missing, it waits.',
      'Whoever wrote the model knew how it ended. Values that were set knowing the answer do not count as evidence.',
    ],
    factKinds: 'How facts count as evidence',
    factKindsText:
      'Nobody declares the kind of a fact. It is computed by walking back the chain of causes that led to the change in the model. Only facts of the kind “test” make the score of the model.',
    basis: 'Where values come from',
    basisKinds: {
      sources: 'sources',
      fitted: 'fitted',
      derived: 'derived',
      assumed: 'assumed',
      knowing: 'assumed knowing the answer',
      none: 'no basis',
    },
    glossary: 'Words',
    noModel:
      'This case has no model. The components of the system are not written down, so it can neither be replayed nor run with other conditions; facts and their sources stand alone.',
    counterfactual:
      'A verdict on a changed condition is the difference between two runs. What changes is a condition, never what somebody did. Where the model contradicts the record about a service, no hours are given.',
  },
  footer: {
    case: 'Case',
    checksum: 'Data SHA-256',
    engine: 'Engine',
    start: 'Start',
    data: 'Data',
    dataText: 'Publishing puts case.json and checksums.txt beside the page.',
    engineText: (version, start, horizon) => `manil ${version} · ${horizon} from ${start}`,
  },
  days: count => plural(count, 'day'),
  weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  dayHeading: (month, day, weekday, year) => {
    const months = [
      'January',
      'February',
      'March',
      'April',
      'May',
      'June',
      'July',
      'August',
      'September',
      'October',
      'November',
      'December',
    ]
    const name = month === null ? '' : ` ${months[month - 1]}`
    return `${weekday} ${day}${name}${year === null ? '' : ` ${year}`}`
  },
  shortDate: (day, month, year) => {
    const name = month === null ? '' : ` ${shortMonths[month - 1]}`
    return `${month === null ? ordinal(day) : day}${name}${year === null ? '' : ` ${year}`}`
  },
  days2: (first, last) => `${first} – ${last}`,
  times: {
    about: time => `≈${time}`,
    by: time => `≤${time}`,
    byDay: day => `by ${day}`,
    after: time => `≥${time}`,
    before: time => `before ${time}`,
    allDay: 'that day',
    unknown: '?',
  },
}
