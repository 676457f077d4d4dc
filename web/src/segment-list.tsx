import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { t } from './i18n.ts'
import { SegmentCard } from './segment-card.tsx'
import { active, conflicts, filter, focusRequests, listed, pageName, segments, view } from './store/state.ts'
import { useVirtual } from './use-virtual.ts'

/** The segments of the page in page order, as far as the filter shows them. */
export function SegmentList() {
  const scroller = useRef<HTMLDivElement>(null)
  const indexes = listed.value
  const { items, height, measure, scrollTo } = useVirtual({
    count: indexes.length,
    estimate: 104,
    scroller,
    keyOf: position => `${pageName.value} ${indexes[position]}`,
  })
  const place = indexes.indexOf(active.value)
  const request = focusRequests.value
  const kept = conflicts.value.size
  useLayoutEffect(() => {
    if (place >= 0) scrollTo(place)
  }, [place, request, kept])
  // The heights above may be estimates at first.
  useEffect(() => {
    if (place < 0) return
    const frame = requestAnimationFrame(() => scrollTo(place))
    return () => cancelAnimationFrame(frame)
  }, [place, request, kept])
  return (
    <div class="segments" ref={scroller} id="segments" tabIndex={-1}>
      <Empty />
      <div
        role="feed"
        aria-label={t('app.segments')}
        aria-busy={view.value === undefined}
        style={{ height: `${height}px` }}
      >
        {items.map(item => {
          const segment = segments.value[indexes[item.index] ?? -1]
          if (segment === undefined) return null
          return (
            <div
              key={item.key}
              ref={measure}
              data-index={item.index}
              class="segment-slot"
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <SegmentCard
                segment={segment}
                position={item.index + 1}
                total={indexes.length}
                isActive={segment.index === active.value}
                conflict={conflicts.value.get(segment.index)}
              />
            </div>
          )
        })}
      </div>
    </div>
  )
}

function Empty() {
  if (pageName.value === '') return <p class="empty">{t('page.choose')}</p>
  if (view.value === undefined) return <p class="empty">{t('page.loading')}</p>
  if (segments.value.length === 0) return <p class="empty">{view.value.summary.problem ?? t('page.empty')}</p>
  if (listed.value.length === 0 && filter.value !== 'all') return <p class="empty">{t('filter.none')}</p>
  return null
}
