import type { Language, Text } from '../../../model/case.js'
import { textIn } from '../../../model/text.js'
import type { OpenCase } from '../case/openCase.js'

/** A new text as the case writes its texts: by language where the case has two, else as it is. */
export function textInCase(open: OpenCase, text: string): Text {
  const head = open.written.peek().value.case as { readonly languages?: unknown } | undefined
  const languages = Array.isArray(head?.languages) ? head.languages : []
  return languages.length > 1 ? { [open.language.peek()]: text } : text
}

/** A text of the case in a language; empty where it is none. */
export function readText(value: unknown, language: Language): string {
  if (typeof value === 'string') return value
  return typeof value === 'object' && value !== null ? textIn(value as Text, language) : ''
}
