import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type VirtualItem,
  Virtualizer,
} from '@tanstack/virtual-core'
import type { RefObject } from 'preact'
import { useLayoutEffect, useReducer, useState } from 'preact/hooks'

interface VirtualOptions {
  readonly count: number
  /** Height of an item that was not measured yet, in px. */
  readonly estimate: number
  readonly scroller: RefObject<HTMLElement | null>
  readonly keyOf: (index: number) => string | number
}

interface VirtualList {
  readonly items: readonly VirtualItem[]
  /** Height of the whole list, in px. */
  readonly height: number
  readonly measure: (element: HTMLElement | null) => void
  readonly scrollTo: (index: number) => void
}

/** Draws of a long list only what is in view, and a little around it. */
export function useVirtual({ count, estimate, scroller, keyOf }: VirtualOptions): VirtualList {
  const [, redraw] = useReducer((n: number, _: undefined) => n + 1, 0)
  const options = {
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimate,
    getItemKey: keyOf,
    overscan: 6,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    onChange: () => redraw(undefined),
  }
  const [virtualizer] = useState(() => new Virtualizer<HTMLElement, HTMLElement>(options))
  virtualizer.setOptions({ ...virtualizer.options, ...options })
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer])
  useLayoutEffect(() => virtualizer._willUpdate())
  return {
    items: virtualizer.getVirtualItems(),
    height: virtualizer.getTotalSize(),
    measure: virtualizer.measureElement,
    scrollTo: index => virtualizer.scrollToIndex(index, { align: 'auto' }),
  }
}
