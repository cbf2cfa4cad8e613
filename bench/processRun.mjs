// Runs one process to its end, on one processor where the system can pin it, and says what it took.

import { spawn, spawnSync } from 'node:child_process'

const canPin = spawnSync('taskset', ['-c', '0', 'true']).status === 0

/** The text that a process printed, its wall time in milliseconds and its status. `pinned`: on one processor. */
export function processRun(args, { pinned = false } = {}) {
  const command =
    pinned && canPin ? ['taskset', '-c', '0', process.execPath, ...args] : [process.execPath, ...args]
  const from = performance.now()
  return new Promise((done, failed) => {
    const child = spawn(command[0], command.slice(1), { stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    let errors = ''
    child.stdout.on('data', text => {
      output += text
    })
    child.stderr.on('data', text => {
      errors += text
    })
    child.on('error', failed)
    child.on('close', status => {
      const wallMs = performance.now() - from
      if (status === 0) done({ output, wallMs })
      else failed(new Error(`${args.join(' ')} ended with ${status}: ${errors.slice(-2_000)}`))
    })
  })
}

/** Whether processes are really kept on one processor here. */
export const pins = canPin
