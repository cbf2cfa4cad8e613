import { writing as en } from './en/writing.js'
import { writing as ko } from './ko/writing.js'

/** Words of the pages on which texts are written: the narrative, and the files as they are. */
export interface WritingWords {
  readonly narrative: string
  readonly files: string
  /** Which language’s narrative is written. */
  readonly languageOf: string
  readonly languages: { readonly ko: string; readonly en: string }
  readonly noNarrative: (language: 'ko' | 'en') => string
  readonly begin: string
  readonly beginning: (title: string) => string
  readonly write: string
  readonly preview: string
  readonly previewOf: (language: 'ko' | 'en') => string
  readonly previewWaiting: string
  readonly previewDrawing: string
  readonly hints: (count: number) => string
  readonly noHints: string
  readonly showHints: string
  readonly insert: string
  readonly insertFact: string
  readonly insertIf: string
  readonly insertFigure: string
  readonly readOnly: string
  readonly file: string
  readonly newFile: string
  readonly newFileHint: string
  readonly rename: string
  readonly renameTo: string
  readonly remove: string
  readonly removeAsk: (path: string) => string
  readonly download: string
  readonly upload: string
  readonly uploadHint: string
  readonly bytes: (size: number) => string
  readonly attachments: string
  readonly texts: string
  readonly noFile: string
  readonly notText: string
  readonly cancel: string
  readonly problems: (errors: number, warnings: number) => string
  /** Phrases of the text editor, by the English ones that CodeMirror asks with. */
  readonly phrases: Readonly<Record<string, string>>
  readonly comments: {
    readonly title: string
    readonly all: string
    readonly none: string
    readonly add: string
    readonly addOnSelection: string
    readonly text: string
    readonly reply: string
    readonly send: string
    readonly settle: string
    readonly settled: string
    readonly reopen: string
    readonly showSettled: (count: number) => string
    readonly edit: string
    readonly remove: string
    readonly removeAsk: string
    readonly edited: string
    readonly gone: string
    readonly about: string
    readonly show: string
    readonly count: (count: number) => string
    readonly wholeCase: string
  }
}

/** The words in a language. */
export function writingWords(language: 'ko' | 'en'): WritingWords {
  return language === 'ko' ? ko : en
}
