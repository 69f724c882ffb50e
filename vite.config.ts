import { defineConfig } from 'vite'
import { jsx } from './vite.plugins.ts'

/** What browsers get: style sheets, the font, and the islands; names carry the hash of the content. */
export default defineConfig({
  publicDir: false,
  ...jsx,
  build: {
    outDir: 'dist/client',
    emptyOutDir: true,
    manifest: true,
    assetsInlineLimit: 0,
    rollupOptions: {
      input: {
        main: 'assets/styles/main.css',
        street: 'assets/styles/street.css',
        counter: 'assets/styles/counter.css',
        questions: 'src/islands/questions.tsx',
        replay: 'src/islands/replay.ts',
        liveRoom: 'src/islands/live-room.tsx',
      },
    },
  },
})
