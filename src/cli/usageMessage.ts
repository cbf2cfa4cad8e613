import type { CommanderError } from 'commander'
import type { CommandWords } from '../words/cli/commandWords.js'

/** What was wrong with the command line, in the user's language. Commander quotes what it speaks of. */
export function usageMessage(error: CommanderError, words: CommandWords): string {
  const named = /'([^']*)'/.exec(error.message)?.[1] ?? ''
  const meant = /\(Did you mean (?:one of )?(.+?)\?\)/.exec(error.message)?.[1] ?? ''
  const suggestion = meant === '' ? '' : ` ${words.usage.didYouMean(meant)}`
  switch (error.code) {
    case 'commander.unknownOption':
      return words.usage.unknownOption(named) + suggestion
    case 'commander.unknownCommand':
      return words.usage.unknownCommand(named) + suggestion
    case 'commander.missingArgument':
      return words.usage.missingArgument(named)
    case 'commander.optionMissingArgument':
      return words.usage.missingValue(named)
    case 'commander.missingMandatoryOptionValue':
      return words.usage.missingOption(named)
    case 'commander.excessArguments':
      return words.usage.excessArguments
    case 'commander.invalidArgument':
      return words.usage.invalidValue(named)
    default:
      return error.message.replace(/^error: /, '')
  }
}
