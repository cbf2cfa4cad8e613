import { commandWords } from '../words/cli/commandWords.js'
import { runCommandLine } from './commandLine.js'
import { exitStatus } from './exitStatus.js'
import { terminalEffects } from './terminal.js'

const effects = terminalEffects(process)

// What is thrown where nobody waits for it (a timer, a stream) is a bug too, and no stack trace for a user.
process.on('uncaughtException', error => {
  const words = commandWords(effects.language)
  effects.writeError(`${words.errorLabel} ${words.bug(error.message)}\n`)
  process.exit(exitStatus.cannotDo)
})

process.exitCode = await runCommandLine(process.argv.slice(2), effects)
