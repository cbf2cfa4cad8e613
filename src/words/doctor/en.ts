import type { DoctorWords } from './doctorWords.js'

/** What the doctor finds in a workspace, English. */
export const en: DoctorWords = {
  findings: {
    'blob-altered': ({ hash }) => `the bytes of ${hash} are not those of their hash.`,
    'blob-missing': ({ path, revision }) => `the bytes of ${path} in revision ${revision} are missing.`,
    'revision-missing': ({ from, to }) => `revisions ${from} to ${to} are missing.`,
    'revision-altered': ({ revision }) => `revision ${revision} was changed after it was kept.`,
    'revision-unlinked': ({ revision }) => `revision ${revision} does not follow from the one before.`,
    'head-revision-wrong': ({ stored, found }) =>
      `the last revision is said to be ${stored}, and is ${found}.`,
    'update-missing': ({ from, to }) => `what was written, ${from} to ${to}, is missing.`,
    'update-unreadable': ({ seq }) => `what was written as ${seq} cannot be read.`,
    'last-update-wrong': ({ stored, found }) =>
      `the last thing written is said to be ${stored}, and is ${found}.`,
    'snapshot-unreadable': ({ seq }) => `the state gathered up to ${seq} cannot be read.`,
    'snapshot-beyond-revision': ({ seq, revision }) =>
      `the gathered state (${seq}) is beyond revision ${revision}, which so cannot be checked.`,
    'texts-incomplete': () => 'part of what was written is missing, so the texts cannot be made whole.',
    'text-differs-from-revision': ({ path, revision }) =>
      `the text of ${path} is not that of revision ${revision}.`,
    'audit-missing': ({ from, to }) => `entries ${from} to ${to} of the audit are missing.`,
    'audit-altered': ({ number }) => `entry ${number} of the audit was changed after it was kept.`,
    'audit-unlinked': ({ number }) => `entry ${number} of the audit does not follow from the one before.`,
    'audit-head-wrong': ({ stored, found }) => `the audit is said to end at ${stored}, and ends at ${found}.`,
    'dangling-reference': ({ table, constraint, rows }) =>
      `${rows} rows of ${table} lead to what is not there (${constraint}).`,
    'unreadable-value': ({ table, column, rows }) => `${rows} values of ${table}.${column} cannot be read.`,
  },
  advice:
    'Leave the database as it is and keep a copy of it. A whole backup goes into an empty place (manil restore); cases can still be exported as they are now.',
}
