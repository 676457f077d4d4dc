import type { Place, Span } from '../model.ts'

/** A text value of a YAML document; its span covers it as written. */
export interface YamlText extends Span {
  /** Keys and list positions that lead to it, joined by full stops. */
  readonly path: string
  readonly value: string
  readonly place: Extract<Place, { type: 'yaml' }>
}
