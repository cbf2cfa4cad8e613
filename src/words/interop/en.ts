import { en as exports } from './exports/en.js'
import type { InteropWords } from './interopWords.js'

/** What is said of an import, English. */
export const en: InteropWords = {
  notes: {
    ...exports,
    'empty-file': () => 'The file is empty.',
    'not-text': () => 'The file is not text and was not read.',
    'legacy-encoding': ({ encoding }) =>
      `The file is not UTF-8 and was read as ${encoding}. Please look whether its letters are right.`,
    'text-too-large': ({ limit }) =>
      `The text has more than ${limit} bytes and was not read. Please split it.`,
    'too-many-lines': ({ limit }) =>
      `Only the first ${limit} lines were read. Please import the rest on its own.`,
    'paste-without-times': () =>
      'No line begins with a time. Please write one event a line: “15:30 what happened”.',
    'unknown-format': () => 'The format is not one that is known. Please choose one.',
    'office-file': () =>
      'Files of word processors and spreadsheets are not read. Please save as text or CSV and import again.',
    'other-format': ({ format }) =>
      `This file has another format than the others (${format}) and was not read. Please import it on its own.`,
    'nothing-to-import': () => 'There is no file to import.',
    'no-time-column': () => 'No column has times. Please name one “time” and import again.',
    'no-text-column': () => 'No column says what happened. Please name one “text” and import again.',
    'broken-table': ({ reason }) => `The table could not be read to its end (${reason}).`,
    'day-and-month-unclear': ({ example }) =>
      `Dates like “${example}” do not show whether day or month comes first; they were read as the days nearer to the start of the case.`,
    'table-without-rows': () => 'No row of the table has a time.',
  },
}
