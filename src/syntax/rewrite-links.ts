import { type LinkReplacement, type LinkTargets, rewriteUrl } from './rewrite-url.ts'

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
    return rewriteUrl(target, replacements, urls)
  })
}

function mayChange(text: string, replacements: readonly LinkReplacement[], urls: LinkTargets): boolean {
  if (replacements.some(({ from }) => text.includes(from))) return true
  return Object.keys(urls).some(url => text.includes(url))
}
