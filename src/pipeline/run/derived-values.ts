import { parse } from 'node:path/posix'
import { slug } from 'github-slugger'
import { type LinkReplacement, rewriteUrl } from '../../syntax/rewrite-url.ts'
import type { TargetInHand } from './page-in-hand.ts'

/**
 * Values of front matter or of a content file that follow from others: `stem` is the file's name without its extension,
 * `slug` the slug of the translated title; `/`, which stands for the folder, stays. A page whose title is untranslated keeps its slug, and so
 * does one that is patched: its address is a person's choice. A `link` leads where the links of a page do.
 *
 * @param replacements what stands for what in link targets
 */
export function derivedValues(
  target: TargetInHand,
  replacements: readonly LinkReplacement[],
): Readonly<Record<string, string>> {
  const values: Record<string, string> = {}
  const { page, entries } = target
  for (const part of page.skeleton.parts) {
    if (part.type !== 'verbatim' || part.derived === undefined) continue
    const { path, action, value } = part.derived
    if (action === 'link') {
      const url = rewriteUrl(value, replacements, target.links.urls)
      if (url !== value) values[path] = url
      continue
    }
    // No name: a page that stands for its folder does so in every locale.
    if (value === '/') continue
    const title = action === 'slug' && !entries.diverged ? titleOf(target) : undefined
    if (action === 'stem') values[path] = parse(page.file.file).name
    else if (title !== undefined) values[path] = slug(title)
  }
  return values
}

/** The translated front-matter title: all of its sentences, or nothing. */
function titleOf({ page, entries }: TargetInHand): string | undefined {
  for (const part of page.skeleton.parts) {
    if (part.type !== 'unit' || part.path !== 'title') continue
    const texts = part.pieces.map(piece =>
      piece.type === 'gap' ? piece.raw : entries.targets.get(piece.key),
    )
    return texts.includes(undefined) ? undefined : texts.join('')
  }
  return undefined
}
