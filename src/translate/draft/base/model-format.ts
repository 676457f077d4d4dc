export const MODEL_MAGIC = 'verso-base-model'

/** Raised with every change of the format: a file of another version is refused. */
export const MODEL_VERSION = 1

/** Steps of a quantised logarithm: twelve to one unit, 0 to 255. */
const STEPS = 12

/** A logarithm of a probability as a byte. */
export function quantise(logarithm: number): number {
  return Math.max(0, Math.min(255, Math.round(-logarithm * STEPS)))
}

export function restore(byte: number): number {
  return -byte / STEPS
}

/** A count, from 0.02 upwards, as a byte. */
export function quantiseCount(count: number): number {
  return Math.max(0, Math.min(255, Math.round((Math.log(Math.max(count, 1e-3)) + 4) * STEPS)))
}

export function restoreCount(byte: number): number {
  return Math.exp(byte / STEPS - 4)
}
