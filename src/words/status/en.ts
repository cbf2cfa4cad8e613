import { HEADLINE_NAMES, type StatusWords } from './statusWords.js'

function together(names: readonly string[]): string {
  return names.length > HEADLINE_NAMES ? `${names.length} services` : names.join(' and ')
}

const be = (names: readonly string[]) => (names.length === 1 ? 'is' : 'are')

export const en: StatusWords = {
  languageNames: { ko: '한국어', en: 'English' },
  languages: 'Language',
  page: 'Service status',
  headline: (state, names) => {
    if (state === 'down') return `${together(names)} ${be(names)} down`
    if (state === 'impaired')
      return `${together(names)} ${names.length === 1 ? 'works' : 'work'} only in part`
    return state === 'up'
      ? 'Every service that was down is back'
      : 'The state of services is being looked into'
  },
  states: { up: 'Up', impaired: 'Works in part', down: 'Down', unknown: 'No trouble known' },
  partly: share => `Works in part (${share})`,
  services: 'Services',
  service: 'Service',
  state: 'Now',
  since: 'Since',
  noServices: 'No service has a known state yet.',
  latest: 'What is known so far',
  noUpdates: 'Nothing has been announced yet.',
  next: 'Next update',
  nextAt: time => `by ${time}`,
  nextUnknown: 'not set yet',
  over: 'none to come',
  stale: time => `If this page has not changed after ${time}, it could not be rewritten yet.`,
  history: 'What has happened',
  historyAbout: 'The newest stands first.',
  change: (name, state, share) => {
    if (share !== null && state === 'impaired') return `${name} works only in part (${share})`
    switch (state) {
      case 'down':
        return `${name} is down`
      case 'impaired':
        return `${name} works only in part`
      case 'up':
        return `${name} is back`
      case 'unknown':
        return `${name}: being looked into`
    }
  },
  times: {
    about: time => `about ${time}`,
    by: time => `before ${time}`,
    after: time => `after ${time}`,
    range: (from, to) => `${from}–${to}`,
    zone: (name, offset) => `All times are of ${name} (${offset}).`,
  },
  feed: 'Atom feed',
  feedAbout: 'Follow it by feed',
  data: 'Data (JSON)',
  written: time => `This page was written at ${time}.`,
  contact: 'Contact',
  sign: { up: '●', impaired: '◐', down: '✕', unknown: '–' },
}
