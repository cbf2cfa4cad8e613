import type { Verdict } from '../assess/assessment.js'
import type { Language } from '../model/case.js'
import { difference, duration } from '../words/durations.js'
import { figureWords } from '../words/figures/figureWords.js'
import type { Colour } from './paint.js'

/** A verdict in a few words, with its colour: as the page has it in its table of ifs. */
export function verdictText(verdict: Verdict, language: Language): { text: string; colour: Colour } {
  const words = figureWords(language).ifs
  switch (verdict.kind) {
    case 'not-down':
      return { text: '—', colour: 'dim' }
    case 'prevented':
      return { text: words.notDown, colour: 'green' }
    case 'not-back':
      return { text: words.notBack, colour: 'red' }
    default:
  }
  if (verdict.timed === null) return { text: words.contradicted, colour: 'amber' }
  const bounded = (text: string) => (verdict.atLeast ? words.atLeast(text) : text)
  switch (verdict.kind) {
    case 'shortened':
      return { text: bounded(difference(verdict.deltaMs, language)), colour: 'green' }
    case 'worse':
      return { text: bounded(difference(verdict.deltaMs, language)), colour: 'red' }
    case 'later':
      return { text: words.later(duration(verdict.laterMs, language)), colour: 'green' }
    default:
      return { text: words.noEffect, colour: 'dim' }
  }
}
