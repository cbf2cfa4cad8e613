import { type MessageOf, megabytes } from '../message.js'

/** Files and YAML. */
export const files = {
  'empty-folder': () => ({
    what: 'This folder has no case file (*.yaml).',
    todo: 'Begin with a small case, `manil new DIR`, or write case.yaml with title, timezone and start under case:.',
  }),
  'empty-case': () => ({
    what: 'The case files are empty.',
    todo: 'Begin with title, timezone and start under case:.',
  }),
  'file-too-large': v => ({
    what: `The file is too large and was not read. The limit is ${megabytes(v.limit)}.`,
    todo: 'Split texts into several files; keep large material elsewhere and give its address as a source.',
  }),
  'case-too-large': v => ({
    what: `The text files of the case are more than ${megabytes(v.limit)} together. From this one on they were not read.`,
    todo: 'Split the case in two, or take files that it does not use out of the folder.',
  }),
  'attachments-too-large': v => ({
    what: `The attachments are more than ${megabytes(v.limit)} together. From this one on they were not read.`,
    todo: 'Keep large material elsewhere and give its address as a source.',
  }),
  'too-many-files': v => ({
    what: `The folder has more than ${v.limit} files. The others were not read.`,
    todo: "Keep only the case's own files in its folder.",
  }),
  'folders-too-deep': v => ({
    what: `The folders are nested more than ${v.limit} deep. What lies below was not read.`,
    todo: 'Use fewer levels of folders.',
  }),
  'link-out-of-folder': () => ({
    what: "This link leads out of the case's folder. It was not followed.",
    todo: 'If the file is needed, copy it into the folder: a case must be whole when its folder is moved.',
  }),
  'link-to-folder': () => ({
    what: 'This link leads to a folder. It was not followed.',
    todo: 'Put the folder here, or remove the link.',
  }),
  'not-a-file': () => ({
    what: 'This is no ordinary file and was not read.',
    todo: 'Replace it with a file, or take it out of the folder.',
  }),
  'unreadable-file': v => ({
    what: `The file could not be read (${v.reason}).`,
    todo: 'Check that it is there (a link may lead to nothing) and that you are allowed to read it.',
  }),
  'binary-file': () => ({
    what: 'This is not a text file (UTF-8).',
    todo: 'If it is text, save it as UTF-8; a picture or a document belongs under evidence/.',
  }),
  'yml-file': () => ({
    what: 'The name ends in .yml, so it was not read as a part of the case.',
    todo: 'If it is a part of the case, rename it to .yaml.',
  }),
  'missing-file': v => ({
    what: `${v.file} is not in the folder.`,
    todo: 'Put attachments under evidence/ and write the path with evidence/ in front.',
  }),
  'missing-narrative': v => ({
    what: `languages has ${v.language}, but there is no ${v.file}.`,
    todo: `Write ${v.file}, or take ${v.language} out of languages. Without it the report in that language has no narrative.`,
  }),
  'too-many-problems': v => ({
    what: `Only ${v.shown} are shown; there are ${v.left} more.`,
    todo: 'Mend the first ones and check again.',
  }),
  'too-deep': v => ({
    what: `Values are nested more than ${v.limit} deep, so this was not read.`,
    todo: 'Nest less. Check too that no anchor (&) contains itself.',
  }),
  'too-many-values': v => ({
    what: `Following its aliases (*), the file has more than ${v.limit} values, so it was not read.`,
    todo: 'Do not let aliases call aliases again and again.',
  }),
  'too-many-entries': v => ({
    what: `There are more than ${v.limit} entries.`,
    todo: 'Put what is alike into one component with a count.',
  }),
  tabs: () => ({
    what: 'The line begins with a tab. YAML is indented with spaces only.',
    todo: 'Replace the tab with two spaces.',
  }),
  'not-yaml': v => ({
    what: `This cannot be read as YAML${v.text === '' ? '' : `: "${v.text}"`}.`,
    todo: 'Look at the pairs of quotes and brackets, the space after each colon, and the indentation.',
  }),
  'bad-indent': () => ({
    what: 'The indentation does not fit.',
    todo: 'Let entries that belong together begin in the same column.',
  }),
  'unquoted-colon': () => ({
    what: 'The value has a colon with a space (": ") in it, which begins a new entry.',
    todo: 'Put the value in quotes: "…: …".',
  }),
  'unclosed-bracket': () => ({
    what: 'A bracket, { or [, is not closed.',
    todo: 'Close it with } or ].',
  }),
  'unclosed-quote': () => ({
    what: 'A quote is not closed.',
    todo: 'Close it with the same kind of quote.',
  }),
  'missing-colon': () => ({
    what: 'The name of an entry has no colon and value after it.',
    todo: 'Write "name: value", with a space after the colon.',
  }),
  'needs-quotes': v => ({
    what: `A value without quotes cannot begin with "${String(v.text).slice(0, 1)}".`,
    todo: 'Put the value in quotes.',
  }),
  'several-documents': () => ({
    what: 'The file has more than one document (---).',
    todo: 'Remove the --- line, or split the file.',
  }),
  'yaml-tag': () => ({
    what: 'Tags of YAML (!…) are not used here.',
    todo: 'Remove the word with the exclamation mark, or put the value in quotes.',
  }),
  'not-a-map': () => ({
    what: 'A case file must consist of "name: value".',
    todo: 'Begin with a name such as case:, components: or events:.',
  }),
  'unknown-alias': v => ({
    what: `The alias *${v.text} has no anchor &${v.text} before it in this file.`,
    todo: 'An anchor must come earlier in the same file. If an asterisk is meant, use quotes.',
  }),
  'duplicate-id': v => ({
    what: `The id ${v.id} is there twice.`,
    todo: 'Make one of the two, or rename one.',
  }),
  'duplicate-key': v => ({
    what: `${v.id} is there twice in one map.`,
    todo: 'Keep one.',
  }),
  'bad-key': () => ({
    what: 'The name of an entry must be a text.',
    todo: 'Do not use a list or a map as a name.',
  }),
  'unquoted-comma': v => ({
    what: `Inside { } a comma ends a value. So the value is cut off before "${v.rest}".`,
    todo: 'Put the value in quotes.',
  }),
} satisfies Readonly<Record<string, MessageOf>>
