import { diagnosticJson } from '../files/diagnosticJson.js'
import type { CannotDo } from './cannotDo.js'
import { type Context, writeJson } from './context.js'
import { diagnosticText } from './diagnosticText.js'
import { InvalidCase } from './openCase.js'
import { paintFor } from './paint.js'

/**
 * Says why a command could not do its work: on the error output, for an invalid case with its diagnostics; or as one
 * line of JSON on the output.
 */
export function report(error: CannotDo, context: Context, caseId?: string): void {
  const { effects, language, words } = context
  if (context.json) {
    const id = error instanceof InvalidCase ? error.caseId : caseId
    writeJson(context, { ...(id === undefined ? {} : { case: id }), errors: errorsJson(error, context) })
    return
  }
  const colour = effects.colour.errors
  if (error instanceof InvalidCase) {
    for (const diagnostic of error.errors) {
      effects.writeError(diagnosticText(diagnostic, language, colour))
    }
  }
  effects.writeError(`${paintFor(colour)('red', words.errorLabel)} ${error.message}\n`)
}

function errorsJson(error: CannotDo, context: Context): readonly unknown[] {
  if (error instanceof InvalidCase) return error.errors.map(found => diagnosticJson(found, context.language))
  return [{ code: error.code, message: error.message }]
}
