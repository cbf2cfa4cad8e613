import { defineConfig } from 'vite'

/** Bundles what a served page has besides a published one: it follows the files, and shows where things are written. */
export default defineConfig({
  build: {
    outDir: 'dist/web',
    emptyOutDir: false,
    copyPublicDir: false,
    target: 'es2022',
    lib: { entry: 'src/web/live/live.ts', formats: ['iife'], name: 'manilLive', fileName: () => 'live.js' },
  },
})
