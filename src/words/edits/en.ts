import type { EditWords } from './editWords.js'

/** Why an edit was not made, and what to do, English. */
export const en: EditWords = {
  unreadable: file => `Nothing was changed: part of ${file} cannot be read. Open its text and mend it first.`,
  'no-such-place': place =>
    `Nothing was changed: there is no ${place}. It may have been moved or removed meanwhile; look at it as it is now, then try again.`,
  shared: place =>
    `${place} is written once and used in several places, so it cannot be changed here alone. Change it in the text of the file, where & or * stands.`,
  taken: id => `The name ${id} is taken. Please choose another one.`,
  'not-an-id': id =>
    `${id} cannot be a name. A name begins with a letter and has letters, digits and - _ . @ in it; it is not and, or or not, and does not end in .full.`,
  'no-such-file': file => `The case has no YAML file ${file}. Please choose one that it has.`,
}
