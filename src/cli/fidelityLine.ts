import { fidelityOf } from '../assess/fidelity.js'
import { fidelityWords } from '../words/fidelity/fidelityWords.js'
import type { Context } from './context.js'
import type { OpenCase } from './openCase.js'
import { wrapLines } from './table.js'

/** Writes how far the model can be trusted in the scenario that the case was opened at. It stands wherever a verdict stands. */
export function writeFidelityLine(open: OpenCase, context: Context): void {
  const line = fidelityWords(context.language).line(fidelityOf(open.session, open.scenario))
  context.effects.write(context.paint('bold', wrapLines(line)))
}
