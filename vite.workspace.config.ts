import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

/**
 * The browser application of the workspace, into `dist/workspace`: pages are loaded when they are opened, and nothing is
 * inline, so that the server can forbid inline scripts. For developing, `vite --config vite.workspace.config.ts` asks a
 * workspace that runs beside it.
 */
const workspace = process.env.MANIL_WORKSPACE ?? 'http://127.0.0.1:4321'

export default defineConfig({
  root: 'src/web/workspace',
  base: '/',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: '../../../dist/workspace',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
  worker: { format: 'es' },
  resolve: {
    // For browsers this one asks the page's DOM, which workers do not have.
    alias: {
      'decode-named-character-reference': fileURLToPath(
        new URL('node_modules/decode-named-character-reference/index.js', import.meta.url),
      ),
    },
  },
  server: { proxy: { '/api': { target: workspace, ws: true } } },
})
