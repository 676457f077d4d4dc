import type { PageFormat } from '../model.ts'

/** What a file is, by its name: the one place that tells. */
export function pageFormat(file: string): PageFormat {
  const [, extension = ''] = /\.([^./]+)$/.exec(file) ?? []
  switch (extension) {
    case 'mdx':
    case 'json':
      return extension
    case 'yaml':
    case 'yml':
      return 'yaml'
    default:
      return 'markdown'
  }
}
