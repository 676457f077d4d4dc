import { useEffect, useRef } from 'preact/hooks'
import type { ListedPage } from '../../src/pipeline/review/review-view.ts'
import { countOf } from './filters.ts'
import { t } from './i18n.ts'
import { openPage } from './store/navigate.ts'
import { filter, pageName, pages } from './store/state.ts'
import { useVirtual } from './use-virtual.ts'

/** The pages with how far each has come; under a filter, those that have something for it. */
export function PageList() {
  const scroller = useRef<HTMLDivElement>(null)
  const shown = pages.value.filter(isShown)
  const { items, height, measure, scrollTo } = useVirtual({
    count: shown.length,
    estimate: 54,
    scroller,
    keyOf: index => shown[index]?.page ?? index,
  })
  const place = shown.findIndex(({ page }) => page === pageName.value)
  useEffect(() => {
    if (place >= 0) scrollTo(place)
  }, [place])
  return (
    <div class="pages-scroll" ref={scroller}>
      {shown.length === 0 && <p class="empty">{t('filter.noPages')}</p>}
      {/* biome-ignore lint/a11y/useSemanticElements: the items of a list that is drawn in part stand in slots */}
      <div role="list" aria-label={t('app.pages')} style={{ height: `${height}px` }}>
        {items.map(item => {
          const page = shown[item.index]
          if (page === undefined) return null
          return (
            // biome-ignore lint/a11y/useSemanticElements: as above
            <div
              role="listitem"
              key={item.key}
              ref={measure}
              data-index={item.index}
              class="segment-slot"
              aria-posinset={item.index + 1}
              aria-setsize={shown.length}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <PageItem page={page} />
            </div>
          )
        })}
      </div>
    </div>
  )
}

function isShown({ page, summary }: ListedPage): boolean {
  return (
    filter.value === 'all' ||
    page === pageName.value ||
    (summary !== undefined && countOf(summary, filter.value) > 0)
  )
}

function PageItem({ page: { page, summary } }: { readonly page: ListedPage }) {
  const isCurrent = page === pageName.value
  const done = summary?.done ?? 0
  const total = summary?.segments ?? 0
  const percent = total === 0 ? 100 : Math.floor((100 * done) / total)
  const left = summary === undefined ? 0 : countOf(summary, filter.value)
  return (
    <button
      type="button"
      class={`page-item${isCurrent ? ' page-current' : ''}`}
      aria-current={isCurrent ? 'page' : undefined}
      onClick={() => void openPage(page)}
    >
      <span class="page-title">
        {summary?.title === undefined || summary.title === '' ? page : summary.title}
      </span>
      <span class="page-path">{page}</span>
      <span class="page-progress">
        {summary?.problem !== undefined ? (
          <span class="page-problem">!</span>
        ) : summary === undefined ? null : filter.value === 'all' ? (
          <>
            <span class="only-read">{t('progress.of', { done, total })}</span>
            <span aria-hidden="true">{done === total ? '✓' : t('progress.percent', { percent })}</span>
          </>
        ) : (
          <span class="count">{left}</span>
        )}
      </span>
      <span class="bar" aria-hidden="true">
        <span
          class={done === total ? 'bar-full' : ''}
          style={{ width: `${summary === undefined ? 0 : percent}%` }}
        />
      </span>
    </button>
  )
}
