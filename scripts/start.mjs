// `npm start`: makes the clone ready, then serves the cases that come with it. Options go on to `manil serve`.

import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root, setUp } from './setup.mjs'

if (setUp()) {
  const onTerminal = process.stdout.isTTY && !process.env.CI
  const options = process.argv.slice(2)
  process.argv.splice(
    2,
    options.length,
    'serve',
    join(root, 'cases'),
    ...(onTerminal ? ['--open'] : []),
    ...options,
  )
  await import(pathToFileURL(join(root, 'dist', 'command', 'main.js')).href)
} else {
  process.exitCode = 1
}
