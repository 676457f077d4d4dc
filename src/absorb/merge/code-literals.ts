import type { Pattern } from '../../model.ts'
import { withoutInnerTexts } from '../base/without-inner-texts.ts'

/** The codes of a pattern as one text that is the same for the same codes in any order; texts inside them left out. */
export function codeLiterals(patterns: readonly Pattern[]): string {
  return patterns
    .flat()
    .flatMap(item => (typeof item === 'string' ? [] : withoutInnerTexts(item.literal)))
    .sort()
    .join('\n')
}
