import type { SegmentView } from '../../src/pipeline/review/review-view.ts'
import { t } from './i18n.ts'
import { approve, copySource, keep, reopen } from './store/act.ts'
import { startEditing } from './store/edit.ts'
import { isEditing } from './store/state.ts'

/** The buttons of the active segment, with their keys. */
export function SegmentActions({ segment }: { readonly segment: SegmentView }) {
  const isDone =
    segment.change === undefined &&
    segment.isUndecided !== true &&
    (segment.state === 'reviewed' || segment.state === 'final')
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keeps a click on a button from reaching the segment
    // biome-ignore lint/a11y/useKeyWithClickEvents: as above
    <div class="actions" onClick={event => event.stopPropagation()}>
      {isDone && !isEditing.value ? (
        <Action label={t('segment.reopen')} keys="r" onClick={reopen} />
      ) : (
        <Action label={t(approvalOf(segment))} keys="Ctrl ⏎" isMain onClick={approve} />
      )}
      {!isEditing.value && segment.state !== 'final' && (
        <>
          {segment.proposal !== undefined && segment.targetFragment !== undefined && (
            <Action label={t('segment.keep')} keys="m" onClick={keep} />
          )}
          <Action label={t('segment.edit')} keys="e" onClick={startEditing} />
          <Action label={t('segment.copySource')} keys="c" onClick={copySource} />
        </>
      )}
    </div>
  )
}

/** In the editor, what is approved is what it holds. */
function approvalOf({ proposal }: SegmentView): string {
  return proposal === undefined || isEditing.value ? 'segment.approve' : 'segment.approveProposal'
}

interface ActionProperties {
  readonly label: string
  readonly keys: string
  readonly isMain?: boolean
  readonly onClick: () => unknown
}

function Action({ label, keys, isMain = false, onClick }: ActionProperties) {
  return (
    <button type="button" class={isMain ? 'button main' : 'button'} onClick={() => void onClick()}>
      {label}{' '}
      <span class="key" aria-hidden="true">
        {keys}
      </span>
    </button>
  )
}
