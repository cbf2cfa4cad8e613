import type { ReviewWords } from '../review.js'

/** The page of reviews, English. */
export const en: ReviewWords = {
  title: 'Review',
  about:
    'The program asks about the system, and you answer under a role or anonymously. Nobody is asked whose fault it was.',
  rounds: 'Rounds',
  noRounds: 'No round has been opened yet.',
  open: 'Open a round',
  openTitle: 'Name',
  openTitleHint: 'Such as: first review',
  agenda: 'What to ask',
  agendaAbout:
    'Drawn from where model and record part, rival claims, shortcomings and open questions. Leave out what is not wanted; add your own.',
  own: 'Your own questions',
  ownHint: 'About the system, not about persons. One a line.',
  begin: count => `Open with ${count} ${count === 1 ? 'question' : 'questions'}`,
  kinds: {
    question: 'question',
    rival: 'rival claims',
    shortcoming: 'shortcoming',
    surprise: 'model and record part',
    own: 'own question',
  },
  states: { open: 'open for answers', closed: 'closed' },
  opened: date => `opened ${date}`,
  closed: date => `closed ${date}`,
  close: 'Close the round',
  closeAsk: 'Anonymous answers then appear together, in shuffled order, and none can be added.',
  cancel: 'Cancel',
  answer: 'Answer',
  answerText: 'Answer',
  as: 'How do you answer',
  asRole: 'under a role',
  asAnonymous: 'anonymously',
  role: 'Role',
  roleHint: 'Such as: operations, on call, customer care',
  send: 'Send',
  sent: 'Your answer is there.',
  sentAnonymous: 'Kept anonymously. It appears among the others when the round closes.',
  anonymousAbout:
    'No account, address or time is stored or logged. What remains recognisable is your style, and knowledge that only you could have; and we cannot speak for logs that a proxy in front of this server may keep.',
  anonymous: 'anonymous',
  noAnswers: 'No answers yet.',
  hidden: 'Anonymous answers appear when the round closes.',
  about1: 'Show what it is about',
  signOffs: 'Sign-off',
  signOffsAbout:
    'A signature is for the revision of its day. Corrections after it stay possible, and are shown here.',
  noSignOffs: 'Nobody has signed yet.',
  waiting: roles => `Still to sign: ${roles}`,
  all: 'All roles have signed.',
  sign: 'Sign off',
  signFor: (role, revision) => `Sign revision ${revision} as ${role}`,
  note: 'Note',
  signed: (role, revision) => `${role} · revision ${revision}`,
  since: count =>
    count === 0
      ? 'Nothing changed since.'
      : `${count} ${count === 1 ? 'revision' : 'revisions'} came after it.`,
  showSince: 'Show what changed since',
  hideSince: 'Hide',
  withdraw: 'Withdraw',
  withdrawn: date => `withdrawn ${date}`,
  notSigner: 'You have no role here that signs. An owner sets that on the page of people.',
  changesFirst: 'Before you sign: what changed since the last signature.',
  unsaved: 'What is written but not yet in a revision is kept as one first.',
}
