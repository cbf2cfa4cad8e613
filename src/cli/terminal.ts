import { spawn } from 'node:child_process'
import { disk } from './disk.js'
import type { Effects } from './effects.js'
import { outside } from './outside.js'
import { terminalLanguage } from './terminalLanguage.js'

/** The effects on the real world: this process's terminal, disk and browser. */
export function terminalEffects(process: NodeJS.Process): Effects {
  const { stdout, stderr, env } = process
  const coloured = (stream: NodeJS.WriteStream) =>
    stream.isTTY === true && env.NO_COLOR === undefined && env.TERM !== 'dumb'
  const watched = stderr.isTTY === true
  let progressShown = false
  const progress = (text: string) => {
    if (!watched || (text === '' && !progressShown)) return
    stderr.write(`\r\u001b[K${text}`)
    progressShown = text !== ''
  }
  // A reader that closes early (`manil run … | head`) is not an error.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
  // Where even the errors cannot be written, nobody can be told; the exit status still says it.
  stderr.on('error', () => {})
  return {
    cwd: process.cwd(),
    env,
    language: terminalLanguage(env),
    colour: { output: coloured(stdout), errors: coloured(stderr) },
    watched,
    nowMs: () => performance.now(),
    // What is written takes the line of progress away, so that it does not stand in the middle of a result.
    write: text => {
      progress('')
      stdout.write(text)
    },
    writeError: text => {
      progress('')
      stderr.write(text)
    },
    progress,
    ...disk,
    ...outside,
    openAddress: address => {
      const opener = { darwin: 'open', win32: 'explorer' }[process.platform as string] ?? 'xdg-open'
      spawn(opener, [address], { stdio: 'ignore', detached: true })
        .on('error', () => {})
        .unref()
    },
    untilStopped: () =>
      new Promise(resolve => {
        process.once('SIGINT', () => resolve())
        process.once('SIGTERM', () => resolve())
      }),
  }
}
