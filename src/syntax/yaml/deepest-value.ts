/** Collections that a value may be in: nothing that people write is nested deeper. */
export const deepestValue = 64
