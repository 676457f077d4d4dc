/** Of the note that a unit carries a `targetDigest` in: notes are what translation tools keep without reading them. */
export const noteCategory = 'verso-exported'
