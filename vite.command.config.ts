import { defineConfig } from 'vite'

/**
 * The command in a few files instead of some hundred, so that `manil check` starts at once: finding and reading modules one
 * by one would take longer than the work. What only the page needs stays in its own files, loaded when used.
 */
export default defineConfig({
  // These find files of their own beside themselves.
  ssr: {
    noExternal: true,
    external: ['subset-font', 'pretendard', '@electric-sql/pglite', 'pg', 'pg-boss', 'pino', 'tinypool'],
  },
  build: {
    ssr: true,
    outDir: 'dist/command',
    // A command that runs while another build is written keeps its files.
    emptyOutDir: false,
    target: 'node20',
    minify: false,
    reportCompressedSize: false,
    rollupOptions: {
      // What draws reports beside the thread that answers requests is a program of its own.
      input: { main: 'dist/cli/main.js', renderingWorker: 'dist/server/live/renderingWorker.js' },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
    },
  },
})
