import { memo } from 'preact/compat'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { FindingView, SegmentView } from '../../src/pipeline/review/review-view.ts'
import { ConflictBox } from './conflict-box.tsx'
import { draftFindings } from './draft-findings.ts'
import { t } from './i18n.ts'
import { insertion } from './insertion.ts'
import { PatternText } from './pattern-text.tsx'
import { SegmentActions } from './segment-actions.tsx'
import { SegmentNotes } from './segment-notes.tsx'
import { stateOf } from './state-of.ts'
import { startEditing } from './store/edit.ts'
import { select } from './store/navigate.ts'
import { type Conflict, focusRequests, isEditing, project } from './store/state.ts'
import { TargetEditor } from './target-editor.tsx'
import { TermText } from './term-text.tsx'
import { WordChanges } from './word-changes.tsx'

interface Properties {
  readonly segment: SegmentView
  readonly position: number
  readonly total: number
  readonly isActive: boolean
  readonly conflict: Conflict | undefined
}

/** One segment: the source left, the translation right, and beneath the active one what helps to decide. */
export const SegmentCard = memo(({ segment, position, total, isActive, conflict }: Properties) => {
  const card = useRef<HTMLElement>(null)
  const request = focusRequests.value
  useLayoutEffect(() => {
    if (isActive && request > 0 && !isEditing.peek()) card.current?.focus({ preventScroll: true })
  }, [isActive, request])
  const state = stateOf(segment)
  const edited = isActive && isEditing.value
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the application's (listen-to-keys.ts)
    <article
      ref={card}
      class={`segment segment-${state}${isActive ? ' segment-active' : ''}`}
      tabIndex={isActive ? 0 : -1}
      aria-posinset={position}
      aria-setsize={total}
      aria-current={isActive ? 'true' : undefined}
      aria-label={t('segment.label', { number: segment.index + 1, total, state: t(`state.${state}`) })}
      onClick={() => void select(segment.index)}
      onFocus={event => {
        if (event.target === event.currentTarget && !isActive) void select(segment.index)
      }}
    >
      <Source segment={segment} />
      <div class="segment-target">
        <p class="segment-head">
          <span class={`state state-${state}`}>{t(`state.${state}`)}</span>
          {segment.targetFragment !== undefined && segment.origin !== undefined && (
            <span class="origin">{t(`origin.${segment.origin}`)}</span>
          )}
          {segment.score !== undefined && (
            <span class="score">{t('segment.score', { score: segment.score })}</span>
          )}
        </p>
        {edited ? <TargetEditor segment={segment} /> : <Target segment={segment} />}
        {!edited && <Proposal segment={segment} />}
        {conflict !== undefined && (
          <ConflictBox index={segment.index} conflict={conflict} segment={segment} />
        )}
        <Findings findings={edited ? (draftFindings.value ?? segment.findings) : segment.findings} />
        {isActive && <SegmentActions segment={segment} />}
      </div>
      {isActive && <SegmentNotes />}
    </article>
  )
})

function Source({ segment }: { readonly segment: SegmentView }) {
  const locale = project.value?.source ?? ''
  return (
    <div class="segment-source">
      <p class="segment-head">
        <span class="number" aria-hidden="true">
          {segment.index + 1}
        </span>
        <span>{t(`role.${segment.role}`)}</span>
        <span class="only-read">{t('segment.sourceOf', { locale, line: segment.line })}</span>
      </p>
      <p class="text" lang={locale}>
        <PatternText
          pattern={segment.source}
          draw={text => (
            <TermText text={text} terms={segment.terms} onInsert={target => void insert(segment, target)} />
          )}
        />
      </p>
      {segment.change !== undefined && (
        <div class="change">
          <p class="change-title">{t('segment.changed')}</p>
          <p class="text" lang={locale}>
            <WordChanges changes={segment.change} />
          </p>
        </div>
      )}
    </div>
  )
}

function Target({ segment }: { readonly segment: SegmentView }) {
  const open = async () => {
    await select(segment.index)
    startEditing()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a second way in; the keyboard's is `e`
    <div class="target-text" onDblClick={() => void open()}>
      {segment.target === undefined ? (
        <p class="text missing">{t('segment.untranslated')}</p>
      ) : segment.targetFragment === '' ? (
        <p class="text missing">{t('segment.merged')}</p>
      ) : (
        <p class="text" lang={project.value?.target}>
          <PatternText pattern={segment.target} />
        </p>
      )}
    </div>
  )
}

/** What approving puts in the place of the translation, word by word. */
function Proposal({ segment }: { readonly segment: SegmentView }) {
  if (segment.proposal === undefined) return null
  return (
    <div class="change proposal">
      <p class="change-title">{t('segment.proposed')}</p>
      <p class="text" lang={project.value?.target}>
        {segment.targetFragment === undefined ? (
          <PatternText pattern={segment.proposal.pattern} />
        ) : (
          <WordChanges changes={segment.proposal.words} />
        )}
      </p>
    </div>
  )
}

function Findings({ findings }: { readonly findings: readonly FindingView[] }) {
  if (findings.length === 0) return null
  return (
    <ul class="findings" aria-label={t('segment.findings')}>
      {findings.map(({ code, severity, message }) => (
        <li key={`${code} ${message}`} class={`finding finding-${severity}`}>
          {message} <code>{code}</code>
        </li>
      ))}
    </ul>
  )
}

/** Opens the editor if need be, and puts the term at its cursor. */
async function insert(segment: SegmentView, target: string): Promise<void> {
  if (insertion.handler === undefined) {
    await select(segment.index, { edit: true })
    await new Promise(requestAnimationFrame)
    await new Promise(requestAnimationFrame)
  }
  insertion.handler?.(target)
}
