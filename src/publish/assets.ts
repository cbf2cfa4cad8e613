import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The script that brings a page to life and the style sheet, as `npm run build` bundled them. */
export interface PageAssets {
  readonly script: string
  readonly style: string
}

/** The bundle is missing: a fault of the installation, not of a case. */
export class NotBuilt extends Error {
  constructor(path: string) {
    super(`${path} is missing. Run: npm run build`)
    this.name = 'NotBuilt'
  }
}

/** Reads both each time: while developing they change under a running server. */
export function pageAssets(): PageAssets {
  const folder = join(rootFolder(), 'dist', 'web')
  return {
    script: script('report.js'),
    style: read(join(folder, 'report.css')).replace(/<\/(style)/gi, '<\\/$1'),
  }
}

/** The script of served pages, which published ones do not have. */
export function liveScript(): string {
  return script('live.js')
}

/** A bundle as it may stand inside an element. */
function script(name: string): string {
  return read(join(rootFolder(), 'dist', 'web', name))
    .replace(/<\/(script)/gi, '<\\/$1')
    .replace(/<!--/g, '<\\!--')
}

/** The package's version. */
export function packageVersion(): string {
  const { version } = JSON.parse(read(join(rootFolder(), 'package.json'))) as { version: string }
  return version
}

/** This module lies in `src/publish/` or `dist/publish/`. */
function rootFolder(): string {
  return dirname(dirname(dirname(fileURLToPath(import.meta.url))))
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw new NotBuilt(path)
  }
}

/** The style sheet of the report alone, for pages of the server that look like it. Empty where it is not built. */
export function reportStyle(): string {
  try {
    return pageAssets().style
  } catch (error) {
    if (error instanceof NotBuilt) return ''
    throw error
  }
}
