import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { SearchResult } from '../../src/pipeline/review/review-view.ts'
import { api } from './api.ts'
import { t } from './i18n.ts'
import { openPage } from './store/navigate.ts'
import { focusRequests, isSearching } from './store/state.ts'

/** Pause after the last letter before a search is made, in ms. */
const pause = 120

/** Looks for words in source and target of every page. */
export function SearchPanel() {
  const field = useRef<HTMLInputElement>(null)
  const [query, setQuery] = useState('')
  const [result, setResult] = useState<SearchResult | undefined>(undefined)
  // Before the next key comes: it is meant for the field, and a letter elsewhere is an order.
  useLayoutEffect(() => {
    if (isSearching.value) field.current?.focus()
  }, [isSearching.value])
  useEffect(() => {
    if (query.trim() === '') {
      setResult(undefined)
      return
    }
    let isCurrent = true
    const timer = setTimeout(() => {
      api
        .search(query)
        .then(found => {
          if (isCurrent) setResult(found)
        })
        .catch(() => undefined)
    }, pause)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [query])
  const close = () => {
    setQuery('')
    isSearching.value = false
    focusRequests.value++
  }
  return (
    <search class="search">
      <input
        ref={field}
        type="search"
        aria-label={t('search.label')}
        placeholder={t('search.placeholder')}
        value={query}
        onInput={event => setQuery(event.currentTarget.value)}
        onFocus={() => {
          isSearching.value = true
        }}
        onKeyDown={event => {
          event.stopPropagation()
          if (event.key === 'Escape') close()
        }}
      />
      {result !== undefined && (
        <section class="search-results" aria-label={t('search.label')}>
          <p role="status">
            {result.hits.length === 0
              ? t('search.none', { query })
              : t('search.hits', { count: result.hits.length + result.more })}
            {result.unread > 0 && ` · ${t('search.unread', { count: result.unread })}`}
          </p>
          <ul>
            {result.hits.map(({ page, index, source, target }) => (
              <li key={`${page} ${index}`}>
                <button
                  type="button"
                  onClick={() => {
                    close()
                    void openPage(page, index).then(() => {
                      focusRequests.value++
                    })
                  }}
                >
                  <span class="page-path">{page}</span>
                  <span>{source}</span>
                  <span class="search-target">{target}</span>
                </button>
              </li>
            ))}
          </ul>
          {result.more > 0 && <p>{t('search.more', { count: result.more })}</p>}
        </section>
      )}
    </search>
  )
}
