/** Where a glossary term goes that is clicked: into the editor that is open, if one is. */
export const insertion: { handler: ((text: string) => void) | undefined } = { handler: undefined }
