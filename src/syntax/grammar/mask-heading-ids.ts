/** `## Titre {#id}`: common in MDX pages, though no MDX. */
const headingId = /^(#{1,6}[ \t].*)\{(#[^{}\n]+)\}([ \t]*)$/gm

/**
 * MDX source whose heading ids are no expressions: `{#id}` becomes `(#id)`, and no offset moves. Site generators do
 * the same before they parse.
 */
export function maskHeadingIds(text: string): string {
  return text.includes('{#') ? text.replace(headingId, '$1($2)$3') : text
}
