import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { WorkspaceContext } from './environment.js'
import { applicationPolicy, dataPolicy } from './security/contentSecurityPolicy.js'

/** Kinds of files that the built application has. */
const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json',
  webmanifest: 'application/manifest+json',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  wasm: 'application/wasm',
}

/** Names of the build's files: no dots in a row, nothing hidden, nothing escaped. */
const fileName = /^\/(?:[A-Za-z0-9_-]+\/)*[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)+$/

/**
 * A file of the built application, or for any address of the application its one page. Null where there is no such file.
 * Files in `assets/` have their hash in their name and are kept by browsers.
 */
export async function appFile(context: WorkspaceContext, folder: string): Promise<Response | null> {
  const { path } = context.req
  const last = path.split('/').at(-1) ?? ''
  // Ids and files of a case may have dots in their names: below `/cases/` every address is the application's.
  if (!last.includes('.') || path.startsWith('/cases/')) return appPage(folder)
  const type = types[last.split('.').at(-1) ?? '']
  if (type === undefined || !fileName.test(path)) return null
  if (path === '/index.html') return appPage(folder)
  const bytes = await readWhole(join(folder, path))
  if (bytes === null) return null
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': type,
      'Content-Security-Policy': dataPolicy,
      'Cache-Control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    },
  })
}

/** The page of the application, with a nonce of its own each time. Null where it is not built. */
async function appPage(folder: string): Promise<Response | null> {
  const bytes = await readWhole(join(folder, 'index.html'))
  if (bytes === null) return null
  const nonce = randomBytes(16).toString('base64')
  const html = bytes
    .toString('utf8')
    .replace('<head>', `<head>\n<meta name="manil-nonce" content="${nonce}">`)
  return new Response(html, {
    headers: {
      'Content-Type': types.html!,
      'Content-Security-Policy': applicationPolicy(nonce),
      'Cache-Control': 'no-store',
    },
  })
}

async function readWhole(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path)
  } catch {
    return null
  }
}
