import type { SegmentView } from '../../src/pipeline/review/review-view.ts'
import { t } from './i18n.ts'
import { PatternText } from './pattern-text.tsx'
import { settle } from './store/act.ts'
import type { Conflict } from './store/state.ts'

interface Properties {
  readonly index: number
  readonly conflict: Conflict
  /** What is there now. */
  readonly segment: SegmentView
}

/** A text that was not saved, beside what was there before and what is there now: the reviewer says which one stays. */
export function ConflictBox({ index, conflict, segment }: Properties) {
  const { mine, before, reason } = conflict
  const own = mine ?? before.target ?? ''
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keeps a click in the box from reaching the segment
    <div class="conflict" role="alert" onClick={event => event.stopPropagation()}>
      <p class="conflict-title">{reason ?? t('conflict.title')}</p>
      {reason === undefined && <p>{t('conflict.explain')}</p>}
      <dl>
        <dt>{t('conflict.mine')}</dt>
        <dd class="text">{typeof own === 'string' ? own : <PatternText pattern={own} />}</dd>
        <dt>{t('conflict.theirs')}</dt>
        <dd class="text">
          <PatternText pattern={segment.target ?? []} />
        </dd>
        {reason === undefined && before.targetFragment !== segment.targetFragment && (
          <>
            <dt>{t('conflict.before')}</dt>
            <dd class="text">
              <PatternText pattern={before.target ?? []} />
            </dd>
          </>
        )}
      </dl>
      <div class="actions">
        <button type="button" class="button main" onClick={() => void settle(index, 'mine')}>
          {t('conflict.useMine')}
        </button>
        <button type="button" class="button" onClick={() => void settle(index, 'theirs')}>
          {t('conflict.keepTheirs')}
        </button>
      </div>
    </div>
  )
}
