import { defineConfig } from 'vitest/config'

/** The tests of the review page, in a real Chromium. */
export default defineConfig({
  test: {
    include: ['tests/browser/**/*.test.ts'],
    env: { VERSO_BROWSER: '1' },
    setupFiles: ['tests/support/set-seed.ts'],
    // Nothing is judged by its time: these only end what hangs.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 120_000 } },
    fileParallelism: false,
  },
})
