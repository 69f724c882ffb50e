import { defineConfig } from 'vitest/config'
import { jsx, mjml } from './vite.plugins.ts'

export default defineConfig({
  plugins: [mjml()],
  ...jsx,
  test: {
    include: ['{src,db,check,bin,bench}/**/*.test.{ts,tsx}'],
    globalSetup: ['src/testing/global-setup.ts'],
    setupFiles: ['src/testing/setup.ts'],
    // How fast the machine is decides no test: these only end one that hangs.
    testTimeout: 120_000,
    hookTimeout: 300_000,
    maxWorkers: 3,
  },
})
