import { CommanderError } from 'commander'
import type { CommandWords } from '../words/cli/commandWords.js'
import { CannotDo } from './cannotDo.js'
import { usageMessage } from './usageMessage.js'

/** What was thrown, in the user's words: usage, the operating system, or a bug. */
export function understood(error: unknown, words: CommandWords): CannotDo {
  if (error instanceof CannotDo) return error
  if (error instanceof CommanderError) return new CannotDo('usage', usageMessage(error, words))
  if (isSystemError(error)) {
    return new CannotDo(error.code.toLowerCase(), words.systemError(error.code, error.path ?? ''))
  }
  if (error instanceof Error && error.name === 'NotBuilt') return new CannotDo('not-built', words.notBuilt)
  return new CannotDo('bug', words.bug(error instanceof Error ? error.message : String(error)))
}

function isSystemError(error: unknown): error is { code: string; path?: string } {
  return error instanceof Error && 'errno' in error && 'code' in error && typeof error.code === 'string'
}
