import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** The browser application as it is built, in a folder of its own. */
export interface BuiltApplication {
  readonly folder: string
  readonly remove: () => void
}

/** Builds the application of the sources as they are now. Takes some seconds: once for a test file. */
export async function buildApplication(): Promise<BuiltApplication> {
  const folder = mkdtempSync(join(tmpdir(), 'manil-app-'))
  await build({
    root: join(root, 'src/web/workspace'),
    configFile: join(root, 'vite.workspace.config.ts'),
    logLevel: 'warn',
    build: { outDir: folder, emptyOutDir: true },
  })
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
