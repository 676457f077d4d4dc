const block = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)^---[ \t]*\r?$/m

/** The YAML of a page's front matter, without its lines of dashes; undefined for a page without any. */
export function frontMatterIn(text: string): string | undefined {
  const match = block.exec(text)
  return match === null || match.index !== 0 ? undefined : match[1]
}
