import { CommanderError } from 'commander'
import type { Language } from '../model/case.js'
import { commandWords } from '../words/cli/commandWords.js'
import type { Effects } from './effects.js'
import { type ExitStatus, exitStatus } from './exitStatus.js'
import { paintFor } from './paint.js'
import { buildProgram } from './program.js'
import { understood } from './understood.js'

/**
 * Runs one command line, without the name of the program, and says how it ended. The edge of the command line: here,
 * and only here, an error becomes a message. No stack trace goes further.
 */
export async function runCommandLine(args: readonly string[], effects: Effects): Promise<ExitStatus> {
  const language = wantedLanguage(args) ?? effects.language
  const words = commandWords(language)
  const json = args.includes('--json')
  let status: ExitStatus = exitStatus.fine
  const context = { effects, language, words, json, paint: paintFor(effects.colour.output && !json) }
  const program = buildProgram(context, ended => {
    status = ended
  })
  try {
    if (args.length === 0) {
      program.outputHelp()
      return exitStatus.fine
    }
    await program.parseAsync(args, { from: 'user' })
    return status
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return exitStatus.fine
    const { report } = await import('./report.js')
    report(understood(error, words), context)
    return exitStatus.cannotDo
  } finally {
    effects.progress('')
  }
}

/** `--lang ko`, found before the arguments are understood, because the messages about them are in that language. */
function wantedLanguage(args: readonly string[]): Language | null {
  const at = args.findIndex(arg => arg === '--lang' || arg.startsWith('--lang='))
  const value = args[at]?.split('=')[1] ?? args[at + 1]
  return at >= 0 && (value === 'ko' || value === 'en') ? value : null
}
