import type { Verdict } from '../assess/assessment.js'
import type { Language } from '../model/case.js'
import { verdictWords } from '../words/verdicts/verdictWords.js'
import type { Colour } from './paint.js'

/** A verdict in the words of a table's cell, with the colour of its kind. */
export function verdictText(verdict: Verdict, language: Language): { text: string; colour: Colour } {
  return { text: verdictWords(language).short(verdict), colour: colourOf(verdict) }
}

function colourOf({ kind, timed }: Verdict): Colour {
  if (kind === 'not-down' || kind === 'no-effect') return 'dim'
  if (kind === 'worse' || kind === 'not-back') return 'red'
  return timed === null && kind !== 'prevented' ? 'amber' : 'green'
}
