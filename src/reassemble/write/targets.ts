/** Translations, parallel to `segmentsOf`; undefined: the source stands. */
export type Targets = readonly (string | undefined)[]
