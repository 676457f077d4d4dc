import { gapDigest } from '../../syntax/gap-digest.ts'
import { withoutInnerTexts } from './without-inner-texts.ts'

const escapes = /\\(?=[!-/:-@[-`{-~])/g

/**
 * Digest of a fragment as the sidecar remembers it (`written`): the same for a target and for what extraction finds on
 * the page that it was written to, where more may be escaped and the texts inside codes are translated.
 */
export function writtenDigest(fragment: string): string {
  return gapDigest(withoutInnerTexts(fragment).replace(escapes, ''))
}
