/** A text in link targets, and what stands for it in the target locale. */
export interface LinkReplacement {
  readonly from: string
  readonly to: string
}

/** Whole link targets, as written once texts in them are replaced, and what stands for them. */
export type LinkTargets = Readonly<Record<string, string>>

/**
 * Where a link's target stands in Markdown and HTML: after `](`, in a definition, in `href="…"`, or bare. Text and
 * titles are not looked at; what is in code, the first group, is no link.
 */
const targets =
  /((?<!`)(`+)(?!`)[\s\S]*?[^`]\2(?!`))|(?<=\]\(\s*<?)[^\s<>"')]+|(?<=^[ \t>]*\[[^\]\n]+\]:[ \t]*<?)[^\s<>]+|(?<=\bhref=["'])[^"']+|https?:\/\/[^\s<>"')\]]+/gm

/** Writes link targets as another locale has them; the rest of the text stays. */
export function rewriteLinks(
  text: string,
  replacements: readonly LinkReplacement[],
  urls: LinkTargets = {},
): string {
  if (!mayChange(text, replacements, urls)) return text
  return text.replace(targets, (target, code: string | undefined) => {
    if (code !== undefined) return code
    const written = replacements.reduce((url, { from, to }) => url.replaceAll(from, () => to), target)
    return Object.hasOwn(urls, written) ? (urls[written] ?? written) : written
  })
}

function mayChange(text: string, replacements: readonly LinkReplacement[], urls: LinkTargets): boolean {
  if (replacements.some(({ from }) => text.includes(from))) return true
  return Object.keys(urls).some(url => text.includes(url))
}
