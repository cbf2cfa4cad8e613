import { defineConfig } from 'vite'

/** Bundles what makes a published page live: one script and one style sheet, put into every page by `publish/`. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: 'dist/web',
    emptyOutDir: false,
    copyPublicDir: false,
    target: 'es2022',
    cssCodeSplit: false,
    lib: {
      entry: 'src/web/report.tsx',
      formats: ['iife'],
      name: 'manil',
      fileName: () => 'report.js',
      cssFileName: 'report',
    },
  },
})
