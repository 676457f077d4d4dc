/** A catalogue file that three versions were merged into. */
export interface MergedFile {
  readonly text: string
  /** Lines that a person must choose between. */
  readonly conflicts: number
}
