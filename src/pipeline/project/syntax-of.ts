import type { Role, Syntax } from '../../model.ts'

/** How the fragments of a role are written; those of MDX pages read like Markdown's but for expressions. */
export function syntaxOf(role: Role): Syntax {
  switch (role) {
    case 'frontMatter':
    case 'attribute':
    case 'title':
    case 'alt':
      return 'text'
    case 'html':
      return 'html'
    default:
      return 'markdown'
  }
}
