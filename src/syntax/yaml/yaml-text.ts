import type { Place, Span } from '../../model.ts'

/** A text value of YAML or JSON; its span covers it as written. */
export interface YamlText extends Span {
  /** Keys and list positions that lead to it, joined by full stops. */
  readonly path: string
  readonly value: string
  readonly place: Extract<Place, { type: 'yaml' }>
}

/** A value that stands in several places: it has an anchor, is below one, or is an alias. */
export interface SharedValue {
  readonly path: string
  readonly start: number
}

/** The text values of a document, in its order. */
export interface YamlTexts {
  readonly texts: readonly YamlText[]
  readonly shared: readonly SharedValue[]
}

/** Why a document can't be read. */
export interface YamlFault {
  readonly type: 'fault'
  readonly offset: number
  readonly message: string
}
