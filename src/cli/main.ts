import { runCommandLine } from './commandLine.js'
import { terminalEffects } from './terminal.js'

process.exitCode = await runCommandLine(process.argv.slice(2), terminalEffects(process))
