import type { Language } from '../durations.js'
import { en } from './en/timeline.js'
import { ko } from './ko/timeline.js'

/** The table of facts. `ko` is the pattern. */
export type TimelineWords = typeof ko

/** The words of the timeline in a language. */
export function timelineWords(language: Language): TimelineWords {
  return language === 'ko' ? ko : en
}
