import type { Language } from '../durations.js'
import { en } from './en/frame.js'
import { ko } from './ko/frame.js'

/** What stands around every page of the workspace. `ko` is the pattern. */
export type FrameWords = typeof ko

/** The pages of a case. */
export type PageKey = keyof FrameWords['pages']

/** The words of the frame in a language. */
export function frameWords(language: Language): FrameWords {
  return language === 'ko' ? ko : en
}
