import { useEffect, useRef, useState } from 'preact/hooks'
import { api } from './api.ts'
import { t } from './i18n.ts'
import { activeSegment, pageName, previewVersion, project } from './store/state.ts'

/**
 * The page as it reads, following the active segment. It is drawn in a frame in which no script runs, from HTML that
 * the server sanitised.
 */
export function Preview() {
  const frame = useRef<HTMLIFrameElement>(null)
  const [isReady, setReady] = useState(false)
  const [drawn, setDrawn] = useState(0)
  const page = pageName.value
  const version = previewVersion.value
  const line = activeSegment.value?.targetLine

  useEffect(() => {
    if (!isReady || page === '') return
    let isCurrent = true
    api
      .preview(page)
      .then(({ html }) => {
        const body = frame.current?.contentDocument?.body
        if (!isCurrent || body === undefined || body === null) return
        body.innerHTML = html
        setDrawn(n => n + 1)
      })
      // The notice of the connection says it.
      .catch(() => undefined)
    return () => {
      isCurrent = false
    }
  }, [isReady, page, version])

  useEffect(() => {
    // There is none while the frame is being opened.
    const body = frame.current?.contentDocument?.body as HTMLElement | null | undefined
    if (body === undefined || body === null) return
    for (const element of body.querySelectorAll('.here')) element.classList.remove('here')
    const element = line === undefined ? undefined : elementAt(body, line)
    if (element === undefined) body.ownerDocument.scrollingElement?.scrollTo({ top: 0 })
    element?.classList.add('here')
    element?.scrollIntoView({ block: 'center', behavior: 'auto' })
  }, [line, drawn])

  return (
    <iframe
      ref={frame}
      class="preview-frame"
      src="/preview"
      sandbox="allow-same-origin"
      tabIndex={-1}
      title={t('preview.title', { page, locale: project.value?.target ?? '' })}
      onLoad={() => setReady(true)}
    />
  )
}

/** The innermost element that starts at the line, or else the last one that starts before it. */
function elementAt(body: HTMLElement, line: number): HTMLElement | undefined {
  let found: HTMLElement | undefined
  let best = 0
  for (const element of body.querySelectorAll<HTMLElement>('[data-line]')) {
    const start = Number(element.dataset.line)
    if (start > line || start < best || getComputedStyle(element).display.startsWith('inline')) continue
    found = element
    best = start
  }
  return found
}
