import { effect, signal } from '@preact/signals'
import type { SuggestionView } from '../../src/pipeline/review/review-view.ts'
import { api } from './api.ts'
import { activeSegment, pageName } from './store/state.ts'

/** Suggestions for the active segment: the catalogue's own first, then what the memory has. */
export const suggestions = signal<readonly SuggestionView[]>([])

/** Pause on a segment before the memory is asked, in ms: going through a page quickly asks for nothing. */
const pause = 60

export function followSuggestions(): void {
  effect(() => {
    const segment = activeSegment.value
    const page = pageName.value
    const own = segment?.suggestions ?? []
    suggestions.value = own
    if (segment === undefined) return
    const timer = setTimeout(() => {
      api
        .suggestions(page, segment.index)
        .then(found => {
          if (activeSegment.peek() !== segment) return
          const known = new Set(own.map(({ fragment }) => fragment))
          suggestions.value = [...own, ...found.filter(({ fragment }) => !known.has(fragment))]
        })
        // The notice of the connection says it.
        .catch(() => undefined)
    }, pause)
    return () => clearTimeout(timer)
  })
}
