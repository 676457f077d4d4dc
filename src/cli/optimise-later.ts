import { setFlagsFromString } from 'node:v8'

/** How much bytecode a function runs before it is worth optimising, in bytes; V8 11 has 67,584. */
const budget = 1_000_000

/**
 * Has V8 optimise functions later, in all threads. A run is over in a few seconds: of all that becomes hot in them, V8
 * would spend a third of the processor's time on machine code that hardly pays any more. V8 11 is that of Node.js 20;
 * that of Node.js 22 refuses the flag with a message.
 */
export function optimiseLater(): void {
  if (process.versions.v8.startsWith('11.')) setFlagsFromString(`--interrupt-budget=${budget}`)
}
