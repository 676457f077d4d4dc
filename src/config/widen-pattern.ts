/** A pattern that ends in `.md` takes MDX pages too: both are Markdown pages to the people who write the pattern. */
export function widenPattern(pattern: string): string {
  return pattern.replace(/^(\.\/+)+/, '').replace(/\.md$/, '.{md,mdx}')
}
