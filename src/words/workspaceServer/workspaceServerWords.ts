import type { Language } from '../durations.js'
import { en } from './en.js'
import { ko } from './ko.js'
import type { RefusalValues } from './refusalValues.js'

/** What the workspace's server says, and the commands around it. `ko` is the pattern. */
export type WorkspaceServerWords = typeof ko

/** Why the workspace does not do what was asked. Stable; each has a sentence in every language. */
export type ServerRefusalCode = keyof WorkspaceServerWords['refusals']

const catalogues: Readonly<Record<Language, WorkspaceServerWords>> = { ko, en }

/** The words of the workspace's server in a language. */
export function workspaceServerWords(language: Language): WorkspaceServerWords {
  return catalogues[language]
}

/** The sentence of a refusal. A code without one is told as a request that cannot be understood. */
export function refusalMessage(code: string, values: RefusalValues, language: Language): string {
  const { refusals } = workspaceServerWords(language)
  return Object.hasOwn(refusals, code)
    ? refusals[code as ServerRefusalCode](values)
    : refusals['bad-request']()
}
