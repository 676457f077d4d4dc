import type { ComponentChildren } from 'preact'
import type { CodeView, PatternView } from '../../src/pipeline/review/review-view.ts'
import { chipClass, chipName, chipText } from './chip-label.ts'

interface Properties {
  readonly pattern: PatternView
  /** Draws a piece of text; as it is without one. */
  readonly draw?: (text: string) => ComponentChildren
}

/** A fragment to be read: emphasis and links as a reader sees them, every other code as a chip. */
export function PatternText({ pattern, draw = text => text }: Properties) {
  return <>{drawRun(pattern, 0, pattern.length, draw)}</>
}

function drawRun(
  pattern: PatternView,
  start: number,
  end: number,
  draw: (text: string) => ComponentChildren,
): ComponentChildren[] {
  const drawn: ComponentChildren[] = []
  for (let at = start; at < end; at++) {
    const item = pattern[at]
    if (item === undefined) continue
    if (typeof item === 'string') {
      drawn.push(<span key={at}>{draw(item)}</span>)
      continue
    }
    const close = item.form === 'open' ? closeOf(pattern, item, at, end) : -1
    if (close < 0) {
      drawn.push(<Chip key={at} code={item} />)
      continue
    }
    drawn.push(
      <Pair key={at} open={item} close={pattern[close] as CodeView}>
        {drawRun(pattern, at + 1, close, draw)}
      </Pair>,
    )
    at = close
  }
  return drawn
}

function closeOf(pattern: PatternView, { id }: CodeView, from: number, end: number): number {
  return pattern.findIndex(
    (item, at) =>
      at > from && at < end && typeof item !== 'string' && item.form === 'close' && item.id === id,
  )
}

interface PairProperties {
  readonly open: CodeView
  readonly close: CodeView
  readonly children: ComponentChildren
}

function Pair({ open, close, children }: PairProperties) {
  switch (open.kind) {
    case 'strong':
      return <strong>{children}</strong>
    case 'emphasis':
      return <em>{children}</em>
    case 'link':
      return (
        <span class="link-text" title={close.literal.slice(1)}>
          {children}
        </span>
      )
    default:
      return (
        <>
          <Chip code={open} />
          {children}
          <Chip code={close} />
        </>
      )
  }
}

function Chip({ code }: { readonly code: CodeView }) {
  return (
    <span class={chipClass(code)} role="img" aria-label={chipName(code)} title={code.literal}>
      {chipText(code)}
    </span>
  )
}
