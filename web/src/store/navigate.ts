/** From segment to segment and page to page. */

import { api } from '../api.ts'
import type { Filter } from '../filters.ts'
import { finishEditing, startEditing } from './edit.ts'
import { ask } from './save.ts'
import { activate, enter, relist } from './shown-page.ts'
import {
  active,
  arePagesShown,
  conflicts,
  filter,
  focusRequests,
  listed,
  pageName,
  pages,
  previewVersion,
  view,
} from './state.ts'

let opening = 0

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

export async function setFilter(next: Filter): Promise<void> {
  await finishEditing()
  filter.value = next
  relist()
  if (!listed.value.includes(active.value)) activate(listed.value[0] ?? 0)
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
