import type { WordChange } from '../../src/review/compare-words.ts'
import { t } from './i18n.ts'

/** Old and new in one line: what went struck out, what came marked. */
export function WordChanges({ changes }: { readonly changes: readonly WordChange[] }) {
  return (
    <>
      {changes.map((change, index) => (
        <Words key={index} {...change} />
      ))}
    </>
  )
}

function Words({ type, text }: WordChange) {
  switch (type) {
    case 'same':
      return <span>{text}</span>
    case 'removed':
      return (
        <del>
          <span class="only-read">{t('segment.removedWord', { text: '' })}</span>
          {text}
        </del>
      )
    case 'added':
      return (
        <ins>
          <span class="only-read">{t('segment.addedWord', { text: '' })}</span>
          {text}
        </ins>
      )
  }
}
