/** A path without the extension of Markdown: content files keep theirs, which tells `menu.md` from `menu.yaml`. */
export function pagePath(path: string): string {
  return path.replace(/\.mdx?$/, '')
}
