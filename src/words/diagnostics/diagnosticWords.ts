import { en } from './en/index.js'
import { ko } from './ko/index.js'
import type { DiagnosticFrame, DiagnosticValues, Message } from './message.js'

/** Every code. The Korean catalogue is the pattern: every language has the same. */
export type DiagnosticCode = keyof typeof ko.messages

const catalogues: Readonly<
  Record<
    'ko' | 'en',
    {
      readonly frame: DiagnosticFrame
      readonly messages: Readonly<Record<DiagnosticCode, (values: DiagnosticValues) => Message>>
    }
  >
> = { ko, en }

/** The message of a code in a language. A code that is not in the catalogue (of a later version) says itself. */
export function diagnosticMessage(code: string, values: DiagnosticValues, language: 'ko' | 'en'): Message {
  const { messages } = catalogues[language]
  if (!Object.hasOwn(messages, code)) return { what: code, todo: '' }
  return messages[code as DiagnosticCode](values)
}

/** The frame around every message in a language. */
export function diagnosticFrame(language: 'ko' | 'en'): DiagnosticFrame {
  return catalogues[language].frame
}

/** All codes, sorted. */
export function diagnosticCodes(): readonly string[] {
  return Object.keys(ko.messages).sort()
}
