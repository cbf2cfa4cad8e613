import type { FirstModelWords } from '../firstModel.js'

/** The page on which a first model is asked out, English. */
export const en: FirstModelWords = {
  title: 'First model',
  about:
    'About a dozen plain questions make a first system that runs. What is not known may stay unknown, and everything can be changed later.',
  step: (place, of) => `Question ${place} of ${of}`,
  why: 'Why this is asked',
  example: 'Example',
  answer: 'Answer',
  next: 'Next',
  before: 'Previous question',
  addName: 'Add a name',
  team: 'Team or role',
  count: 'How many could do it',
  yourAnswers: 'Answers so far',
  noAnswer: 'not answered yet',
  change: 'Change',
  preview: 'The system that comes of it',
  components: count => `${count} ${count === 1 ? 'component' : 'components'}`,
  openQuestions: count => `${count} ${count === 1 ? 'thing' : 'things'} still to find out`,
  run: 'Run as it is',
  runDown: (service, duration) => `${service}: down for ${duration}`,
  runUp: service => `${service}: never down`,
  runBroken: 'It cannot be run yet.',
  done: 'All questions are answered.',
  doneAbout: 'Written into the case it runs at once, and ifs can be asked. Every value is marked as assumed.',
  write: 'Write it into the case',
  writeEarly: 'Write it in as it is',
  written: 'The first model is written.',
  again: 'Begin again',
  notWhole:
    'The files of this case have errors, so nothing can be asked. Please mend first what the result shows.',
  mayNotWrite: 'Editors of the case can make a first model.',
  hasModel: 'This case has a system already. Answers fill in what is missing and leave what is written.',
  kept: 'Answers are kept in this browser: you may leave and come back.',
}
