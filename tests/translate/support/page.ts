import type { LabelPolicy } from '../../../src/config/config.ts'
import type { Role, Skeleton, Syntax } from '../../../src/model.ts'
import { parseFragment } from '../../../src/syntax/fragments/parse-fragment.ts'
import { segmentKey } from '../../../src/syntax/segment-key.ts'
import type { FillPage } from '../../../src/translate/fill-page.ts'

export interface Line {
  readonly role?: Role
  readonly syntax?: Syntax
  readonly fragment: string
}

/** A page of one segment a line; a string is a paragraph of Markdown, one that begins with `# ` a heading. */
export function page(
  path: string,
  lines: readonly (string | Line)[],
  options: { readonly labels?: LabelPolicy; readonly wanted?: readonly number[] } = {},
): FillPage {
  return {
    path,
    file: `content/fr/${path}.md`,
    skeleton: skeleton(lines),
    wanted: options.wanted ?? lines.map((_, index) => index),
    labels: options.labels ?? 'keep',
  }
}

function skeleton(lines: readonly (string | Line)[]): Skeleton {
  const headings: string[] = []
  return {
    title: 'Guide',
    parts: lines.map((line, index) => {
      const { role, syntax = 'markdown', fragment } = typeof line === 'string' ? asLine(line) : line
      const position = { line: index + 1, column: 1, offset: 0 }
      if (role === 'heading') headings.push(fragment)
      return {
        type: 'unit',
        role: role ?? 'paragraph',
        syntax,
        place: { type: 'flow', prefix: '', eol: '\n' },
        raw: fragment,
        position,
        headings: [...headings],
        pieces: [
          {
            type: 'segment',
            key: segmentKey(role ?? 'paragraph', fragment),
            fragment,
            pattern: parseFragment(fragment, syntax),
            raw: fragment,
            position,
          },
        ],
      }
    }),
  }
}

function asLine(text: string): Line {
  return text.startsWith('# ') ? { role: 'heading', fragment: text.slice(2) } : { fragment: text }
}
