import { approve, copySource, keep, reopen, take, undo } from './store/act.ts'
import { startEditing } from './store/edit.ts'
import { move, movePage } from './store/navigate.ts'
import { areSingleKeysOn, isConfirming, isHelpOpen, isSearching, togglePreview } from './store/state.ts'
import { suggestions } from './suggestions.ts'

/** Keys that work while a segment is read; the editor and the dialogs keep theirs to themselves. */
const singleKeys: Readonly<Record<string, () => unknown>> = {
  j: () => move(1),
  k: () => move(-1),
  a: approve,
  e: startEditing,
  s: takeSuggestion,
  m: keep,
  c: copySource,
  u: undo,
  r: reopen,
  A: confirmPage,
  '[': () => movePage(-1),
  ']': () => movePage(1),
  '/': search,
  v: togglePreview,
  '?': help,
}

/** These work whether single letters do or not. */
const plainKeys: Readonly<Record<string, () => unknown>> = {
  ArrowDown: () => move(1),
  ArrowUp: () => move(-1),
  PageDown: () => move(1),
  PageUp: () => move(-1),
  F1: help,
}

const commandKeys: Readonly<Record<string, () => unknown>> = {
  Enter: approve,
  z: undo,
  k: search,
}

export function listenToKeys(): void {
  document.addEventListener('keydown', event => {
    const action = actionOf(event)
    if (action === undefined) return
    event.preventDefault()
    void action()
  })
}

function actionOf(event: KeyboardEvent): (() => unknown) | undefined {
  const target = event.target instanceof HTMLElement ? event.target : document.body
  if (target.isContentEditable || target.matches('input:not([type=checkbox]), textarea, select'))
    return undefined
  if (event.altKey) return undefined
  if (event.ctrlKey || event.metaKey) return commandKeys[event.key]
  // A button that has the focus is pressed by Enter.
  if (event.key === 'Enter') return target.matches('button, a, summary, input') ? undefined : startEditing
  return plainKeys[event.key] ?? (areSingleKeysOn.value ? singleKeys[event.key] : undefined)
}

function takeSuggestion(): unknown {
  const [first] = suggestions.value
  return first === undefined ? undefined : take(first.fragment)
}

function confirmPage(): void {
  isConfirming.value = true
}

function search(): void {
  isSearching.value = true
}

function help(): void {
  isHelpOpen.value = true
}
