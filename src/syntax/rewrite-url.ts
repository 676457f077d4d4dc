/** A text in link targets, and what stands for it in the target locale. */
export interface LinkReplacement {
  readonly from: string
  readonly to: string
}

/** Whole link targets, as written once texts in them are replaced, and what stands for them. */
export type LinkTargets = Readonly<Record<string, string>>

/** A link target as another locale has it: with its texts replaced, then as a whole. */
export function rewriteUrl(
  url: string,
  replacements: readonly LinkReplacement[],
  urls: LinkTargets = {},
): string {
  const written = replacements.reduce((text, { from, to }) => text.replaceAll(from, () => to), url)
  return Object.hasOwn(urls, written) ? (urls[written] ?? written) : written
}
