import type { ComponentChildren } from 'preact'
import type { CodeView, PatternView } from '../../src/pipeline/review/review-view.ts'
import { chipClass, chipName, chipText } from './chip-label.ts'

interface Properties {
  readonly pattern: PatternView
  /** Draws a piece of text; as it is without one. */
  readonly draw?: (text: string) => ComponentChildren
}

/** A fragment to be read: its text, and its codes as chips. */
export function PatternText({ pattern, draw = text => text }: Properties) {
  return (
    <>
      {pattern.map((item, index) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text have no other identity
        typeof item === 'string' ? <span key={index}>{draw(item)}</span> : <Chip key={index} code={item} />,
      )}
    </>
  )
}

function Chip({ code }: { readonly code: CodeView }) {
  return (
    <span class={chipClass(code)} role="img" aria-label={chipName(code)} title={code.literal}>
      {chipText(code)}
    </span>
  )
}
