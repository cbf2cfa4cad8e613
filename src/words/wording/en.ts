import type { WordingWords } from './wordingWords.js'

/** Hints about wording, English. */
export const en: WordingWords = {
  'person-as-cause': {
    matter: 'A person stands here as the cause.',
    why: 'Another person in the same place, with the same tools, is likely to do the same.',
    instead:
      'Say what the tool, the limit or the procedure allowed: “the tool allowed removal below the minimum”.',
  },
  attitude: {
    matter: 'This judges an attitude.',
    why: 'Attitudes cannot be checked or built; conditions can.',
    instead: 'Say what the plan covered and what it did not.',
  },
  'should-have': {
    matter: 'This says what ought to have been done, from what is known now.',
    why: 'It ends the question of what was known then, and what there was to choose from.',
    instead: 'Say what was known at that time; put the other way as an if, and let the model answer.',
  },
  'failed-to': {
    matter: 'This says what somebody did not do.',
    why: 'What did not happen explains nothing; what was there to be seen does.',
    instead: 'Say which signal there was, where it was shown, and to whom.',
  },
  verdict: {
    matter: 'This hands out fault.',
    why: 'Whoever may be blamed next time will tell less.',
    instead: 'Call it a condition that contributed, and give its evidence.',
  },
  hindsight: {
    matter: 'This word knows the end of the story.',
    why: 'Nothing was obvious to those who were in it.',
    instead: 'Leave the word out.',
  },
  drama: {
    matter: 'This word paints instead of measuring.',
    why: 'Readers cannot compare it with anything.',
    instead: 'Give the measured impact: how many, how long.',
  },
  'no-measure': {
    matter: 'This says that something was too little, without saying how much there was.',
    why: 'Nobody can check it, or tell when it is enough.',
    instead: 'Give the number: “30 % of it was redundant only inside Pangyo”.',
  },
  'weak-remedy': {
    matter: 'This remedy asks people to try harder.',
    why: 'It changes no condition, so the same can happen again.',
    instead: 'Name a change of the system, with a test that shows it.',
  },
  whodunit: {
    matter: 'This asks who.',
    why: 'The answer is a name, and nothing is learned from it.',
    instead: 'Ask what was seen, and what made the choice a natural one.',
  },
}
