import { configureGlobal } from 'fast-check'

/**
 * Every run draws the same input, so that a change alone can make a test fail. `VERSO_SEED=<integer> npm test` looks
 * elsewhere: what it finds becomes a test of its own.
 */
configureGlobal({ seed: Number(process.env.VERSO_SEED ?? 20_260) })
