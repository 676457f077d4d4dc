import { computed, signal } from '@preact/signals'
import type {
  Decision,
  DecisionResult,
  ListedPage,
  PageSummary,
  PageView,
  PatternView,
  ProjectView,
  ReviewEvent,
  SegmentView,
} from '../../src/pipeline/review/review-view.ts'
import { api } from './api.ts'
import { type Filter, matchesFilter } from './filters.ts'
import { t } from './i18n.ts'

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

type Target = PatternView | string

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
const isOnline = signal(true)
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

/** The editor's present content, while there is one and it was changed. */
export const draft = signal<Target | undefined>(undefined)
const undoable: { readonly id: string; readonly page: string; readonly index: number }[] = []
let opening = 0
/** The address follows once the reviewer stays for so long, in ms: browsers take their time to change it. */
const addressPause = 250
let addressing: ReturnType<typeof setTimeout> | undefined
/** How far pages have come, to be shown together: they come by the hundred while pages are read, in ms. */
const summaryPause = 100
const summaries = new Map<string, PageSummary>()
/** Saves under way, and whether the page was said to have changed while they were: by them, or by somebody else. */
const saving = { count: 0, isRefreshDue: false }

export async function start(): Promise<void> {
  api.events(onEvent, up => {
    if (up === isOnline.value) return
    isOnline.value = up
    say(up ? 'done' : 'problem', t(up ? 'say.online' : 'say.offline'))
    if (up) void refresh()
  })
  project.value = await api.project()
  const [wanted = '', place] = decodeURIComponent(location.hash.slice(1)).split(':')
  const first = pages.value.find(({ page }) => page === wanted) ?? pages.value[0]
  if (first !== undefined) await openPage(first.page, Number(place ?? 0) || 0)
}

export async function openPage(page: string, index = 0): Promise<void> {
  await finishEditing()
  const turn = ++opening
  pageName.value = page
  arePagesShown.value = false
  view.value = undefined
  conflicts.value = new Map()
  const answer = await ask(() => api.page(page))
  if (turn !== opening || answer === undefined) return
  if ('type' in answer) return
  enter(answer)
  relist()
  activate(listed.value.includes(index) ? index : (listed.value[0] ?? 0))
  previewVersion.value++
}

/** Takes in a page as it is now, without moving anything. */
function enter(next: PageView): void {
  view.value = next
  summaries.set(next.summary.page, next.summary)
  updateSummaries()
}

function relist(): void {
  listed.value = segments.value
    .filter(segment => matchesFilter(segment, filter.value))
    .map(({ index }) => index)
}

export async function setFilter(next: Filter): Promise<void> {
  await finishEditing()
  filter.value = next
  relist()
  if (!listed.value.includes(active.value)) activate(listed.value[0] ?? 0)
}

function activate(index: number): void {
  active.value = index
  clearTimeout(addressing)
  addressing = setTimeout(() => {
    const hash = `#${encodeURIComponent(pageName.value)}:${index}`
    if (location.hash !== hash) history.replaceState(null, '', hash)
  }, addressPause)
}

export async function select(index: number, options: { readonly edit?: boolean } = {}): Promise<void> {
  if (index !== active.value) await finishEditing()
  activate(index)
  if (options.edit === true) startEditing()
}

/** Goes to the next listed segment, or the one before; past the end it stays. */
export async function move(step: -1 | 0 | 1): Promise<void> {
  await finishEditing()
  const at = listed.value.indexOf(active.value)
  const next = listed.value[at + step]
  if (next !== undefined) activate(next)
  focusRequests.value++
}

export async function movePage(step: 1 | -1): Promise<void> {
  const at = pages.value.findIndex(({ page }) => page === pageName.value)
  const next = pages.value[at + step]
  if (next === undefined) return
  await openPage(next.page)
  focusRequests.value++
}

export function startEditing(): void {
  const segment = activeSegment.value
  if (segment === undefined || segment.state === 'final') return
  isEditing.value = true
  // Whoever scrolled on edits in view.
  focusRequests.value++
}

/** The editor says what it holds: undefined when that is what the segment had. */
export function setDraft(target: Target | undefined): void {
  draft.value = target
}

export function discardEdit(): void {
  draft.value = undefined
  isEditing.value = false
  focusRequests.value++
}

/** Closes the editor and saves what was typed, not yet approved. */
export async function finishEditing(): Promise<void> {
  if (!isEditing.value) return
  const segment = activeSegment.value
  const target = takeDraft()
  isEditing.value = false
  if (segment === undefined || target === undefined) return
  if (await decide(segment, 'translated', target)) {
    say('done', t('say.saved', { number: segment.index + 1 }))
  }
}

function takeDraft(): Target | undefined {
  const target = draft.value
  draft.value = undefined
  return target
}

export async function approve(): Promise<void> {
  const segment = activeSegment.value
  if (segment === undefined || segment.state === 'final') return
  const target = isEditing.value ? takeDraft() : undefined
  isEditing.value = false
  if (target === undefined && segment.targetFragment === undefined && segment.proposal === undefined) {
    say('problem', t('say.noTranslation'))
    return
  }
  if (!(await decide(segment, 'reviewed', target))) return
  say('done', t('say.approved', { number: segment.index + 1 }))
  await move(1)
}

/** Approves the text as it is, in place of what is proposed. */
export async function keep(): Promise<void> {
  const segment = activeSegment.value
  if (segment?.proposal === undefined || segment.targetFragment === undefined) return
  draft.value = undefined
  isEditing.value = false
  if (!(await decide(segment, 'reviewed', segment.targetFragment))) return
  say('done', t('say.approved', { number: segment.index + 1 }))
  await move(1)
}

export async function reopen(): Promise<void> {
  const segment = activeSegment.value
  if (segment === undefined || (segment.state !== 'reviewed' && segment.state !== 'final')) return
  if (await decide(segment, 'translated', undefined)) {
    say('done', t('say.reopened', { number: segment.index + 1 }))
  }
}

/** Puts a text in the place of the translation, to be looked at and approved. */
export async function take(target: Target): Promise<void> {
  const segment = activeSegment.value
  if (segment === undefined || segment.state === 'final') return
  draft.value = undefined
  isEditing.value = false
  await decide(segment, 'translated', target)
  focusRequests.value++
}

export function copySource(): Promise<void> {
  return take(activeSegment.value?.source ?? '')
}

/** Segments of the page that approving the whole of it would approve. */
export const approvable = computed(() =>
  segments.value.filter(
    ({ state, targetFragment, change, proposal, isUndecided }) =>
      proposal !== undefined ||
      (targetFragment !== undefined &&
        (state === 'initial' || state === 'translated' || change !== undefined || isUndecided === true)),
  ),
)

export async function approvePage(): Promise<void> {
  await finishEditing()
  const chosen = approvable.value
  if (chosen.length === 0) return
  const decisions = chosen.map(segment => decisionOn(segment, 'reviewed', undefined))
  if (await send(decisions, chosen)) say('done', t('say.pageApproved', { count: chosen.length }))
}

export async function undo(): Promise<void> {
  const last = undoable.pop()
  if (last === undefined) {
    say('problem', t('say.nothingToUndo'))
    return
  }
  const result = await save(() => api.undo(last.id))
  if (result === undefined) return
  if (last.page !== pageName.value) await openPage(last.page, last.index)
  else if (result.type !== 'refused') {
    enter(result.page)
    previewVersion.value++
    activate(last.index)
  }
  if (result.type === 'saved') say('done', t('say.undone'))
  else say('problem', result.type === 'refused' ? result.message : t('say.conflict'))
  focusRequests.value++
}

export async function settle(index: number, choice: 'mine' | 'theirs'): Promise<void> {
  const conflict = conflicts.value.get(index)
  const segment = segments.value[index]
  const rest = new Map(conflicts.value)
  rest.delete(index)
  conflicts.value = rest
  if (conflict === undefined || segment === undefined || choice === 'theirs') return
  if (await decide(segment, conflict.state, conflict.mine)) say('done', t('say.saved', { number: index + 1 }))
}

function decide(
  segment: SegmentView,
  state: Decision['state'],
  target: Target | undefined,
): Promise<boolean> {
  return send([decisionOn(segment, state, target)], [segment])
}

function decisionOn(segment: SegmentView, state: Decision['state'], target: Target | undefined): Decision {
  const { index, key, version } = segment
  return { index, key, version, state, ...(target === undefined ? {} : { target }) }
}

async function send(decisions: readonly Decision[], seen: readonly SegmentView[]): Promise<boolean> {
  const page = pageName.value
  const result = await save(() => api.decide(page, decisions))
  // What could not be sent is kept as a conflict: nothing typed is ever lost.
  if (result === undefined) keepAside(decisions, seen, t('say.offline'))
  if (result === undefined) return false
  return settleResult(result, page, decisions, seen)
}

function settleResult(
  result: DecisionResult,
  page: string,
  decisions: readonly Decision[],
  seen: readonly SegmentView[],
): boolean {
  switch (result.type) {
    case 'saved':
      if (page === pageName.value) enter(result.page)
      undoable.push({ id: result.undo, page, index: decisions[0]?.index ?? 0 })
      previewVersion.value++
      return true
    case 'conflict': {
      if (page === pageName.value) enter(result.page)
      const lost = new Set(result.indexes)
      keepAside(
        decisions.filter(({ index }) => lost.has(index)),
        seen,
      )
      say('problem', t('say.conflict'))
      return false
    }
    case 'refused':
      keepAside(decisions, seen, result.message)
      say('problem', result.message)
      return false
  }
}

function keepAside(decisions: readonly Decision[], seen: readonly SegmentView[], reason?: string): void {
  const kept = new Map(conflicts.value)
  for (const { index, target, state } of decisions) {
    const before = seen.find(segment => segment.index === index)
    if (before !== undefined && (target !== undefined || reason === undefined))
      kept.set(index, { mine: target, before, state, ...(reason === undefined ? {} : { reason }) })
  }
  conflicts.value = kept
}

function onEvent(event: ReviewEvent): void {
  switch (event.type) {
    case 'summary':
      if (summaries.size === 0) setTimeout(updateSummaries, summaryPause)
      summaries.set(event.summary.page, event.summary)
      return
    case 'pages':
      project.value = event.project
      return
    case 'changed':
      if (event.page !== pageName.value) return
      if (saving.count > 0) saving.isRefreshDue = true
      else void refresh()
      return
  }
}

/** Reads the page again. An editor that is open stays as it is: what was typed meets the change when it is saved. */
async function refresh(): Promise<void> {
  const page = pageName.value
  const answer = await ask(() => api.page(page))
  if (answer === undefined || 'type' in answer || page !== pageName.value || saving.count > 0) return
  const before = view.value
  if (before !== undefined && isSame(before, answer)) return
  if (isEditing.value) return
  enter(answer)
  if (before?.segments.length !== answer.segments.length) {
    relist()
    if (answer.segments[active.value] === undefined) activate(listed.value[0] ?? 0)
  }
  previewVersion.value++
  if (before !== undefined) say('done', t('say.reloaded'))
}

function isSame(a: PageView, b: PageView): boolean {
  return (
    a.segments.length === b.segments.length &&
    a.segments.every((segment, index) => segment.version === b.segments[index]?.version)
  )
}

function updateSummaries(): void {
  const current = project.value
  if (current === undefined) return
  const pages = current.pages.map(page => {
    const summary = summaries.get(page.page)
    return summary === undefined ? page : { ...page, summary }
  })
  summaries.clear()
  project.value = { ...current, pages }
}

function say(type: Notice['type'], text: string): void {
  notice.value = { type, text }
}

/** Asks for something to be written. What the page is told of its own change comes after the answer. */
async function save(call: () => Promise<DecisionResult>): Promise<DecisionResult | undefined> {
  saving.count++
  try {
    return await ask(call)
  } finally {
    saving.count--
    if (saving.count === 0 && saving.isRefreshDue) {
      saving.isRefreshDue = false
      setTimeout(() => void refresh())
    }
  }
}

async function ask<Answer>(call: () => Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await call()
  } catch {
    say('problem', t('say.offline'))
    return undefined
  }
}

export function togglePreview(): void {
  isPreviewShown.value = !isPreviewShown.value
  localStorage.setItem('verso-preview', isPreviewShown.value ? 'yes' : 'no')
}
