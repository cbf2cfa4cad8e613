import type { ServerWords } from './serverWords.js'

/** The words of the library and of what stands around a live report, English. */
export const en: ServerWords = {
  product: 'manil',
  tagline: 'post-incident reports that can fail their own tests',
  languages: 'Language',
  languageNames: { ko: '한국어', en: 'English' },
  cases: 'Cases',
  casesQuestion: 'What happened, and what if it had been so',
  none: 'There is no case here yet; manil new makes one.',
  noModel: 'No model: facts and narrative alone.',
  problems: (errors, warnings) => {
    const counted = (count: number, noun: string) =>
      count === 0 ? '' : `${count} ${noun}${count === 1 ? '' : 's'}`
    return [counted(errors, 'error'), counted(warnings, 'warning')].filter(Boolean).join(', ')
  },
  fine: 'nothing wrong',
  broken: 'To be mended before it can be read.',
  read: 'Report',
  toLibrary: 'All cases',
  panel: 'Something in the files of this case needs mending',
  panelWarnings: 'Something in the files of this case deserves a look',
  lastGood: 'Below is the report as it last was whole. It follows when the files are mended.',
  neverGood: 'There is no whole report yet. It appears here when the files are mended.',
  bug: message => `A bug in Manil got in the way of this report: ${message}`,
  tracing: {
    toggle: 'Where is it written?',
    hint: 'When on, a click on a number or a component shows the file and line it comes from. So does a click with the Alt key held.',
    title: 'Written here',
    copy: 'Copy place',
    copied: 'Copied',
    editor: 'Open in editor',
    close: 'Close',
    nowhere: 'This is no line of the case: it is a text of the program, or computed from many lines.',
  },
  notFound: 'No such page',
  notFoundAbout: 'The library has all cases.',
  forbidden: 'Not answered at this address. Please use the address that was printed.',
}
