import type { WordChange } from '../../src/pipeline/review/review-view.ts'
import { t } from './i18n.ts'

/** Old and new in one line: what went struck out, what came marked. */
export function WordChanges({ changes }: { readonly changes: readonly WordChange[] }) {
  return (
    <>
      {changes.map(({ type, text }, index) => {
        // biome-ignore-start lint/suspicious/noArrayIndexKey: the pieces of a text have no other identity
        switch (type) {
          case 'same':
            return <span key={index}>{text}</span>
          case 'removed':
            return (
              <del key={index}>
                <span class="only-read">{t('segment.removedWord', { text: '' })}</span>
                {text}
              </del>
            )
          case 'added':
            return (
              <ins key={index}>
                <span class="only-read">{t('segment.addedWord', { text: '' })}</span>
                {text}
              </ins>
            )
        }
        // biome-ignore-end lint/suspicious/noArrayIndexKey: the pieces of a text have no other identity
      })}
    </>
  )
}
