/** Opens the first page, and follows what the server tells. */

import { signal } from '@preact/signals'
import type { ReviewEvent } from '../../../src/pipeline/review/review-view.ts'
import { api } from '../api.ts'
import { t } from '../i18n.ts'
import { openPage } from './navigate.ts'
import { refresh, refreshSoon } from './save.ts'
import { takeSummary } from './shown-page.ts'
import { pageName, pages, project, say } from './state.ts'

const isOnline = signal(true)

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

function onEvent(event: ReviewEvent): void {
  switch (event.type) {
    case 'summary':
      takeSummary(event.summary)
      return
    case 'pages':
      project.value = event.project
      return
    case 'changed':
      if (event.page === pageName.value) refreshSoon()
      return
  }
}
