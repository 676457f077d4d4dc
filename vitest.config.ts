import { defineConfig } from 'vitest/config'

// Libraries as they run in production: in its development build micromark checks itself, and ends at what it doubts.
process.env.NODE_ENV = 'production'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/support/set-seed.ts'],
    // Nothing is judged by its time: these only end what hangs.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 120_000 } },
    maxWorkers: '100%',
  },
})
