import { diagnosticJson } from '../../files/diagnosticJson.js'
import { examineReport } from '../../publish/examineReport.js'
import { type Context, writeJson } from '../context.js'
import { diagnosticText } from '../diagnosticText.js'
import { eachCase } from '../eachCase.js'
import { type ExitStatus, exitStatus } from '../exitStatus.js'
import { readCase } from '../openCase.js'
import { visible } from '../visible.js'

/** `manil check CASE…`: everything that is wrong, at once. Errors end with `findings`; warnings only if `strict`. */
export async function check(
  paths: readonly string[],
  options: { readonly strict: boolean },
  context: Context,
): Promise<ExitStatus> {
  return eachCase(paths, context, path => checkCase(path, options.strict, context))
}

function checkCase(path: string, strict: boolean, context: Context): ExitStatus {
  const { effects, language, words, paint } = context
  const loaded = readCase(path, context)
  const { found } = examineReport(loaded)
  const errors = found.filter(({ severity }) => severity === 'error').length
  const warnings = found.length - errors
  const id = visible(loaded.id)
  if (context.json) {
    const problems = found.map(diagnostic => diagnosticJson(diagnostic, language))
    writeJson(context, { case: loaded.id, errors, warnings, problems })
  } else {
    for (const diagnostic of found) {
      effects.write(diagnosticText(diagnostic, language, effects.colour.output))
    }
    const summary = found.length === 0 ? words.check.fine(id) : words.check.found(id, errors, warnings)
    effects.write(`${paint(errors > 0 ? 'red' : warnings > 0 ? 'amber' : 'green', summary)}\n`)
  }
  return errors > 0 || (strict && warnings > 0) ? exitStatus.findings : exitStatus.fine
}
