import { commandWords } from '../words/cli/commandWords.js'
import { runCommandLine } from './commandLine.js'
import { exitStatus } from './exitStatus.js'
import { terminalEffects } from './terminal.js'
import { understood } from './understood.js'

const effects = terminalEffects(process)

// What is thrown where nobody waits for it (a timer, a stream that cannot be written) is a message too, no stack trace.
process.on('uncaughtException', error => {
  const words = commandWords(effects.language)
  effects.writeError(`${words.errorLabel} ${understood(error, words).message}\n`)
  process.exit(exitStatus.cannotDo)
})

process.exitCode = await runCommandLine(process.argv.slice(2), effects)
