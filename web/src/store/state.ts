/** What the page shows, as signals. */

import { computed, signal } from '@preact/signals'
import type {
  Decision,
  ListedPage,
  PageView,
  PatternView,
  ProjectView,
  SegmentView,
} from '../../../src/pipeline/review/review-view.ts'
import type { Filter } from '../filters.ts'

/** What a person typed and could not be saved, since the segment had changed. */
export interface Conflict {
  readonly mine: PatternView | string | undefined
  readonly before: SegmentView
  readonly state: Decision['state']
  /** Why it was not saved, where that is something else than a change of the segment. */
  readonly reason?: string
}

/** A message to the reviewer: read aloud, and shown until the next one. */
export interface Notice {
  readonly type: 'done' | 'problem'
  readonly text: string
}

export type Target = PatternView | string

export const project = signal<ProjectView | undefined>(undefined)
export const pageName = signal<string>('')
export const view = signal<PageView | undefined>(undefined)

/** Places in the page of the segments that are listed: they stay when they are decided, until the filter is set anew. */
export const listed = signal<readonly number[]>([])
export const active = signal(0)
export const isEditing = signal(false)
export const filter = signal<Filter>('all')
export const notice = signal<Notice | undefined>(undefined)
export const conflicts = signal<ReadonlyMap<number, Conflict>>(new Map())
export const isHelpOpen = signal(false)
export const isConfirming = signal(false)
export const isSearching = signal(false)
export const isPreviewShown = signal(localStorage.getItem('verso-preview') !== 'no')
export const arePagesShown = signal(false)
export const areSingleKeysOn = signal(localStorage.getItem('verso-keys') !== 'no')

/** Counts up when the target page may read differently. */
export const previewVersion = signal(0)

/** Counts up when the focus is to go to the active segment. */
export const focusRequests = signal(0)
export const segments = computed<readonly SegmentView[]>(() => view.value?.segments ?? [])
export const pages = computed<readonly ListedPage[]>(() => project.value?.pages ?? [])
export const activeSegment = computed(() => segments.value[active.value])

/** Segments of the page that approving the whole of it would approve. */
export const approvable = computed(() =>
  segments.value.filter(
    ({ state, targetFragment, change, proposal, isUndecided }) =>
      proposal !== undefined ||
      (targetFragment !== undefined &&
        (state === 'initial' || state === 'translated' || change !== undefined || isUndecided === true)),
  ),
)

/** The editor's present content, while there is one and it was changed. */
export const draft = signal<Target | undefined>(undefined)

export function say(type: Notice['type'], text: string): void {
  notice.value = { type, text }
}

export function togglePreview(): void {
  isPreviewShown.value = !isPreviewShown.value
  localStorage.setItem('verso-preview', isPreviewShown.value ? 'yes' : 'no')
}
