// `npm run build`: types and modules for Node by the compiler, then the script and the style of a published page
// and the bundled command by Vite, the application of the workspace, then the schemas that editors read.

import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

const steps = [
  ['typescript', 'bin', 'tsc', ['-b']],
  ['vite', 'bin', 'vite.js', ['build', '--logLevel', 'warn']],
  ['vite', 'bin', 'vite.js', ['build', '--logLevel', 'warn', '--config', 'vite.live.config.ts']],
  ['vite', 'bin', 'vite.js', ['build', '--logLevel', 'warn', '--config', 'vite.command.config.ts']],
  ['vite', 'bin', 'vite.js', ['build', '--logLevel', 'warn', '--config', 'vite.workspace.config.ts']],
]

for (const [packageName, folder, file, args] of steps) {
  const entry = join(root, 'node_modules', packageName, folder, file)
  const done = spawnSync(process.execPath, [entry, ...args], { cwd: root, stdio: 'inherit' })
  if (done.status !== 0) process.exit(done.status ?? 1)
}

const { jsonSchema } = await import(
  pathToFileURL(join(root, 'dist', 'model', 'schema', 'jsonSchema.js')).href
)
mkdirSync(join(root, 'schema'), { recursive: true })
writeFileSync(join(root, 'schema', 'case.schema.json'), `${JSON.stringify(jsonSchema(), null, 2)}\n`)
