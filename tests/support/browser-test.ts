import { test } from 'vitest'

/** A test that needs a browser: `npm run test:browser` runs it, `npm test` says that it was skipped. */
export const browserTest = test.skipIf(process.env.VERSO_BROWSER === undefined)
