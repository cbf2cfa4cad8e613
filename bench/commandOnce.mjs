// One command line in this process, as `bin/manil.js` runs it: `node bench/commandOnce.mjs check CASE`. What it prints is thrown
// away; one line of JSON says what the process took from its very start.

import { performance } from 'node:perf_hooks'

const write = process.stdout.write.bind(process.stdout)
process.stdout.write = () => true
process.argv = [process.argv[0], 'manil', ...process.argv.slice(2)]
await import('../dist/command/main.js')
const { user, system } = process.cpuUsage()
const peakBytes = process.resourceUsage().maxRSS * 1024
// `performance.now()` counts from the start of the process.
write(`${JSON.stringify({ wallMs: performance.now(), cpuMs: (user + system) / 1000, peakBytes })}\n`)
process.exit(process.exitCode === 2 ? 2 : 0)
