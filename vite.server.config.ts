import { defineConfig } from 'vite'
import { jsx, mjml } from './vite.plugins.ts'

/** What the server runs: one file an entry, libraries left in node_modules. */
export default defineConfig({
  plugins: [mjml()],
  ...jsx,
  build: {
    ssr: true,
    outDir: 'dist/server',
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    sourcemap: true,
    rollupOptions: {
      input: {
        web: 'src/web.ts',
        worker: 'src/worker.ts',
        cli: 'src/cli.ts',
        workbook: 'src/features/imports/workbook-program.ts',
      },
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
})
