import type { WritingWords } from '../writing.js'

/** Pages on which texts are written, English. */
export const writing: WritingWords = {
  narrative: 'Narrative',
  files: 'Files',
  languageOf: 'Language of the narrative',
  languages: { ko: '한국어', en: 'English' },
  noNarrative: language => `There is no ${language === 'ko' ? 'Korean' : 'English'} narrative yet.`,
  begin: 'Begin one',
  beginning: title => `What happened, in your own words: ${title}.\n\n## What happened\n\n`,
  write: 'Write',
  preview: 'Preview',
  previewOf: language => `The narrative in the ${language === 'ko' ? 'Korean' : 'English'} report`,
  previewWaiting: 'The preview appears when the case is whole.',
  previewDrawing: 'Drawing the preview…',
  hints: count => `${count} ${count === 1 ? 'hint' : 'hints'} on wording`,
  noHints: 'no hints on wording',
  showHints: 'Show the next hint',
  insert: 'Insert',
  insertFact: 'A fact',
  insertIf: 'An if',
  insertFigure: 'A figure',
  readOnly: 'You may read this text. Editors of the case may write it.',
  file: 'File',
  newFile: 'New file',
  newFileHint: 'A name such as timeline-2.yaml. Everything in it adds to the case.',
  rename: 'Rename',
  renameTo: 'New name',
  remove: 'Remove',
  removeAsk: path => `Remove ${path}? Earlier revisions keep it.`,
  download: 'Download',
  upload: 'Add evidence',
  uploadHint: 'Files are published beside the report, unless a source withholds them.',
  bytes: size =>
    size < 1000
      ? `${size} bytes`
      : size < 1e6
        ? `${(size / 1e3).toFixed(0)} kB`
        : `${(size / 1e6).toFixed(1)} MB`,
  attachments: 'Evidence',
  texts: 'Texts',
  noFile: 'There is no such file any more.',
  notText: 'This file is not text in UTF-8, so it cannot be written here.',
  cancel: 'Cancel',
  problems: (errors, warnings) =>
    [
      errors === 0 ? '' : `${errors} ${errors === 1 ? 'error' : 'errors'}`,
      warnings === 0 ? '' : `${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`,
    ]
      .filter(part => part !== '')
      .join(', '),
  phrases: {},
  comments: {
    title: 'Comments',
    all: 'All comments',
    none: 'No comments yet.',
    add: 'Comment',
    addOnSelection: 'Comment on the selection',
    text: 'Comment',
    reply: 'Reply',
    send: 'Send',
    settle: 'Settle',
    settled: 'settled',
    reopen: 'Reopen',
    showSettled: count => `Show ${count} settled`,
    edit: 'Edit',
    remove: 'Remove',
    removeAsk: 'Remove this comment?',
    edited: 'edited',
    gone: 'The words that this was about are gone:',
    about: 'About',
    show: 'Show the place',
    count: count => `${count} ${count === 1 ? 'comment' : 'comments'}`,
    wholeCase: 'the whole case',
  },
}
