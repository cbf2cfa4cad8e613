// `npm start`: makes the clone ready, then opens the workspace with the cases that come with it, on the database that
// DATABASE_URL names, else on one in `.manil`. Options go on to `manil workspace`.

import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root, setUp } from './setup.mjs'

if (setUp()) {
  const onTerminal = process.stdout.isTTY && !process.env.CI
  const options = process.argv.slice(2)
  process.argv.splice(
    2,
    options.length,
    'workspace',
    join(root, 'cases'),
    ...(process.env.DATABASE_URL || options.includes('--data') ? [] : ['--data', join(root, '.manil')]),
    ...(onTerminal ? ['--open'] : []),
    ...options,
  )
  await import(pathToFileURL(join(root, 'dist', 'command', 'main.js')).href)
} else {
  process.exitCode = 1
}
