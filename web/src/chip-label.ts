import type { CodeView } from '../../src/pipeline/review/review-view.ts'
import { t } from './i18n.ts'

/** Characters of a code that are shown; the rest is in its tooltip. */
const shown = 36

/** What is written on a chip. */
export function chipText({ kind, literal }: CodeView): string {
  switch (kind) {
    case 'label':
      return cut(literal.replace(/^(\*\*|__)|(\*\*|__)$/g, ''))
    case 'strong':
      return 'B'
    case 'emphasis':
      return 'I'
    case 'delete':
      return 'S'
    case 'link':
      return '↗'
    case 'break':
      return '↵'
    case 'code':
      return cut(literal.replace(/^`+ ?| ?`+$/g, ''))
    case 'image':
      return cut(/([^/()]+\.\w+)/.exec(literal)?.[1] ?? literal)
    default:
      return cut(literal)
  }
}

/** What a screen reader says of a chip. */
export function chipName(code: CodeView): string {
  const kind = t(`code.${code.kind}`)
  switch (code.form) {
    case 'open':
      return t('code.open', { kind })
    case 'close':
      return t('code.close', { kind })
    case 'standalone':
      return t('code.standalone', { kind, text: chipText(code) })
  }
}

export function chipClass({ form, kind }: CodeView): string {
  return `chip chip-${form} chip-${kind}`
}

function cut(text: string): string {
  return text.length > shown ? `${text.slice(0, shown - 1)}…` : text
}
