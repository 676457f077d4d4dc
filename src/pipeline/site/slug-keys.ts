import type { Config } from '../../config/config.ts'

/** Front-matter paths that give a page another address than its file's. */
export function slugKeys({ frontMatter }: Pick<Config, 'frontMatter'>): readonly string[] {
  return frontMatter.flatMap(({ path, action }) => (action === 'slug' || action === 'stem' ? [path] : []))
}
