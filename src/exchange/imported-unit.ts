import type { State } from '../model.ts'

/** What another tool did to a segment. */
export interface ImportedUnit {
  /** Undefined where the format has no keys (TMX). */
  readonly page: string | undefined
  readonly key: string | undefined
  readonly source: ImportedText
  readonly target: ImportedText
  readonly state: State
  /** `targetDigest` of the target as it was exported; undefined where the file does not say. */
  readonly exported: string | undefined
  readonly line: number
  readonly column: number
}

/** Text and codes in order. What kind a code is, the source's own codes tell. */
export type ImportedText = readonly (string | ImportedCode)[]

interface ImportedCode {
  readonly form: 'open' | 'close' | 'standalone'
  readonly id: string
  /** Its Markdown; undefined where the file does not say. */
  readonly literal: string | undefined
}

export type ImportedFile =
  | {
      readonly type: 'file'
      readonly source: string
      readonly target: string | undefined
      readonly units: readonly ImportedUnit[]
    }
  | { readonly type: 'invalid'; readonly message: string; readonly line: number; readonly column: number }
