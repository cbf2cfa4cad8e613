import type { LibraryWords } from '../library.js'

/** The list of cases, English. */
export const en: LibraryWords = {
  cases: 'Cases',
  begin: 'New case',
  importZip: 'Import a zip',
  none: 'There is no case yet. Begin one, or import a case folder as a zip.',
  changed: date => `changed ${date}`,
  title: 'What happened',
  titleHint: 'The title of the report. It can be changed later.',
  start: 'When it began',
  startHint: 'On the clocks of the place, as in 2022-10-15 15:19. Roughly is enough.',
  zone: 'Time zone',
  languages: 'Languages of the report',
  bothLanguages: 'Korean and English',
  oneLanguage: 'This language alone',
  cancel: 'Cancel',
  beginNow: 'Begin',
}
