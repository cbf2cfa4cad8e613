import type { LiveWords } from './liveWords.js'

/** The words of the live log and the board, English. */
export const en: LiveWords = {
  states: { up: 'up', impaired: 'in part', down: 'down', unknown: 'not known' },
  phases: {
    trigger: 'trigger',
    impact: 'impact',
    detection: 'detection',
    declaration: 'declaration',
    mitigation: 'mitigation',
    recovery: 'recovery',
    communication: 'communication',
    context: 'context',
  },
  columns: { service: 'Service', state: 'Now', since: 'Since', fact: 'Fact' },
  about: time => `about ${time}`,
  by: time => `before ${time}`,
  after: time => `after ${time}`,
  disputed: 'disputed',
  boardAt: time => `As of ${time}`,
  boardNow: 'As the record ends',
  noServices: id =>
    `${id}: no service has a state yet. Log one with manil log, or write one into timeline.yaml.`,
  logged: (time, id) => `${time} logged: ${id}`,
  change: (name, state) => `  ${name}: ${state}`,
  announced: '  public: it goes to the status page',
  phase: phase => `  phase: ${phase}`,
  refusals: {
    empty: () => 'there is nothing to log. Say in a line what happens.',
    'too-long': values => `a line has at most ${values.longest} characters. Log it in parts.`,
    'bad-time': values => `${values.text}: that is not a time. Write 15:30, 3:30pm, or "5 min ago".`,
    'unknown-id': values => `${values.id}: there is no such component in this case.`,
    'bad-state': values =>
      `${values.id}: ${values.state} is no state. Write up, impaired, down, 40%, or a number of units.`,
    'no-zone': values =>
      `${values.timezone}: an unknown time zone, so it cannot be said what time it is. Mend the timezone in case.yaml.`,
  },
  meant: suggestion => ` Did you mean ${suggestion}?`,
  notWritten: 'the files of the case cannot be written to. Mend their YAML first (manil check).',
  badAddress: address => `${address}: not an address. Give that of the workspace, beginning with https.`,
  insecure: address => `${address}: a token is not sent without encryption. Give an https address.`,
  noToken: 'there is no token. Put one made in the workspace into MANIL_TOKEN.',
  unreachable: (address, reason) => `${address} cannot be reached (${reason}).`,
  refusedByServer: (status, message) =>
    message === '' ? `the workspace refused it (${status}).` : `the workspace refused it: ${message}`,
  statusWorking: id => `${id}: writing the status page`,
  statusWritten: (count, out) => `Wrote ${count} files to ${out}.`,
  outIsFile: out => `${out} is not a folder.`,
  badNext: text =>
    `${text}: that is not a time for the next update. Write 16:00 or 30m: something later than now.`,
  badUrl: text => `${text}: that is not an address. Write it as https://status.example.com/`,
}
