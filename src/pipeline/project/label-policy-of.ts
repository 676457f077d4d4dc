import picomatch from 'picomatch'
import type { Config, LabelPolicy } from '../../config/config.ts'

/** What becomes of a page's labels: the last glob of the configuration that matches its path decides. */
export function labelPolicyOf({ labels }: Config, page: string): LabelPolicy {
  let policy = labels.default
  for (const [pattern, other] of Object.entries(labels.pages)) {
    if (picomatch.isMatch(page, pattern)) policy = other
  }
  return policy
}
