import type { Language } from '../durations.js'
import { en } from './en/inbox.js'
import { ko } from './ko/inbox.js'

/** The inbox: facts that were taken in from elsewhere, before they are facts. `ko` is the pattern. */
export type InboxWords = typeof ko

/** The words of the inbox in a language. */
export function inboxWords(language: Language): InboxWords {
  return language === 'ko' ? ko : en
}
