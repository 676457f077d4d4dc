import type { PageFormat } from '../../model.ts'

/** Whether a page is a content file, all of whose text is in values, as in front matter. */
export function isContent(format: PageFormat): format is 'yaml' | 'json' {
  switch (format) {
    case 'markdown':
    case 'mdx':
      return false
    case 'yaml':
    case 'json':
      return true
  }
}
