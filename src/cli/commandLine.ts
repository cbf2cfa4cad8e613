import { CommanderError } from 'commander'
import type { Language } from '../model/case.js'
import { commandWords } from '../words/cli/commandWords.js'
import { CannotDo } from './cannotDo.js'
import type { Effects } from './effects.js'
import { type ExitStatus, exitStatus } from './exitStatus.js'
import { paintFor } from './paint.js'
import { buildProgram } from './program.js'
import { usageMessage } from './usageMessage.js'

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
    report(error instanceof CannotDo ? error : understood(error), context)
    return exitStatus.cannotDo
  } finally {
    effects.progress('')
  }

  /** Usage, the operating system, or a bug: in the user's words. */
  function understood(error: unknown): CannotDo {
    if (error instanceof CommanderError) return new CannotDo('usage', usageMessage(error, words))
    if (isSystemError(error)) {
      return new CannotDo(error.code.toLowerCase(), words.systemError(error.code, error.path ?? ''))
    }
    if (error instanceof Error && error.name === 'NotBuilt') return new CannotDo('not-built', words.notBuilt)
    return new CannotDo('bug', words.bug(error instanceof Error ? error.message : String(error)))
  }
}

/** `--lang ko`, found before the arguments are understood, because the messages about them are in that language. */
function wantedLanguage(args: readonly string[]): Language | null {
  const at = args.findIndex(arg => arg === '--lang' || arg.startsWith('--lang='))
  const value = args[at]?.split('=')[1] ?? args[at + 1]
  return at >= 0 && (value === 'ko' || value === 'en') ? value : null
}

function isSystemError(error: unknown): error is { code: string; path?: string } {
  return error instanceof Error && 'errno' in error && 'code' in error && typeof error.code === 'string'
}
