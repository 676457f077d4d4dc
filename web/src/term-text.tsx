import type { TermView } from '../../src/pipeline/review/review-view.ts'
import { t } from './i18n.ts'

interface Properties {
  readonly text: string
  readonly terms: readonly TermView[]
  readonly onInsert: (target: string) => void
}

/** A piece of source text with its glossary terms marked; a click on one puts its translation into the target. */
export function TermText({ text, terms, onInsert }: Properties) {
  if (terms.length === 0) return <>{text}</>
  return (
    <>
      {splitAtTerms(text, terms).map(({ part, term }, index) =>
        term === undefined ? (
          part
        ) : (
          <button
            key={index}
            type="button"
            class="term"
            tabIndex={-1}
            title={`${term.target}${term.note === undefined ? '' : ` · ${term.note}`}`}
            aria-label={`${part}: ${t('segment.insert', { text: term.target })}`}
            onClick={event => {
              event.stopPropagation()
              onInsert(term.target)
            }}
          >
            {part}
          </button>
        ),
      )}
    </>
  )
}

interface Part {
  readonly part: string
  readonly term: TermView | undefined
}

function splitAtTerms(text: string, terms: readonly TermView[]): readonly Part[] {
  const byLength = terms.toSorted((a, b) => b.source.length - a.source.length)
  const expression = new RegExp(byLength.map(({ source }) => `(${inflected(source)})`).join('|'), 'giu')
  const parts: Part[] = []
  let end = 0
  for (const match of text.matchAll(expression)) {
    if (match.index > end) parts.push({ part: text.slice(end, match.index), term: undefined })
    const at = match.slice(1).findIndex(group => group !== undefined)
    parts.push({ part: match[0], term: byLength[at] })
    end = match.index + match[0].length
  }
  if (end < text.length) parts.push({ part: text.slice(end), term: undefined })
  return parts
}

/** The server found the term here, whatever its number and gender: it is marked with its endings. */
function inflected(source: string): string {
  const words = source
    .split(/[\s\u00a0\u202f]+/)
    .map(word => escapeForRegExp(word.replace(/(es|s|x|e)$/iu, '')).replace(/['’]/g, "['’]"))
  return `(?<![\\p{L}\\p{N}])${words.join('\\p{L}{0,3}[\\s\\u00a0\\u202f]+')}\\p{L}{0,3}(?![\\p{L}\\p{N}])`
}

function escapeForRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
}
