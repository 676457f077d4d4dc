import { defineConfig } from 'vitest/config'

/** The tests of the review page, in a real Chromium. */
export default defineConfig({
  test: {
    include: ['tests/browser/**/*.test.ts'],
    env: { VERSO_BROWSER: '1' },
    setupFiles: ['tests/support/set-seed.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
})
