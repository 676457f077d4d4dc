/** A text in link targets, and what stands for it in the target locale. */
export interface LinkReplacement {
  readonly from: string
  readonly to: string
}

/**
 * Where a link's target stands in Markdown and HTML: after `](`, in a definition, in `href="…"`, or bare. Text and
 * titles are not looked at.
 */
const targets =
  /(?<=\]\(\s*<?)[^\s<>"')]+|(?<=^[ \t>]*\[[^\]\n]+\]:[ \t]*<?)[^\s<>]+|(?<=\bhref=["'])[^"']+|https?:\/\/[^\s<>"')\]]+/gm

/** Writes link targets as another locale has them; the rest of the text stays. */
export function rewriteLinks(text: string, replacements: readonly LinkReplacement[]): string {
  if (!replacements.some(({ from }) => text.includes(from))) return text
  return text.replace(targets, target =>
    replacements.reduce((written, { from, to }) => written.replaceAll(from, () => to), target),
  )
}
